//! `[views]` of `site.toml`: what counts as a view, and who adds them up.

use super::base_url::is_host;
use crate::model::{Service, SharedCounter, ViewsPolicy};
use crate::publish::keys::{Keys, Spanned};
use crate::publish::nearest::nearest;
use crate::publish::reporter::Reporter;

/// The longest dwell that can be asked for: an hour, in seconds.
const LONGEST_DWELL: u64 = 3600;

/// The longest window: a week, in minutes.
const LONGEST_WINDOW: u64 = 7 * 24 * 60;

/// `counter` where no service is wanted.
const NONE: &str = "none";

/// Reads the table. `base_url` is the site's own URL.
pub fn read(keys: &mut Keys<'_>, base_url: &str, reporter: &mut Reporter) -> (ViewsPolicy, Option<SharedCounter>) {
    let mut policy = ViewsPolicy::default();
    let Some(mut table) = keys.table("views", reporter) else { return (policy, None) };
    if let Some(seconds) = limited(&mut table, "dwell_seconds", LONGEST_DWELL, "seconds", reporter) {
        policy.dwell_seconds = seconds;
    }
    if let Some(minutes) = limited(&mut table, "window_minutes", LONGEST_WINDOW, "minutes", reporter) {
        policy.window_minutes = minutes;
    }
    if let Some(count) = table.flag("count_automation", reporter) {
        policy.count_automation = count;
    }
    let counter = counter(&mut table, base_url, reporter);
    table.finish(reporter);
    (policy, counter)
}

fn limited(table: &mut Keys<'_>, key: &'static str, limit: u64, unit: &str, reporter: &mut Reporter) -> Option<u32> {
    let Spanned { value, span } = table.whole(key, reporter)?;
    if value > limit {
        reporter.at(span, format!("`{key}` is too long: {value}"), format!("write {unit} from 0 to {limit}"));
        return None;
    }
    u32::try_from(value).ok()
}

/// The shared counter: its service and its endpoint, which go together.
fn counter(table: &mut Keys<'_>, base_url: &str, reporter: &mut Reporter) -> Option<SharedCounter> {
    let is_given = table.value("counter").is_some();
    let name = table.text("counter", reporter);
    let endpoint = table.text("endpoint", reporter);
    let name = name.filter(|name| name.value != NONE);
    let service = name.as_ref().and_then(|Spanned { value, span }| {
        let service = Service::from_code(value);
        if service.is_none() {
            let known: Vec<&str> = Service::ALL.map(Service::code).into_iter().chain([NONE]).collect();
            let help = match nearest(value, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of {}", known.join(", ")),
            };
            reporter.at(
                span.clone(),
                format!("`counter` is \"{value}\", which is no counter that we can speak to"),
                help,
            );
        }
        service
    });
    match (name, endpoint) {
        // What it is was said already.
        (Some(_), None) if table.value("endpoint").is_some() => None,
        (Some(name), None) => {
            reporter.at(
                name.span,
                format!("the counter \"{}\" has no `endpoint`", name.value),
                "add `endpoint = \"https://counter.example\"` with the address of the service",
            );
            None
        }
        // Switched off, for a while perhaps.
        (None, Some(_)) if is_given => None,
        (None, Some(endpoint)) => {
            let help = "add `counter = \"waline\"` or `counter = \"goatcounter\"`, or remove the endpoint";
            reporter.at(endpoint.span, "`endpoint` is there, but no `counter`", help);
            None
        }
        (Some(_), Some(endpoint)) => {
            let endpoint = checked(&endpoint, base_url, reporter);
            service.zip(endpoint).map(|(service, endpoint)| SharedCounter { service, endpoint })
        }
        (None, None) => None,
    }
}

/// The address of a service that browsers may be sent to from the paper's own.
fn checked(Spanned { value, span }: &Spanned<String>, base_url: &str, reporter: &mut Reporter) -> Option<String> {
    let Some(url) = service_url(value) else {
        reporter.at(
            span.clone(),
            format!("`endpoint` is \"{value}\", which is not the address of a service"),
            "write scheme, host and folder, nothing after them: `endpoint = \"https://counter.example\"`; the host in lower case and \
             in its ASCII form, which begins with xn-- for others, and a port of at most 65535",
        );
        return None;
    };
    let plain = url.strip_prefix("http://").filter(|_| base_url.starts_with("https:"));
    if let Some(rest) = plain.filter(|rest| !is_this_machine(rest)) {
        reporter.at(
            span.clone(),
            format!("`endpoint` is \"{value}\": browsers send nothing there from an https site"),
            format!("write `endpoint = \"https://{rest}\"`, and let the service answer there"),
        );
        return None;
    }
    Some(url.to_owned())
}

/// An absolute URL that may stand in a content security policy and before the paths of a service, without slashes at its
/// end; none for any other text.
pub fn service_url(text: &str) -> Option<&str> {
    let url = text.trim_end_matches('/');
    let (scheme, rest) = url.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'/');
    let is_path = path.bytes().all(plain) && path.split('/').all(|part| part != "..") && !path.contains("//");
    (matches!(scheme, "https" | "http") && is_host(host) && is_path).then_some(url)
}

/// Whether a URL without its scheme leads to the machine that asks.
pub fn is_this_machine(rest: &str) -> bool {
    matches!(rest.split([':', '/']).next(), Some("localhost" | "127.0.0.1"))
}
