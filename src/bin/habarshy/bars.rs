//! What is seen of a build while it runs, and how long its parts took.

use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use habarshy::publish::progress::{Progress, Step};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A step is shown when it has taken so long: shorter ones would only flicker.
const TIMEOUT: Duration = Duration::from_secs(1);

/// Shows each step on the terminal, and remembers how long it took. Where the standard error stream is no terminal,
/// nothing is shown.
pub struct Bars {
    state: Mutex<State>,
    bar: ProgressBar,
    seen: bool,
}

struct State {
    steps: Vec<(Step, Instant)>,
    shown: bool,
}

impl Bars {
    /// For one build.
    pub fn new() -> Bars {
        let bar = ProgressBar::hidden();
        let style = ProgressStyle::with_template("{msg:10} {bar:32} {human_pos}/{human_len}  {eta} left");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Bars {
            state: Mutex::new(State { steps: Vec::new(), shown: false }),
            bar,
            seen: std::io::stderr().is_terminal(),
        }
    }

    /// Takes the bar away, and says how long each step took.
    pub fn finish(&self) -> Vec<(Step, Duration)> {
        self.bar.finish_and_clear();
        let now = Instant::now();
        let steps = &self.state.lock().unwrap_or_else(PoisonError::into_inner).steps;
        let ends = steps.iter().skip(1).map(|(_, begin)| *begin).chain([now]);
        steps.iter().zip(ends).map(|((step, begin), end)| (*step, end.duration_since(*begin))).collect()
    }
}

impl Progress for Bars {
    fn begin(&self, step: Step, parts: usize) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.steps.push((step, Instant::now()));
        state.shown = false;
        self.bar.set_draw_target(ProgressDrawTarget::hidden());
        self.bar.reset();
        self.bar.set_length(parts as u64);
        self.bar.set_message(name(step));
    }

    fn advance(&self) {
        self.bar.inc(1);
        if !self.seen || !self.bar.position().is_multiple_of(16) || self.bar.elapsed() < TIMEOUT {
            return;
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if !state.shown {
            state.shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

/// A step's name, as people read it.
pub fn name(step: Step) -> &'static str {
    match step {
        Step::Articles => "articles",
        Step::Related => "related",
        Step::Pages => "pages",
        Step::Search => "search",
        Step::Files => "files",
        Step::Swap => "swap",
        Step::Cleanup => "cleanup",
        Step::Counts => "counts",
        Step::ImportHeads => "reading",
        Step::ImportTexts => "importing",
    }
}

/// A time in the unit that suits it.
pub fn lasted(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{} ms", time.as_millis())
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}
