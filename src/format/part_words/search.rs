//! The search.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct SearchWords {
    any_time: &'static str,
    all_sections: &'static str,
    by_date: &'static str,
    by_relevance: &'static str,
    clear: &'static str,
    failed: &'static str,
    found: &'static str,
    hint: &'static str,
    month: &'static str,
    more: &'static str,
    none: &'static str,
    none_help: &'static str,
    /// The same where filters are set.
    none_help_filtered: &'static str,
    offline: &'static str,
    order: &'static str,
    recent: &'static str,
    results: &'static str,
    retry: &'static str,
    searching: &'static str,
    section: &'static str,
    sections: &'static str,
    week: &'static str,
    when: &'static str,
    without_filters: &'static str,
    year: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static SearchWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: SearchWords = SearchWords {
    any_time: "За все время",
    all_sections: "Все разделы",
    by_date: "Сначала новые",
    by_relevance: "Сначала подходящие",
    clear: "Очистить",
    failed: "Поиск сейчас недоступен.",
    found: "Найдено статей:",
    hint: "Введите слово. Подойдет любая форма, латиница и буквы без казахских знаков.",
    month: "За месяц",
    more: "Показать еще",
    none: "Ничего не нашлось.",
    none_help: "Попробуйте меньше слов или другое слово.",
    none_help_filtered: "Попробуйте меньше слов, другое слово или снимите фильтры.",
    offline: "Нет сети. Поиск заработает, когда она появится.",
    order: "Порядок",
    recent: "Вы искали",
    results: "Найденные статьи",
    retry: "Попробовать снова",
    searching: "Ищем…",
    section: "Раздел",
    sections: "Разделы",
    week: "За неделю",
    when: "Время",
    without_filters: "Искать без фильтров",
    year: "За год",
};

static KK: SearchWords = SearchWords {
    any_time: "Барлық уақыт",
    all_sections: "Барлық бөлім",
    by_date: "Алдымен жаңасы",
    by_relevance: "Алдымен сәйкесі",
    clear: "Тазалау",
    failed: "Іздеу қазір қолжетімсіз.",
    found: "Табылған мақалалар:",
    hint: "Сөз жазыңыз. Кез келген тұлғасы, латын әрпі және қазақ әріптерінсіз жазылғаны да табылады.",
    month: "Соңғы ай",
    more: "Тағы көрсету",
    none: "Ештеңе табылмады.",
    none_help: "Сөзді азайтып немесе басқа сөз жазып көріңіз.",
    none_help_filtered: "Сөзді азайтып, басқа сөз жазып немесе сүзгілерді алып көріңіз.",
    offline: "Желі жоқ. Желі пайда болғанда іздеу жұмыс істейді.",
    order: "Реті",
    recent: "Сіз іздегендер",
    results: "Табылған мақалалар",
    retry: "Қайталап көру",
    searching: "Іздеп жатырмыз…",
    section: "Бөлім",
    sections: "Бөлімдер",
    week: "Соңғы апта",
    when: "Уақыты",
    without_filters: "Сүзгісіз іздеу",
    year: "Соңғы жыл",
};

static EN: SearchWords = SearchWords {
    any_time: "Any time",
    all_sections: "All sections",
    by_date: "Newest first",
    by_relevance: "Best match first",
    clear: "Clear",
    failed: "The search is not available now.",
    found: "Articles found:",
    hint: "Type a word, in any of its forms.",
    month: "Past month",
    more: "Show more",
    none: "Nothing was found.",
    none_help: "Try fewer words, or another word.",
    none_help_filtered: "Try fewer words, another word, or no filters.",
    offline: "There is no network. The search works again when there is.",
    order: "Order",
    recent: "You searched for",
    results: "Articles found",
    retry: "Try again",
    searching: "Searching…",
    section: "Section",
    sections: "Sections",
    week: "Past week",
    when: "Time",
    without_filters: "Search without filters",
    year: "Past year",
};
