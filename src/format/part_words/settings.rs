//! The panel of settings.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct SettingsWords {
    /// The heading of the panel.
    title: &'static str,
    /// What closes it.
    close: &'static str,
    /// The button for readers who see badly.
    preset: &'static str,
    /// What that button does.
    preset_note: &'static str,
    /// Said when it was turned on.
    preset_on: &'static str,
    /// Said when it was turned off.
    preset_off: &'static str,
    /// The colours.
    theme: &'static str,
    /// As the device has them.
    system: &'static str,
    /// Dark on light.
    light: &'static str,
    /// Light on dark.
    dark: &'static str,
    /// Brown on beige.
    sepia: &'static str,
    /// Black on white.
    contrast: &'static str,
    /// White on black.
    contrast_dark: &'static str,
    /// Dark blue on light blue.
    contrast_blue: &'static str,
    /// The size of the letters.
    text: &'static str,
    /// The room between lines.
    lines: &'static str,
    /// The room between letters.
    letters: &'static str,
    /// Room as the paper has it.
    ordinary: &'static str,
    /// More of it.
    wide: &'static str,
    /// Most of it.
    widest: &'static str,
    /// The kind of letters.
    face: &'static str,
    /// With serifs.
    serif: &'static str,
    /// Without.
    sans: &'static str,
    /// No pictures.
    pictures: &'static str,
    /// Less motion.
    motion: &'static str,
    /// The button that takes all choices back.
    reset: &'static str,
    /// Said when it did.
    reset_done: &'static str,
    /// Where the choices are.
    kept: &'static str,
    /// Said where the browser keeps nothing.
    unkept: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static SettingsWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: SettingsWords = SettingsWords {
    title: "Настройки",
    close: "Закрыть",
    preset: "Версия для слабовидящих",
    preset_note: "Черное на белом, крупные буквы без засечек, больше места между строками. Второе нажатие вернет все, как было.",
    preset_on: "Версия для слабовидящих включена",
    preset_off: "Версия для слабовидящих выключена: все, как было",
    theme: "Цвета",
    system: "Как на устройстве",
    light: "Светлая тема",
    dark: "Темная тема",
    sepia: "Сепия",
    contrast: "Черным по белому",
    contrast_dark: "Белым по черному",
    contrast_blue: "Синим по голубому",
    text: "Размер текста",
    lines: "Расстояние между строками",
    letters: "Расстояние между буквами",
    ordinary: "Обычное",
    wide: "Шире",
    widest: "Еще шире",
    face: "Шрифт",
    serif: "С засечками",
    sans: "Без засечек",
    pictures: "Не показывать картинки",
    motion: "Меньше движения",
    reset: "Сбросить настройки",
    reset_done: "Настройки сброшены",
    kept: "Настройки хранятся только на этом устройстве.",
    unkept: "Браузер не разрешает хранить настройки: они действуют, пока открыта эта страница.",
};

static KK: SettingsWords = SettingsWords {
    title: "Баптаулар",
    close: "Жабу",
    preset: "Нашар көретіндерге арналған нұсқа",
    preset_note: "Ақ бетте қара мәтін, ірі әріптер, кең жол аралығы. Қайта бассаңыз, бәрі бұрынғы қалпына келеді.",
    preset_on: "Нашар көретіндерге арналған нұсқа қосылды",
    preset_off: "Нашар көретіндерге арналған нұсқа өшірілді: бәрі бұрынғыдай",
    theme: "Түстер",
    system: "Құрылғыдағыдай",
    light: "Ашық",
    dark: "Қараңғы",
    sepia: "Сепия",
    contrast: "Ақ бетте қара",
    contrast_dark: "Қара бетте ақ",
    contrast_blue: "Көгілдір бетте көк",
    text: "Мәтін өлшемі",
    lines: "Жол аралығы",
    letters: "Әріп аралығы",
    ordinary: "Қалыпты",
    wide: "Кең",
    widest: "Өте кең",
    face: "Қаріп",
    serif: "Кертікті",
    sans: "Кертіксіз",
    pictures: "Суреттерді көрсетпеу",
    motion: "Қозғалысты азайту",
    reset: "Баптауларды тазарту",
    reset_done: "Баптаулар тазартылды",
    kept: "Баптаулар осы құрылғыда ғана сақталады.",
    unkept: "Браузер баптауларды сақтауға рұқсат бермейді: олар осы бет ашық тұрғанда ғана қолданылады.",
};

static EN: SettingsWords = SettingsWords {
    title: "Settings",
    close: "Close",
    preset: "Version for low vision",
    preset_note: "Black on white, large letters without serifs, more room between lines. Press again to have everything as it was.",
    preset_on: "The version for low vision is on",
    preset_off: "The version for low vision is off: everything is as it was",
    theme: "Colours",
    system: "As on the device",
    light: "Light",
    dark: "Dark",
    sepia: "Sepia",
    contrast: "Black on white",
    contrast_dark: "White on black",
    contrast_blue: "Blue on light blue",
    text: "Text size",
    lines: "Line spacing",
    letters: "Letter spacing",
    ordinary: "Normal",
    wide: "Wide",
    widest: "Widest",
    face: "Typeface",
    serif: "Serif",
    sans: "Sans serif",
    pictures: "Hide pictures",
    motion: "Less motion",
    reset: "Reset settings",
    reset_done: "The settings are reset",
    kept: "The settings are kept on this device only.",
    unkept: "The browser does not allow settings to be kept: they hold while this page is open.",
};
