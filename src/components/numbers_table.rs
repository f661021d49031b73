use leptos::prelude::*;

use super::Listed;
use crate::i18n::grouped;
use crate::values::Lang;

/// Names and numbers as a table that is heard and not seen. A table would not let itself be made small, so it is in something
/// that does.
#[component]
pub fn NumbersTable(
    /// What the numbers are of.
    title: &'static str,
    /// The greatest number first.
    rows: Memo<Vec<Listed>>,
    /// The language that numbers are written in.
    lang: Lang,
) -> impl IntoView {
    view! {
        <div class="visually-hidden">
            <table>
                <caption>{title}</caption>
                <tbody>{move || rows.with(|rows| lines(rows, lang))}</tbody>
            </table>
        </div>
    }
}

fn lines(rows: &[Listed], lang: Lang) -> AnyView {
    let line = |row: &Listed| {
        view! {
            <tr>
                <th scope="row">{row.title.clone()}</th>
                <td>{grouped(row.shown, lang)}</td>
            </tr>
        }
        .into_any()
    };
    rows.iter().map(line).collect_view().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html};

    #[test]
    fn names_stay_names() {
        let html = html(|_| {
            let row = Listed { title: HOSTILE.to_owned(), shown: 4_131, ..Listed::default() };
            let rows = Memo::new(move |_| vec![row.clone()]);
            view! { <NumbersTable title="T" rows lang=Lang::En/> }
        });
        let line =
            format!("<caption>T</caption><tbody><tr><th scope=\"row\">{HOSTILE_TEXT}</th><td>4,131</td></tr></tbody>");
        assert!(html.contains(&line), "{html}");
    }
}
