//! Faults of the TOML itself, which are found before any key is read.

use crate::publish::reporter::Reporter;

/// How TOML is written in files of the paper and of its articles.
pub const FORM: &str = "a text stands in double quotes, a list in brackets, a date as it is: title = \"…\", tags = [\"…\"], \
                        date = 2024-04-19T09:00:00+05:00";

/// Reports what TOML itself finds wrong: the first error of each line, since the rest of a line mostly follows from it.
/// `form` says how the file is written.
pub fn syntax(text: &str, base: usize, errors: &[toml::de::Error], form: &str, reporter: &mut Reporter) {
    let mut last_line = None;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line = text.get(..span.start).unwrap_or(text).matches('\n').count();
        if last_line == Some(line) {
            continue;
        }
        last_line = Some(line);
        let help = if error.message().contains("duplicate") { "keep one of the two" } else { form };
        reporter.at(span.start + base..span.end + base, format!("this is not TOML: {}", error.message()), help);
    }
}
