use leptos::prelude::*;

/// A small drawing beside a word. It is never the only bearer of a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An eye: views.
    Eye,
    /// An arrow out of a box: share.
    Share,
    /// A bookmark: keep on this device.
    Save,
    /// A loudspeaker: read aloud.
    Listen,
    /// A printer.
    Print,
    /// A magnifying glass.
    Search,
    /// A small and a capital letter: how the paper looks.
    Settings,
}

/// A drawing of lines, by its path.
macro_rules! lines {
    ($path:literal) => {
        concat!(
            "<svg class=\"icon\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" \
             aria-hidden=\"true\"><path d=\"",
            $path,
            "\"></path></svg>"
        )
    };
}

impl Icon {
    /// The icon as safe HTML.
    pub fn html(self) -> &'static str {
        match self {
            Icon::Eye => lines!(
                "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Zm10 2.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5Z"
            ),
            Icon::Share => lines!("M12 15V3.5m0 0L7.5 8M12 3.5 16.5 8M5 12.5V20h14v-7.5"),
            Icon::Save => lines!("M6 3.5h12V21l-6-4.5L6 21Z"),
            Icon::Listen => lines!("M4 9.5v5h3.5L12 19V5L7.5 9.5Zm11.5-1a5 5 0 0 1 0 7M18 6a8.5 8.5 0 0 1 0 12"),
            Icon::Print => lines!("M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 13.5h10v7H7Z"),
            Icon::Search => lines!("M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.75-1.75L20.5 20.5"),
            Icon::Settings => lines!("M2.5 19 8 5l5.5 14M4.5 14h7m10 5v-9m0 4.5a3.5 4.5 0 1 1-7 0 3.5 4.5 0 1 1 7 0Z"),
        }
    }
}

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
