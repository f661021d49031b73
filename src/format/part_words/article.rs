//! What a reader can do with an article.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct ArticleWords {
    // Sharing.
    copy: &'static str,
    copied: &'static str,
    copy_by_hand: &'static str,
    address: &'static str,
    // Keeping.
    saved: &'static str,
    saving: &'static str,
    kept: &'static str,
    removed: &'static str,
    full: &'static str,
    not_here: &'static str,
    not_saved: &'static str,
    // Reading aloud: the bar's controls, and what is announced.
    player: &'static str,
    previous: &'static str,
    pause: &'static str,
    resume: &'static str,
    next: &'static str,
    speed: &'static str,
    stop: &'static str,
    started: &'static str,
    paused: &'static str,
    resumed: &'static str,
    stopped: &'static str,
    finished: &'static str,
    voice_failed: &'static str,
    // Going on in a long article.
    go_on: &'static str,
    go_on_name: &'static str,
    dismiss: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static ArticleWords {
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
