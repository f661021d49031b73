//! Numbers as bars and as a table: safe HTML, which costs the client less than elements would.

use super::picture::add_text;
use crate::content::Lang;
use crate::format::{Messages, grouped};

/// The height of a row in CSS pixels.
const ROW: usize = 28;

/// The width of the longest bar, in hundredths of the chart: beside it stands its number.
const LONGEST: u64 = 70;

/// Names with their numbers, the greatest first, as horizontal bars.
pub fn bars_html(rows: &[(&str, u64)], words: &Messages, lang: Lang) -> String {
    let greatest = rows.iter().map(|(_, number)| *number).max().unwrap_or_default().max(1);
    let mut html =
        format!("<svg class=\"bars\" role=\"img\" aria-label=\"{}\" height=\"{}\">", words.chart, rows.len() * ROW);
    for (index, (_, number)) in rows.iter().enumerate() {
        // A ten thousandth part is finer than any screen; a bar of nothing is still a line.
        let width = (u128::from(*number) * u128::from(LONGEST) * 100 / u128::from(greatest)).max(20);
        let (top, base) = (index * ROW + 5, index * ROW + 19);
        let (whole, part) = (width / 100, width % 100);
        html.push_str(&format!(
            "<text y=\"{base}\">{}</text>\
             <rect x=\"24\" y=\"{top}\" width=\"{whole}.{part:02}%\" height=\"18\"></rect>\
             <text x=\"{whole}.{part:02}%\" dx=\"32\" y=\"{base}\">{}</text>",
            index + 1,
            grouped(*number, lang)
        ));
    }
    html.push_str("</svg>");
    html
}

/// The same as a table.
pub fn table_html(rows: &[(&str, u64)], words: &Messages, lang: Lang) -> String {
    let mut html = String::from("<table><thead><tr>");
    for name in [words.place, words.headline, words.views] {
        html.push_str(&format!("<th scope=\"col\">{name}</th>"));
    }
    html.push_str("</tr></thead><tbody>");
    for (index, (name, number)) in rows.iter().enumerate() {
        html.push_str(&format!("<tr><td>{}</td><th scope=\"row\">", index + 1));
        add_text(&mut html, name);
        html.push_str(&format!("</th><td>{}</td></tr>", grouped(*number, lang)));
    }
    html.push_str("</tbody></table>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::messages;

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        let html = bars_html(&[("A", 200), ("B", 50), ("C", 0)], messages(Lang::En), Lang::En);
        let widths: Vec<&str> = html.split("width=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(widths, ["70.00%", "17.50%", "0.20%"]);
    }

    #[test]
    fn there_is_a_chart_of_nothing_and_of_the_greatest_number() {
        assert!(bars_html(&[], messages(Lang::Ru), Lang::Ru).contains("height=\"0\""));
        assert!(bars_html(&[("A", u64::MAX), ("B", 0)], messages(Lang::Ru), Lang::Ru).contains("width=\"70.00%\""));
    }

    #[test]
    fn names_stay_names() {
        let html = table_html(&[("<b>\"&", 4_131)], messages(Lang::En), Lang::En);
        assert!(html.contains("<th scope=\"row\">&lt;b&gt;&quot;&amp;</th><td>4,131</td>"), "{html}");
    }
}
