use leptos::prelude::*;

/// The rank of a headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingRank {
    /// As large as the heading of a part of the page.
    Second,
    /// Below that.
    Third,
}

/// A card: a picture and the words of an article. The link in its headline covers the whole card.
#[component]
pub fn CardFrame<P, T, E, V>(
    /// The classes.
    class: String,
    /// What stands in the place of the picture.
    picture: P,
    /// The name of the section.
    section: Option<String>,
    /// The rank of the headline.
    rank: HeadingRank,
    /// Where the link leads.
    path: String,
    /// The headline.
    title: T,
    /// What stands under it.
    teaser: E,
    /// When the article was published, for machines.
    date: String,
    /// The same for readers.
    day: String,
    /// How often it was viewed.
    views: V,
) -> impl IntoView
where
    P: IntoView + 'static,
    T: IntoView + 'static,
    E: IntoView + 'static,
    V: IntoView + 'static,
{
    let link = view! { <a href=path>{title}</a> };
    let heading = match rank {
        HeadingRank::Second => view! { <h2 class="card-title">{link}</h2> }.into_any(),
        HeadingRank::Third => view! { <h3 class="card-title">{link}</h3> }.into_any(),
    };
    view! {
        <article class=class>
            <div class="card-picture">{picture}</div>
            <div class="card-text">
                {section.map(|name| view! { <p class="card-section">{name}</p> }.into_any())}
                {heading}
                <p class="card-teaser">{teaser}</p>
                <p class="card-meta"><time datetime=date>{day}</time>{views}</p>
            </div>
        </article>
    }
}
