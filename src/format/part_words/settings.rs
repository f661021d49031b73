//! The panel of settings.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct SettingsWords {
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static SettingsWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: SettingsWords = SettingsWords { close: "Закрыть" };

static KK: SettingsWords = SettingsWords { close: "Жабу" };

static EN: SettingsWords = SettingsWords { close: "Close" };
