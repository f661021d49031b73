//! The service worker's notices.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct OfflineWords {
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static OfflineWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: OfflineWords = OfflineWords { close: "Закрыть" };

static KK: OfflineWords = OfflineWords { close: "Жабу" };

static EN: OfflineWords = OfflineWords { close: "Close" };
