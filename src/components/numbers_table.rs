use leptos::prelude::*;

use super::Ranked;
use crate::content::Lang;
use crate::format::grouped;

/// Names and numbers as a table that is heard and not seen. A table would not let itself be made small, so it is in something
/// that does.
#[component]
pub fn NumbersTable(
    /// What the numbers are of.
    title: &'static str,
    /// The greatest number first.
    rows: Memo<Vec<Ranked>>,
    /// The language that numbers are written in.
    lang: Lang,
) -> impl IntoView {
    let lines = move || {
        rows.with(|rows| {
            let line = |row: &Ranked| {
                view! {
                    <tr>
                        <th scope="row">{row.headline.title.clone()}</th>
                        <td>{grouped(row.views, lang)}</td>
                    </tr>
                }
            };
            rows.iter().map(line).collect_view()
        })
    };
    view! {
        <div class="visually-hidden">
            <table>
                <caption>{title}</caption>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html, slug};
    use crate::content::Headline;

    #[test]
    fn names_stay_names() {
        let html = html(|_| {
            let headline = Headline { slug: slug("a"), title: HOSTILE.to_owned(), views: 0, shared: 0 };
            let rows = Memo::new(move |_| vec![Ranked { headline: headline.clone(), views: 4_131 }]);
            view! { <NumbersTable title="T" rows lang=Lang::En/> }
        });
        let line =
            format!("<caption>T</caption><tbody><tr><th scope=\"row\">{HOSTILE_TEXT}</th><td>4,131</td></tr></tbody>");
        assert!(html.contains(&line), "{html}");
    }
}
