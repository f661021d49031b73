pub fn other_layout(_: &str) -> Option<String> {
    None
}
