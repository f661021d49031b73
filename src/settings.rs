//! What a reader can choose of the paper's look: the table of settings, and the record that the device keeps of them.
//!
//! A setting is an attribute of the root element (`html[data-theme=sepia]`) that the style sheets know. The script that runs
//! before the first paint has the same table (`src/constants.js`), written from this one.

mod stored;
#[cfg(test)]
mod tests;

/// Rises when a value changes its meaning. Records of another version are not read; the next choice takes their place.
pub const VERSION: u64 = 1;

/// One of the things that can be chosen. What has not been chosen is as the paper comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The colours.
    Theme,
    /// The size of the text, in per cent.
    Text,
    /// The room between lines.
    Lines,
    /// The room between letters.
    Letters,
    /// The kind of letters.
    Face,
    /// No pictures.
    Pictures,
    /// Less motion.
    Motion,
}

impl Setting {
    /// All of them, in the order of the panel.
    pub const ALL: [Setting; 7] = [
        Setting::Theme,
        Setting::Text,
        Setting::Lines,
        Setting::Letters,
        Setting::Face,
        Setting::Pictures,
        Setting::Motion,
    ];

    /// Its name in the record and, after `data-`, on the root element.
    pub const fn name(self) -> &'static str {
        match self {
            Setting::Theme => "theme",
            Setting::Text => "text",
            Setting::Lines => "lines",
            Setting::Letters => "letters",
            Setting::Face => "face",
            Setting::Pictures => "pictures",
            Setting::Motion => "motion",
        }
    }

    /// All values that mean something, beside the paper as it comes.
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Setting::Theme => &["light", "dark", "sepia", "contrast", "contrast-dark", "contrast-blue"],
            Setting::Text => &["110", "120", "130", "140", "150", "160", "170", "180", "190", "200"],
            Setting::Lines | Setting::Letters => &["wide", "widest"],
            Setting::Face => &["sans"],
            Setting::Pictures => &["off"],
            Setting::Motion => &["less"],
        }
    }

    /// Whether the record has its values as numbers.
    pub const fn is_number(self) -> bool {
        matches!(self, Setting::Text)
    }

    fn by_name(name: &str) -> Option<Setting> {
        Setting::ALL.into_iter().find(|setting| setting.name() == name)
    }

    fn value(self, text: &str) -> Option<&'static str> {
        self.values().iter().copied().find(|value| *value == text)
    }
}

/// A value for each setting, or none for the paper as it comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices([Option<&'static str>; Setting::ALL.len()]);

impl Choices {
    /// What is chosen for a setting.
    pub fn get(&self, setting: Setting) -> Option<&'static str> {
        self.0.get(setting as usize).copied().flatten()
    }

    /// The choices with one made anew. A value that is none of the setting's is the paper as it comes.
    #[must_use]
    pub fn with(mut self, setting: Setting, value: &str) -> Choices {
        if let Some(place) = self.0.get_mut(setting as usize) {
            *place = setting.value(value);
        }
        self
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    fn made(&self) -> impl Iterator<Item = (Setting, &'static str)> {
        Setting::ALL.into_iter().filter_map(|setting| Some((setting, self.get(setting)?)))
    }
}

/// The preset for readers who see badly: what the versions for them on public sites have, in one press.
const PRESET: [(Setting, &str); 6] = [
    (Setting::Theme, "contrast"),
    (Setting::Text, "150"),
    (Setting::Lines, "wide"),
    (Setting::Letters, "wide"),
    (Setting::Face, "sans"),
    (Setting::Motion, "less"),
];

/// The record: `{"version": 1, "theme": "sepia", "text": 130, "before": {…}}`, each member only where it is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What is chosen.
    pub choices: Choices,
    /// What was chosen before the preset was put on; none where it is not on.
    pub before: Option<Choices>,
}

impl Settings {
    /// Whether nothing is chosen: then there is no record.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.before.is_none()
    }

    /// The record with one choice made anew.
    #[must_use]
    pub fn with(self, setting: Setting, value: &str) -> Settings {
        Settings { choices: self.choices.with(setting, value), before: self.before }
    }

    /// The record with the preset put on, or with what was there before it.
    #[must_use]
    pub fn with_preset_toggled(self) -> Settings {
        match self.before {
            Some(choices) => Settings { choices, before: None },
            None => {
                let choices = PRESET.iter().fold(self.choices, |all, (setting, value)| all.with(*setting, value));
                Settings { choices, before: Some(self.choices) }
            }
        }
    }
}
