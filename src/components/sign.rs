use leptos::prelude::*;

/// The paper's sign: a pair of ram's horns, the oldest ornament of the steppe, in a round seal.
#[component]
pub fn Sign() -> impl IntoView {
    view! {
        <svg class="brand-sign" viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="16" r="16" fill="currentColor"></circle>
            <path
                fill="none"
                stroke="var(--paper)"
                stroke-width="2.4"
                stroke-linecap="round"
                stroke-linejoin="round"
                d="M8.9 16.2C10.3 15.9 11.3 16.9 11.3 18.1 11.3 19.8 10 21 8.2 21 5.6 21 3.7 18.8 3.7 15.8 3.7 12.2 6 9.6 9.2 9.6 13.4 9.6 15.2 13.2 16 22.6 16.8 13.2 18.6 9.6 22.8 9.6 26 9.6 28.3 12.2 28.3 15.8 28.3 18.8 26.4 21 23.8 21 22 21 20.7 19.8 20.7 18.1 20.7 16.9 21.7 15.9 23.1 16.2"
            ></path>
        </svg>
    }
}
