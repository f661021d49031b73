use leptos::prelude::*;

/// A list of links under a heading.
#[component]
pub fn Group(
    /// The heading.
    title: &'static str,
    /// The links.
    links: Vec<AnyView>,
    /// What stands below them.
    #[prop(optional)]
    foot: Option<AnyView>,
) -> impl IntoView {
    let items = links.into_iter().map(|link| view! { <li>{link}</li> }.into_any());
    view! {
        <section class="search-group">
            <h2>{title}</h2>
            <ul class="search-list">{items.collect_view()}</ul>
            {foot}
        </section>
    }
}
