//! Finds words of a text that did not come through its conversion.

use std::rc::Rc;

use htmd::Node;
use markup5ever_rcdom::NodeData;

use super::marks;
use crate::publish::import::dom;

/// Elements whose text is none of the article's, or is for browsers that cannot show them. Each is noted when it is left out.
const HIDDEN: [&str; 12] =
    ["script", "style", "noscript", "template", "svg", "math", "iframe", "video", "audio", "object", "title", "head"];

/// So many characters of what was lost are shown.
const SHOWN: usize = 80;

/// The pieces of a tree's text whose letters are not in the Markdown, each as one line. Signs and white space do not count: they
/// are written in other ways.
pub fn find(tree: &Rc<Node>, markdown: &str) -> Vec<String> {
    let written: String = letters(markdown);
    let mut lost = Vec::new();
    let mut at = 0;
    for (node, _) in dom::below(tree) {
        let NodeData::Text { contents } = &node.data else { continue };
        let text = marks::plain(&contents.borrow());
        let wanted = letters(&text);
        if wanted.is_empty() || dom::is_within(&node, &HIDDEN) {
            continue;
        }
        // Texts come in their order, but for what stands under pictures.
        let ahead = written.get(at..).and_then(|rest| rest.find(&wanted)).map(|found| at + found + wanted.len());
        match ahead {
            Some(end) => at = end,
            None if written.contains(&wanted) => {}
            None => lost.push(dom::one_line(&text).chars().take(SHOWN).collect()),
        }
    }
    lost
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_gone_are_named() {
        let tree = dom::parse("<p>Снег <b>шёл</b> H<sub>2</sub>O.</p><p>Ветер</p><script>x</script>").expect("a tree");
        assert_eq!(find(&tree, "Снег **шёл** H<sub>2</sub>O.\n\nВетер"), Vec::<String>::new());
        assert_eq!(find(&tree, "Снег **шёл** H<sub>2</sub>O."), ["Ветер"]);
    }
}
