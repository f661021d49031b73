use crate::values::Lang;
pub fn is_stop_word(_: Lang, _: &str) -> bool {
    false
}
