//! Putting a few values in order.

/// Puts some values in order, the greatest first; equal ones stay in theirs. For a hundred at most: the library's way of
/// sorting is faster, and costs the client a kilobyte for each type.
pub fn descending<K: Ord, T>(values: impl Iterator<Item = (K, T)>) -> Vec<(K, T)> {
    let mut ordered: Vec<(K, T)> = Vec::new();
    for value in values {
        let place = ordered.iter().position(|other| other.0 < value.0).unwrap_or(ordered.len());
        ordered.insert(place, value);
    }
    ordered
}
