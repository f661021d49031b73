use proptest::prelude::*;

use super::{Choices, Setting, Settings};

fn sepia() -> Settings {
    Settings::default().with(Setting::Theme, "sepia").with(Setting::Text, "130")
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let written = serde_json::to_string(&sepia()).unwrap();
    assert_eq!(written, r#"{"version":1,"theme":"sepia","text":130}"#);
    assert_eq!(Settings::parse(&written), sepia());
    let preset = serde_json::to_string(&sepia().with_preset_toggled()).unwrap();
    assert_eq!(Settings::parse(&preset), sepia().with_preset_toggled());
}

#[test]
fn the_preset_comes_and_goes_and_leaves_what_was_there() {
    let preset = sepia().with_preset_toggled();
    assert_eq!(preset.choices.get(Setting::Theme), Some("contrast"));
    assert_eq!(preset.before, Some(sepia().choices));
    let larger = preset.with(Setting::Text, "200");
    assert_eq!(larger.before, preset.before, "it can be bettered, and is still on");
    assert_eq!(larger.with_preset_toggled(), sepia());
    // Where nothing was chosen, nothing comes back; until then there is a record.
    let from_nothing = Settings::default().with_preset_toggled();
    assert_eq!(from_nothing.before, Some(Choices::default()));
    assert!(from_nothing.with_preset_toggled().is_empty());
}

#[test]
fn nothing_chosen_is_the_paper_as_it_comes() {
    assert!(Settings::default().is_empty());
    assert!(sepia().with(Setting::Theme, "").with(Setting::Text, "100").is_empty());
    assert_eq!(sepia().with(Setting::Theme, "pink").choices.get(Setting::Theme), None);
}

#[test]
fn only_what_the_table_knows_is_taken_whoever_wrote_it() {
    for nothing in [
        "",
        "{",
        "null",
        "7",
        "[]",
        "\"dark\"",
        "[{\"version\":1,\"theme\":\"dark\"}]",
        r#"{"theme":"dark"}"#,
        r#"{"version":2,"theme":"dark"}"#,
        r#"{"version":"1","theme":"dark"}"#,
        r#"{"version":1,"theme":"\"><script>","text":"200","lines":3,"face":["sans"],"pictures":{"off":1},"motion":null}"#,
        r#"{"version":1,"__proto__":{"theme":"dark"},"constructor":1,"client":"ready"}"#,
        r#"{"version":1,"text":-110,"lines":1.5,"letters":true,"before":[{"theme":"dark"}]}"#,
    ] {
        assert!(Settings::parse(nothing).is_empty(), "{nothing}");
    }
    // One value that makes no sense costs the reader no other.
    let mixed = r#"{"version":1,"theme":{"a":[1,{"b":null}]},"face":"sans","text":170,"x":[[]],"before":{"theme":"dark","text":"x"}}"#;
    let read = Settings::parse(mixed);
    assert_eq!(read.choices, Choices::default().with(Setting::Face, "sans").with(Setting::Text, "170"));
    assert_eq!(read.before, Some(Choices::default().with(Setting::Theme, "dark")));
}

fn any_choices() -> impl Strategy<Value = Choices> {
    let values = Setting::ALL.map(|setting| 0..=setting.values().len()).to_vec();
    values.prop_map(|indices| {
        Setting::ALL.into_iter().zip(indices).fold(Choices::default(), |all, (setting, index)| {
            all.with(setting, setting.values().get(index).copied().unwrap_or(""))
        })
    })
}

proptest! {
    #[test]
    fn every_record_is_read_as_it_was_written(choices in any_choices(), before in proptest::option::of(any_choices())) {
        let settings = Settings { choices, before };
        prop_assert_eq!(Settings::parse(&serde_json::to_string(&settings).unwrap()), settings);
    }

    #[test]
    fn no_text_breaks_the_reading(text in ".{0,80}") {
        Settings::parse(&text);
    }
}
