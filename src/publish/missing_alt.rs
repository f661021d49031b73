//! Pictures that came without a description.

use crate::values::Lang;

/// What stands in the place of a description that the old site did not have. `habarshy check` names each of them.
pub const fn mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "Картинка без описания",
        Lang::Kk => "Сипаттамасы жоқ сурет",
        Lang::En => "Picture without a description",
    }
}

/// What is said of a picture with the mark.
pub fn message(name: &str) -> String {
    format!("the picture \"{name}\" came without a description")
}

/// What to do about it.
pub const HELP: &str = "say what it shows in the place of the mark, for those who do not see it";
