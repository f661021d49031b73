//! What the search says.

use crate::values::Lang;

/// The words of one language.
#[derive(Debug)]
pub struct SearchWords {
    /// No limit of time.
    pub any_time: &'static str,
    /// No limit to a section.
    pub all_sections: &'static str,
    /// The order in time.
    pub by_date: &'static str,
    /// The order by how well articles answer.
    pub by_relevance: &'static str,
    /// Forgets what was asked for.
    pub clear: &'static str,
    /// Said where the index cannot be asked.
    pub failed: &'static str,
    /// Stands before the number of articles.
    pub found: &'static str,
    /// Said before anything is asked.
    pub hint: &'static str,
    /// Said of the question that was answered in place of another, which stands between both.
    pub instead: [&'static str; 2],
    /// A limit of time.
    pub month: &'static str,
    /// Shows more results.
    pub more: &'static str,
    /// Said where nothing answers.
    pub none: &'static str,
    /// What to do then.
    pub none_help: &'static str,
    /// The same where filters are set.
    pub none_help_filtered: &'static str,
    /// Said where there is no network.
    pub offline: &'static str,
    /// The name of the choice of order.
    pub order: &'static str,
    /// Said where the site has another search than this page.
    pub outdated: &'static str,
    /// The heading of what was asked for before.
    pub recent: &'static str,
    /// Loads the page anew.
    pub reload: &'static str,
    /// The heading of the results.
    pub results: &'static str,
    /// Asks once more.
    pub retry: &'static str,
    /// Said while the answer is on its way.
    pub searching: &'static str,
    /// The name of the choice of a section.
    pub section: &'static str,
    /// The heading of the sections.
    pub sections: &'static str,
    /// A limit of time.
    pub week: &'static str,
    /// The name of the choice of time.
    pub when: &'static str,
    /// Takes all filters away.
    pub without_filters: &'static str,
    /// A limit of time.
    pub year: &'static str,
}

impl SearchWords {
    /// Says which question was answered in place of the one that was asked.
    pub fn instead_of(&self, question: &str) -> String {
        let [before, after] = self.instead;
        [before, question, after].concat()
    }
}

/// The words of a language.
pub fn search_words(lang: Lang) -> &'static SearchWords {
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
    hint: "Введите слово или несколько. Подойдет любая форма слова, латиница, другая раскладка клавиатуры и буквы без казахских знаков, а опечатки исправляются. Найденное можно ограничить разделом и временем.",
    instead: ["Показаны результаты по запросу «", "»"],
    month: "За месяц",
    more: "Показать еще",
    none: "Ничего не нашлось.",
    none_help: "Попробуйте меньше слов или другое слово.",
    none_help_filtered: "Попробуйте меньше слов, другое слово или снимите фильтры.",
    offline: "Нет сети. Поиск заработает, когда она появится.",
    order: "Порядок",
    outdated: "Поиск на сайте обновился. Обновите страницу: запрос останется.",
    recent: "Вы искали",
    reload: "Обновить страницу",
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
    by_relevance: "Алдымен сәйкестері",
    clear: "Тазалау",
    failed: "Іздеу қазір қолжетімсіз.",
    found: "Табылған мақалалар:",
    hint: "Бір не бірнеше сөз жазыңыз. Сөздің кез келген тұлғасы, латын әрпі, басқа пернетақтамен және қазақ әріптерінсіз жазылғаны да табылады, қателер түзетіледі. Табылғанды бөлім мен уақыт бойынша шектеуге болады.",
    instead: ["«", "» сұрауы бойынша табылғандар көрсетілді"],
    month: "Соңғы ай",
    more: "Тағы көрсету",
    none: "Ештеңе табылмады.",
    none_help: "Сөзді азайтып немесе басқа сөз жазып көріңіз.",
    none_help_filtered: "Сөзді азайтып, басқа сөз жазып немесе сүзгілерді алып көріңіз.",
    offline: "Желі жоқ. Желі пайда болғанда іздеу жұмыс істейді.",
    order: "Реттеу",
    outdated: "Сайттағы іздеу жаңарды. Бетті жаңартыңыз: сұрауыңыз сақталады.",
    recent: "Сіз іздегендер",
    reload: "Бетті жаңарту",
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
    hint: "Type a word or several, in any of their forms. Slips of the keyboard are mended, and words that were typed in another layout are understood. What is found can be limited to a section and a time.",
    instead: ["Showing results for “", "”"],
    month: "Past month",
    more: "Show more",
    none: "Nothing was found.",
    none_help: "Try fewer words, or another word.",
    none_help_filtered: "Try fewer words, another word, or no filters.",
    offline: "There is no network. The search works again when there is.",
    order: "Order",
    outdated: "The search of the site is a new one. Load the page anew: your question stays.",
    recent: "You searched for",
    reload: "Load the page anew",
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
