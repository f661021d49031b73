//! Numbers as bars and as a table, as safe HTML: it costs the client less than elements would.

use super::html::add_text;
use crate::content::Lang;
use crate::format::grouped;

/// The height of a row in CSS pixels.
const ROW: usize = 28;

/// The width of the longest bar, in ten thousandths of the chart: beside it stands its number.
const LONGEST: f64 = 7_000.0;

/// Adds numbers, the greatest first, as horizontal bars. They are for the eye; [`table_html`] says the same.
pub fn bars_html(html: &mut String, rows: &[(&str, u64)], lang: Lang) {
    let greatest = rows.iter().map(|(_, number)| *number).max().unwrap_or_default().max(1);
    html.push_str(&format!("<svg class=\"bars\" height=\"{}\" aria-hidden=\"true\">", rows.len() * ROW));
    for (index, (_, number)) in rows.iter().enumerate() {
        // Finer than any screen; and a bar of nothing is still a line.
        let width = ((*number as f64 / greatest as f64) * LONGEST).max(20.0) as u32;
        let (whole, part) = (width / 100, width % 100);
        let (place, top, base) = (index + 1, index * ROW + 5, index * ROW + 19);
        let number = grouped(*number, lang);
        html.push_str(&format!(
            "<text y=\"{base}\">{place}</text>\
             <rect x=\"24\" y=\"{top}\" width=\"{whole}.{part:02}%\" height=\"18\"></rect>\
             <text x=\"{whole}.{part:02}%\" dx=\"32\" y=\"{base}\">{number}</text>"
        ));
    }
    html.push_str("</svg>");
}

/// Adds the same with its names as a table that is heard and not seen. A table would not let itself be made small, so it
/// is in something that does.
pub fn table_html(html: &mut String, title: &str, rows: &[(&str, u64)], lang: Lang) {
    html.push_str(&["<div class=\"visually-hidden\"><table><caption>", title, "</caption><tbody>"].concat());
    for (name, number) in rows {
        html.push_str("<tr><th scope=\"row\">");
        add_text(html, name);
        html.push_str("</th><td>");
        html.push_str(&grouped(*number, lang));
        html.push_str("</td></tr>");
    }
    html.push_str("</tbody></table></div>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(rows: &[(&str, u64)]) -> String {
        let mut html = String::new();
        bars_html(&mut html, rows, Lang::En);
        html
    }

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        let html = bars(&[("A", 200), ("B", 50), ("C", 0)]);
        let widths: Vec<&str> = html.split("width=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(widths, ["70.00%", "17.50%", "0.20%"]);
    }

    #[test]
    fn there_are_bars_of_nothing_and_of_the_greatest_number() {
        assert!(bars(&[]).contains("height=\"0\""));
        assert!(bars(&[("A", u64::MAX), ("B", 0)]).contains("width=\"70.00%\""));
    }

    #[test]
    fn names_stay_names() {
        let mut html = String::new();
        table_html(&mut html, "T", &[("<b>\"&", 4_131)], Lang::En);
        assert!(html.contains("<th scope=\"row\">&lt;b&gt;&quot;&amp;</th><td>4,131</td>"), "{html}");
    }
}
