use leptos::prelude::*;

use super::Listed;
use crate::i18n::grouped;
use crate::values::Lang;

/// The height of a row in CSS pixels.
const ROW: usize = 28;

/// The width of the longest bar, in hundredths of a per cent of the chart: beside it stands its number.
const LONGEST: f64 = 7_000.0;

/// Numbers as horizontal bars. They are for the eye; [`NumbersTable`](super::NumbersTable) says the same.
#[component]
pub fn Bars(
    /// The greatest number first.
    rows: Memo<Vec<Listed>>,
    /// The language that numbers are written in.
    lang: Lang,
) -> impl IntoView {
    let height = rows.with_untracked(Vec::len) * ROW;
    view! {
        <svg class="bars" height=height.to_string() aria-hidden="true">
            {move || rows.with(|rows| bars(rows, lang))}
        </svg>
    }
}

fn bars(rows: &[Listed], lang: Lang) -> AnyView {
    let greatest = rows.iter().map(|row| row.shown).max().unwrap_or_default();
    rows.iter().enumerate().map(|(index, row)| bar(index, row.shown, greatest, lang)).collect_view().into_any()
}

/// The place, the bar and the number of a row.
fn bar(index: usize, number: u64, greatest: u64, lang: Lang) -> AnyView {
    let width = width(number, greatest);
    let (top, base) = ((index * ROW + 5).to_string(), (index * ROW + 19).to_string());
    view! {
        <text y=base.clone()>{(index + 1).to_string()}</text>
        <rect x="24" y=top width=width.clone() height="18"></rect>
        <text x=width dx="32" y=base>{grouped(number, lang)}</text>
    }
    .into_any()
}

/// How long a bar is beside the longest, in per cent of the chart: finer than any screen, and a bar of nothing is still a line.
fn width(number: u64, greatest: u64) -> String {
    let width = ((number as f64 / greatest.max(1) as f64) * LONGEST).max(20.0) as u32;
    let (whole, part) = (width / 100, width % 100);
    format!("{whole}.{part:02}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        assert_eq!([200, 50, 0].map(|number| width(number, 200)), ["70.00%", "17.50%", "0.20%"]);
        assert_eq!([u64::MAX, 0].map(|number| width(number, u64::MAX)), ["70.00%", "0.20%"]);
        assert_eq!(width(0, 0), "0.20%");
    }
}
