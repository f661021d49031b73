use leptos::prelude::*;

/// A choice with its name.
#[component]
pub fn Choice(
    /// What it is called in the form.
    name: &'static str,
    /// What it is called for readers.
    label: &'static str,
    /// Its values with their names.
    options: Vec<(String, String)>,
    /// The value that is chosen.
    chosen: Signal<String>,
    /// Takes another value.
    choose: Box<dyn Fn(&str)>,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, title)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{title}</option> }
            .into_any()
    });
    view! {
        <label class="search-choice">
            <span>{label}</span>
            <select name=name on:change=move |event| choose(&event_target_value(&event))>
                {options.collect_view()}
            </select>
        </label>
    }
}
