pub fn stem(word: &str) -> String {
    super::fold(word)
}
pub fn other_stems(_: &str) -> Vec<String> {
    Vec::new()
}
