//! Russian.

use super::Messages;

pub(super) static MESSAGES: Messages = Messages {
    language_name: "Русский",
    language_short: "Рус",
    skip_to_content: "К содержанию",
    languages: "Язык",
    sections: "Разделы",
    front: "Главная",
    lead_story: "Главное",
    latest: "Последние новости",
    most_read: "Самое читаемое",
    other_news: "Другие новости",
    near: "Рядом по времени",
    breadcrumb: "Вы здесь",
    topics: "Темы",
    topic: "Тема",
    updated: "Обновлено",
    pages: "Страницы",
    newer: "Новее",
    older: "Раньше",
    #[cfg(feature = "ssr")]
    archive: "Архив",
    share: "Поделиться",
    search: "Поиск",
    search_what: "Поиск по статьям газеты",
    #[cfg(feature = "ssr")]
    search_needs: [
        "Поиск работает в браузере, и ему нужен JavaScript. Без него найти статью помогут разделы газеты, ",
        "архив",
        " или поисковая система: добавьте к запросу имя этого сайта.",
    ],
    saved: "Сохраненное",
    saved_what: "Статьи, которые хранятся на этом устройстве и открываются без сети.",
    #[cfg(feature = "ssr")]
    saved_needs: "Чтобы сохранять статьи на устройстве, браузеру нужен JavaScript.",
    settings: "Настройки",
    save: "Сохранить",
    listen: "Слушать",
    print: "Печать",
    by_mail: "Почта",
    nothing_here: "Здесь пока нет материалов.",
    to_front: "На главную",
    loading: "Загружается",
    not_found: "Страница не найдена",
    not_found_why: "По этому адресу ничего нет: возможно, ссылка устарела или в ней опечатка.",
    offline: "Нет сети",
    offline_why: "Устройство не подключено к интернету. Страница откроется, когда связь вернется.",
    unreachable: "Страница не отвечает",
    unreachable_why: "Сайт не ответил вовремя. Попробуйте еще раз через минуту.",
    broken: "Страницу не удалось показать",
    broken_why: "Сайт прислал ответ, который не читается. Попробуйте еще раз или откройте страницу обычным способом.",
    try_again: "Попробовать снова",
    open_plainly: "Открыть обычной ссылкой",
    #[cfg(feature = "ssr")]
    footnotes: "Примечания",
    #[cfg(feature = "ssr")]
    back_to_text: "Назад к тексту",
    #[cfg(feature = "ssr")]
    table: "Таблица",
    #[cfg(feature = "ssr")]
    page_moved: "Страница переехала",
    popular_day: "За день",
    popular_week: "За неделю",
    popular_ever: "За все время",
    full_list: "Весь список",
    you_read: "Вы читали",
    on_this_device: "Список хранится только на этом устройстве.",
    nothing_read: "Здесь появятся статьи, которые вы прочтете.",
    clear_history: "Очистить список",
    history_cleared: "Список очищен",
    read: "прочитано",
    #[cfg(feature = "ssr")]
    more_of: ["Еще из раздела «", "»"],
    page_of: ["Страница ", " из ", ""],
    #[cfg(feature = "ssr")]
    counted_how: [
        ["Просмотр засчитывается, если статья была на экране не меньше ", " с."],
        ["Повторное открытие в течение ", " мин новым просмотром не считается."],
    ],
};
