//! Printing. What stands on the paper is the style sheet's affair.

use wasm_bindgen_futures::spawn_local;

use super::Article;
use crate::platform::print;

/// For so long a picture that has not come yet is waited for, in milliseconds.
const TIMEOUT: u32 = 3_000;

/// Prints the article. Pictures further down load when they are near: on paper all of them are.
pub fn start(article: &Article) {
    let element = article.element.clone();
    spawn_local(async move {
        print::load_pictures(&element, TIMEOUT).await;
        print::print();
    });
}
