//! Lists in an order of their own.

/// Puts an item into a list, before the first one that it comes before. The lists here are short, and the standard library's
/// sorting would be among the largest functions of a chunk.
pub fn insert_before<T>(list: &mut Vec<T>, item: T, comes_before: impl Fn(&T, &T) -> bool) {
    let place = list.iter().position(|other| comes_before(&item, other)).unwrap_or(list.len());
    list.insert(place, item);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut list = Vec::new();
        for item in [(1, 'a'), (3, 'b'), (1, 'c'), (2, 'd'), (3, 'e')] {
            insert_before(&mut list, item, |item, other| item.0 > other.0);
        }
        assert_eq!(list, [(3, 'b'), (3, 'e'), (2, 'd'), (1, 'a'), (1, 'c')]);
    }
}
