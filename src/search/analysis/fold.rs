pub fn fold(word: &str) -> String {
    word.to_owned()
}
