//! Kazakh.

use super::Messages;

pub(super) static MESSAGES: Messages = Messages {
    language_name: "Қазақша",
    language_short: "Қаз",
    skip_to_content: "Мазмұнға өту",
    languages: "Тіл",
    sections: "Бөлімдер",
    front: "Басты бет",
    lead_story: "Басты жаңалық",
    latest: "Соңғы жаңалықтар",
    most_read: "Ең көп оқылған",
    other_news: "Басқа жаңалықтар",
    near: "Уақыты жағынан жақын",
    breadcrumb: "Сіз осындасыз",
    topics: "Тақырыптар",
    topic: "Тақырып",
    updated: "Жаңартылды",
    pages: "Беттер",
    newer: "Жаңарақ",
    older: "Ертерек",
    #[cfg(feature = "ssr")]
    archive: "Мұрағат",
    share: "Бөлісу",
    search: "Іздеу",
    search_what: "Газет мақалаларынан іздеу",
    #[cfg(feature = "ssr")]
    search_needs: [
        "Іздеу браузерде жұмыс істейді және оған JavaScript керек. Онсыз мақаланы газеттің бөлімдерінен, ",
        "мұрағаттан",
        " немесе іздеу жүйесінен табуға болады: сұрауға осы сайттың атын қосыңыз.",
    ],
    saved: "Сақталғандар",
    saved_what: "Осы құрылғыда сақталған және желісіз ашылатын мақалалар.",
    #[cfg(feature = "ssr")]
    saved_needs: "Мақалаларды құрылғыда сақтау үшін браузерге JavaScript керек.",
    settings: "Баптаулар",
    save: "Сақтау",
    listen: "Тыңдау",
    print: "Басып шығару",
    by_mail: "Пошта",
    nothing_here: "Мұнда әзірге материал жоқ.",
    to_front: "Басты бетке",
    loading: "Жүктелуде",
    not_found: "Бет табылмады",
    not_found_why: "Бұл мекенжайда ештеңе жоқ: сілтеме ескірген немесе қате терілген болуы мүмкін.",
    offline: "Желі жоқ",
    offline_why: "Құрылғы интернетке қосылмаған. Байланыс қалпына келгенде бет ашылады.",
    unreachable: "Бет жауап бермейді",
    unreachable_why: "Сайт уақытында жауап бермеді. Бір минуттан кейін қайталап көріңіз.",
    broken: "Бетті көрсету мүмкін болмады",
    broken_why: "Сайт оқылмайтын жауап жіберді. Қайталап көріңіз немесе бетті кәдімгі сілтемемен ашыңыз.",
    try_again: "Қайталап көру",
    open_plainly: "Кәдімгі сілтемемен ашу",
    #[cfg(feature = "ssr")]
    footnotes: "Ескертпелер",
    #[cfg(feature = "ssr")]
    back_to_text: "Мәтінге оралу",
    #[cfg(feature = "ssr")]
    table: "Кесте",
    #[cfg(feature = "ssr")]
    page_moved: "Бет көшті",
    popular_day: "Бір күн ішінде",
    popular_week: "Бір апта ішінде",
    popular_ever: "Барлық уақыт бойынша",
    full_list: "Толық тізім",
    you_read: "Сіз оқыған мақалалар",
    on_this_device: "Тізім тек осы құрылғыда сақталады.",
    nothing_read: "Сіз оқитын мақалалар осында жиналады.",
    clear_history: "Тізімді тазалау",
    history_cleared: "Тізім тазаланды",
    read: "оқылған",
    #[cfg(feature = "ssr")]
    more_of: ["«", "» бөлімінен тағы"],
    page_of: ["", "-бет, барлығы ", ""],
    #[cfg(feature = "ssr")]
    counted_how: [
        ["Мақала экранда кемінде ", " с тұрса, бір қаралым саналады."],
        ["", " мин ішінде қайта ашылса, жаңа қаралым болып саналмайды."],
    ],
};
