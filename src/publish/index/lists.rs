//! Lists cut into pages.

use crate::model::Pager;
use crate::routes::PageNumber;

/// How many articles stand on a page.
pub const PER_PAGE: usize = 20;

/// The numbers of a list's pages. An empty list has one page, which says so.
pub fn numbers(articles: usize) -> impl Iterator<Item = PageNumber> {
    let last = articles.div_ceil(PER_PAGE).max(1);
    (1..=last).filter_map(|number| u32::try_from(number).ok().and_then(PageNumber::new))
}

/// A page of a list; none where the list is shorter.
pub fn page(articles: &[usize], number: PageNumber) -> Option<(Pager, Vec<usize>)> {
    let last = numbers(articles.len()).last()?;
    let from = (usize::try_from(number.get()).ok()? - 1) * PER_PAGE;
    let page = articles.iter().skip(from).take(PER_PAGE).copied().collect();
    (number <= last).then_some((Pager { number, last }, page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_stands_on_one_page() {
        for count in [0, 1, 19, 20, 21, 40, 41] {
            let articles: Vec<usize> = (0..count).collect();
            let pages: Vec<_> = numbers(count).filter_map(|number| page(&articles, number)).collect();
            let all: Vec<usize> = pages.iter().flat_map(|(_, page)| page.clone()).collect();
            assert_eq!(all, articles);
            assert!(pages.iter().all(|(pager, _)| pager.last.get() as usize == pages.len()));
            assert!(pages.iter().all(|(_, page)| !page.is_empty() || count == 0));
        }
    }

    #[test]
    fn beyond_the_last_page_is_nothing() {
        assert_eq!(page(&[1, 2], PageNumber::FIRST.next()), None);
    }
}
