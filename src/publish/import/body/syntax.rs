//! Pieces of Markdown, written so that they are read as what they are.

/// A text between the brackets of a link or picture.
pub fn label(text: &str) -> String {
    let mut label = String::with_capacity(text.len());
    for letter in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(letter, '\\' | '[' | ']' | '<' | '>' | '*' | '_' | '`' | '~' | '&') {
            label.push('\\');
        }
        label.push(letter);
    }
    label
}

/// An address between the parentheses of a link or picture.
pub fn destination(address: &str) -> String {
    let mut destination = String::with_capacity(address.len());
    for letter in address.trim().chars() {
        match letter {
            letter if letter.is_control() => {}
            ' ' | '(' | ')' | '<' | '>' | '\\' | '"' => destination.push_str(&format!("%{:02X}", u32::from(letter))),
            letter if letter.is_whitespace() => destination.push_str("%20"),
            _ => destination.push(letter),
        }
    }
    destination
}

/// A picture with a caption, if there is any.
pub fn picture(alt: &str, address: &str, caption: &str) -> String {
    let caption = caption.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut title = String::new();
    if !caption.is_empty() {
        title.push_str(" \"");
        for letter in caption.chars() {
            if matches!(letter, '"' | '\\' | '&') {
                title.push('\\');
            }
            title.push(letter);
        }
        title.push('"');
    }
    format!("![{}]({}{title})", label(alt), destination(address))
}

/// A link alone: the address is the text.
pub fn bare_link(address: &str) -> String {
    let address = destination(address);
    if address.contains("://") { format!("<{address}>") } else { format!("[{}]({address})", label(&address)) }
}

/// Code within a line.
pub fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let room = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

/// A block of code.
pub fn code_block(text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("\n\n{fence}\n{}\n{fence}\n\n", text.trim_matches('\n'))
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0)
}
