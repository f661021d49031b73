use leptos::prelude::*;

/// A small drawing beside a word. It is never the only bearer of a meaning.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
            <path d=name.path()></path>
        </svg>
    }
}

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// An eye: views.
    Eye,
    /// An arrow out of a box: share.
    Share,
    /// A bookmark: keep on this device.
    Save,
    /// A loudspeaker: read aloud.
    Listen,
    /// A printer.
    Print,
    /// A magnifying glass.
    Search,
    /// A small and a capital letter: how the paper looks.
    Settings,
    /// A cross: put away, end.
    Close,
    /// A triangle to the left, to a line: back to the one before.
    Previous,
    /// A triangle to the right, to a line: on to the next.
    Next,
    /// Two lines.
    Pause,
    /// A triangle to the right.
    Play,
}

impl IconName {
    /// Its lines, in a square of 24.
    fn path(self) -> &'static str {
        match self {
            IconName::Eye => {
                "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Zm10 2.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5Z"
            }
            IconName::Share => "M12 15V3.5m0 0L7.5 8M12 3.5 16.5 8M5 12.5V20h14v-7.5",
            IconName::Save => "M6 3.5h12V21l-6-4.5L6 21Z",
            IconName::Listen => "M4 9.5v5h3.5L12 19V5L7.5 9.5Zm11.5-1a5 5 0 0 1 0 7M18 6a8.5 8.5 0 0 1 0 12",
            IconName::Print => "M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 13.5h10v7H7Z",
            IconName::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.75-1.75L20.5 20.5",
            IconName::Close => "M6 6l12 12M18 6 6 18",
            IconName::Previous => "M18 5 9 12l9 7ZM6 5v14",
            IconName::Next => "M6 5l9 7-9 7ZM18 5v14",
            IconName::Pause => "M8 5v14M16 5v14",
            IconName::Play => "M7 4.5 19 12 7 19.5Z",
            IconName::Settings => "M2.5 19 8 5l5.5 14M4.5 14h7m10 5v-9m0 4.5a3.5 4.5 0 1 1-7 0 3.5 4.5 0 1 1 7 0Z",
        }
    }
}
