//! Whether the document is as it was sent.

use wasm_bindgen::JsCast;
use web_sys::{CharacterData, Element, HtmlElement, Node};

use crate::tree_hash::{ATTRIBUTE, TreeHash};

/// Whether what is in an element is what the build wrote there.
pub fn is_as_sent(app: &HtmlElement) -> bool {
    let mut hash = TreeHash::default();
    add_children(&mut hash, app);
    app.get_attribute(ATTRIBUTE).is_some_and(|sent| sent == hash.to_string())
}

fn add_children(hash: &mut TreeHash, parent: &Node) {
    let mut child = parent.first_child();
    while let Some(node) = child {
        match node.node_type() {
            Node::ELEMENT_NODE => {
                let element: &Element = node.unchecked_ref();
                hash.element(&element.local_name());
                add_children(hash, &node);
            }
            Node::TEXT_NODE => hash.text(node.unchecked_ref::<CharacterData>().length()),
            _ => hash.comment(),
        }
        child = node.next_sibling();
    }
}
