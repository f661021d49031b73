//! What the panel of settings says.

use crate::values::Lang;

/// The words of one language.
#[derive(Debug)]
pub struct SettingsWords {
    /// The heading of the panel.
    pub title: &'static str,
    /// What closes it.
    pub close: &'static str,
    /// The button for readers who see badly.
    pub preset: &'static str,
    /// What that button does.
    pub preset_note: &'static str,
    /// Said when it was turned on.
    pub preset_on: &'static str,
    /// Said when it was turned off.
    pub preset_off: &'static str,
    /// The colours.
    pub theme: &'static str,
    /// As the device has them.
    pub system: &'static str,
    /// Dark on light.
    pub light: &'static str,
    /// Light on dark.
    pub dark: &'static str,
    /// Brown on beige.
    pub sepia: &'static str,
    /// Black on white.
    pub contrast: &'static str,
    /// White on black.
    pub contrast_dark: &'static str,
    /// Dark blue on light blue.
    pub contrast_blue: &'static str,
    /// The size of the letters.
    pub text: &'static str,
    /// The room between lines.
    pub lines: &'static str,
    /// The room between letters.
    pub letters: &'static str,
    /// Room as the paper has it.
    pub ordinary: &'static str,
    /// More of it.
    pub wide: &'static str,
    /// Most of it.
    pub widest: &'static str,
    /// The kind of letters.
    pub face: &'static str,
    /// With serifs.
    pub serif: &'static str,
    /// Without.
    pub sans: &'static str,
    /// No pictures.
    pub pictures: &'static str,
    /// Less motion.
    pub motion: &'static str,
    /// The button that takes all choices back.
    pub reset: &'static str,
    /// Said when it did.
    pub reset_done: &'static str,
    /// Where the choices are.
    pub kept: &'static str,
    /// Said where the browser keeps nothing.
    pub unkept: &'static str,
}

/// The words of a language.
pub fn settings_words(lang: Lang) -> &'static SettingsWords {
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
