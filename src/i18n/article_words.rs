//! What a reader can do with an article.

use crate::values::Lang;

/// The words of one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "a field's name says where its words stand; the words themselves say the rest")]
pub struct ArticleWords {
    // Sharing.
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub address: &'static str,
    // Keeping.
    pub save: &'static str,
    pub saved: &'static str,
    pub saving: &'static str,
    pub kept: &'static str,
    pub removed: &'static str,
    pub full: &'static str,
    pub not_here: &'static str,
    pub not_saved: &'static str,
    // Reading aloud: the bar's controls, and what is announced.
    pub player: &'static str,
    pub previous: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub next: &'static str,
    pub speed: &'static str,
    pub stop: &'static str,
    pub started: &'static str,
    pub paused: &'static str,
    pub resumed: &'static str,
    pub stopped: &'static str,
    pub finished: &'static str,
    pub voice_failed: &'static str,
    // Going on in a long article.
    pub go_on: &'static str,
    pub go_on_name: &'static str,
    pub dismiss: &'static str,
}

/// The words of a language.
pub fn article_words(lang: Lang) -> &'static ArticleWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: ArticleWords = ArticleWords {
    copy: "Скопировать ссылку",
    copied: "Ссылка скопирована",
    copy_by_hand: "Скопируйте адрес из поля",
    address: "Адрес статьи",
    save: "Сохранить",
    saved: "Сохранено",
    saving: "Сохраняется…",
    kept: "Статья сохранена на этом устройстве",
    removed: "Статья удалена с этого устройства",
    full: "На устройстве не хватает места",
    not_here: "В этом браузере сохранить статью нельзя",
    not_saved: "Сохранить не удалось. Проверьте, есть ли сеть",
    player: "Чтение вслух",
    previous: "Предыдущий абзац",
    pause: "Пауза",
    resume: "Читать дальше",
    next: "Следующий абзац",
    speed: "Скорость чтения",
    stop: "Остановить чтение",
    started: "Статья читается вслух",
    paused: "Чтение на паузе",
    resumed: "Чтение продолжается",
    stopped: "Чтение остановлено",
    finished: "Статья прочитана до конца",
    voice_failed: "Голос браузера не отвечает",
    go_on: "Продолжить с места, где вы остановились",
    go_on_name: "Продолжить чтение",
    dismiss: "Не нужно",
};

static KK: ArticleWords = ArticleWords {
    copy: "Сілтемені көшіру",
    copied: "Сілтеме көшірілді",
    copy_by_hand: "Мекенжайды өрістен көшіріп алыңыз",
    address: "Мақаланың мекенжайы",
    save: "Сақтау",
    saved: "Сақталды",
    saving: "Сақталып жатыр…",
    kept: "Мақала осы құрылғыда сақталды",
    removed: "Мақала осы құрылғыдан жойылды",
    full: "Құрылғыда орын жетпейді",
    not_here: "Бұл браузерде мақаланы сақтау мүмкін емес",
    not_saved: "Сақтау мүмкін болмады. Желі бар-жоғын тексеріңіз",
    player: "Дауыстап оқу",
    previous: "Алдыңғы абзац",
    pause: "Кідірту",
    resume: "Әрі қарай оқу",
    next: "Келесі абзац",
    speed: "Оқу жылдамдығы",
    stop: "Оқуды тоқтату",
    started: "Мақала дауыстап оқылып жатыр",
    paused: "Оқу кідіртілді",
    resumed: "Оқу жалғасуда",
    stopped: "Оқу тоқтатылды",
    finished: "Мақала соңына дейін оқылды",
    voice_failed: "Браузердің дауысы жауап бермейді",
    go_on: "Тоқтаған жерден жалғастыру",
    go_on_name: "Оқуды жалғастыру",
    dismiss: "Керек емес",
};

static EN: ArticleWords = ArticleWords {
    copy: "Copy link",
    copied: "Link copied",
    copy_by_hand: "Copy the address from the field",
    address: "Address of the article",
    save: "Save",
    saved: "Saved",
    saving: "Saving…",
    kept: "The article is saved on this device",
    removed: "The article is no longer on this device",
    full: "There is not enough room on this device",
    not_here: "This browser cannot save articles",
    not_saved: "The article could not be saved. Check your connection",
    player: "Reading aloud",
    previous: "Previous paragraph",
    pause: "Pause",
    resume: "Go on",
    next: "Next paragraph",
    speed: "Reading speed",
    stop: "Stop reading",
    started: "The article is being read aloud",
    paused: "Reading is paused",
    resumed: "Reading goes on",
    stopped: "Reading has stopped",
    finished: "The article has been read to its end",
    voice_failed: "The browser’s voice does not answer",
    go_on: "Continue where you stopped",
    go_on_name: "Continue reading",
    dismiss: "No, thanks",
};
