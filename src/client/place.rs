//! Where the reader is on a page that is drawn anew under them.

use crate::platform::{focus, scroll};

/// How far the page is scrolled, and what has the focus.
pub struct Place {
    y: f64,
    focused: Option<focus::Locator>,
}

impl Place {
    /// Where the reader is now.
    pub fn current() -> Place {
        Place { y: scroll::position(), focused: focus::focused() }
    }

    /// Takes the reader there.
    pub fn restore(&self) {
        if let Some(focused) = &self.focused {
            focus::focus_again(focused);
        }
        scroll::to(self.y);
    }
}
