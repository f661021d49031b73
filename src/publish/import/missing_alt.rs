//! Pictures that came without a description.

use crate::publish::source::Newsroom;
use crate::values::Lang;

/// What stands in the place of a description that the old site did not have. `habarshy check` names each of them.
pub const fn mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "Картинка без описания",
        Lang::Kk => "Сипаттамасы жоқ сурет",
        Lang::En => "Picture without a description",
    }
}

/// A warning for each article with such pictures, ready to be printed.
pub fn warnings(newsroom: &Newsroom) -> Vec<String> {
    let warnings = newsroom.articles.iter().filter_map(|article| {
        let mark = mark(article.lang);
        let in_text = article.body.as_str().matches(&format!("alt=\"{mark}\"")).count();
        let in_cover = usize::from(article.cover.as_ref().is_some_and(|cover| cover.picture.alt == mark));
        let count = in_text + in_cover;
        (count > 0).then(|| {
            format!(
                "warning: {}: pictures without a description: {count}\nhelp: say what each shows in the place of \
                 \"{mark}\", for those who do not see it",
                article.file.display()
            )
        })
    });
    warnings.collect()
}
