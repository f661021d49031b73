//! The writing of a tag.

use crate::publish::html::escape;

/// Writes an element without content, its values escaped.
pub fn tag(html: &mut String, name: &str, attributes: &[(&str, &str)]) {
    html.push('<');
    html.push_str(name);
    for (name, value) in attributes {
        html.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    html.push_str(">\n");
}
