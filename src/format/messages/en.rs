//! English.

use super::Messages;

pub(super) static MESSAGES: Messages = Messages {
    language_name: "English",
    language_short: "Eng",
    skip_to_content: "Skip to content",
    languages: "Language",
    sections: "Sections",
    front: "Front page",
    lead_story: "Lead story",
    latest: "Latest news",
    most_read: "Most read",
    other_news: "Other news",
    near: "Near in time",
    breadcrumb: "You are here",
    topics: "Topics",
    topic: "Topic",
    updated: "Updated",
    pages: "Pages",
    newer: "Newer",
    older: "Older",
    #[cfg(feature = "ssr")]
    archive: "Archive",
    share: "Share",
    search: "Search",
    search_what: "Search the paper",
    #[cfg(feature = "ssr")]
    search_needs: [
        "The search runs in the browser and needs JavaScript. Without it, the sections, the ",
        "archive",
        " or a search engine will find the article: add this site's name to the query.",
    ],
    saved: "Saved",
    saved_what: "Articles kept on this device, to be read without a network.",
    #[cfg(feature = "ssr")]
    saved_needs: "To keep articles on this device the browser needs JavaScript.",
    settings: "Settings",
    save: "Save",
    listen: "Listen",
    print: "Print",
    by_mail: "E-mail",
    nothing_here: "There is nothing here yet.",
    to_front: "To the front page",
    loading: "Loading",
    not_found: "Page not found",
    not_found_why: "Nothing has this address: the link may be old, or mistyped.",
    offline: "No network",
    offline_why: "The device is not connected to the internet. The page will open once it is.",
    unreachable: "The page does not answer",
    unreachable_why: "The site did not answer in time. Please try again in a minute.",
    broken: "The page could not be shown",
    broken_why: "The site sent an answer that cannot be read. Try again, or open the page as a plain link.",
    try_again: "Try again",
    open_plainly: "Open as a plain link",
    #[cfg(feature = "ssr")]
    footnotes: "Notes",
    #[cfg(feature = "ssr")]
    back_to_text: "Back to the text",
    #[cfg(feature = "ssr")]
    table: "Table",
    #[cfg(feature = "ssr")]
    page_moved: "The page has moved",
    popular_day: "One day",
    popular_week: "One week",
    popular_ever: "All time",
    full_list: "The full list",
    you_read: "You have read",
    on_this_device: "The list stays on this device.",
    nothing_read: "Articles that you read will be listed here.",
    clear_history: "Clear the list",
    history_cleared: "The list is empty now",
    read: "read",
    #[cfg(feature = "ssr")]
    more_of: ["More from ", ""],
    page_of: ["Page ", " of ", ""],
    #[cfg(feature = "ssr")]
    counted_how: [
        ["A view is counted when the article was on the screen for at least ", " s."],
        ["Opening it again within ", " min is the same view."],
    ],
};
