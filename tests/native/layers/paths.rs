//! The paths that a file names: those of this crate, as Rust's own lexer sees them. Words in comments and texts are none.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path, from the root of the crate: the module that names it is resolved already, what it names is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The parts of the path.
    pub path: Vec<String>,
    /// The name that a `use` gives it in the module; none where it is only used.
    pub alias: Option<String>,
    /// Whether a `use` takes all that is in it.
    pub is_glob: bool,
}

/// What a file says of itself and of others.
#[derive(Debug, Default)]
pub struct Names {
    /// The modules that have files of their own.
    pub modules: Vec<String>,
    /// Its own items: types, functions, macros and the like.
    pub items: Vec<String>,
    /// The paths that it names.
    pub named: Vec<Named>,
}

/// The names in the text of a module's file; `root` is that of its crate.
pub fn names(text: &str, module: &[String], root: &[String]) -> Names {
    let tokens: TokenStream = text.parse().expect("the text of a file is Rust");
    let mut names = Names::default();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    names.modules = declared(&tokens);
    Reader { module, root, names: &mut names }.read(&tokens, &mut Vec::new());
    names
}

/// The modules that stand as `mod name;`.
fn declared(tokens: &[TokenTree]) -> Vec<String> {
    let declared = tokens.windows(3).filter(|three| is_ident(&three[0], "mod") && is_punct(&three[2], ';'));
    declared.filter_map(|three| ident(&three[1])).collect()
}

struct Reader<'a> {
    module: &'a [String],
    /// The root of its crate.
    root: &'a [String],
    names: &'a mut Names,
}

impl Reader<'_> {
    /// Reads some tokens; `inline` are the modules within the file that they stand in.
    fn read(&mut self, tokens: &[TokenTree], inline: &mut Vec<String>) {
        let mut at = 0;
        while at < tokens.len() {
            at = self.step(tokens, at, inline);
        }
    }

    fn step(&mut self, tokens: &[TokenTree], at: usize, inline: &mut Vec<String>) -> usize {
        if let TokenTree::Group(group) = &tokens[at] {
            let within: Vec<TokenTree> = group.stream().into_iter().collect();
            self.read(&within, inline);
            return at + 1;
        }
        let Some(word) = ident(&tokens[at]) else { return at + 1 };
        if word == "mod"
            && let (Some(name), Some(TokenTree::Group(body))) = (tokens.get(at + 1).and_then(ident), tokens.get(at + 2))
        {
            inline.push(name);
            let within: Vec<TokenTree> = body.stream().into_iter().collect();
            self.read(&within, inline);
            inline.pop();
            return at + 3;
        }
        if inline.is_empty() && is_definition(&word) {
            self.names.items.extend(tokens.get(at + 1).and_then(ident));
        }
        if word == "macro_rules" {
            self.names.items.extend(tokens.get(at + 2).and_then(ident));
        }
        let is_use = at > 0 && is_ident(&tokens[at - 1], "use");
        let is_tail = at > 1 && is_punct(&tokens[at - 1], ':') && is_punct(&tokens[at - 2], ':');
        match self.start(&word, inline) {
            Some(start) if !is_tail && is_path(tokens, at) => self.tree(&tokens[at + 3..], start, is_use) + at + 3,
            _ => at + 1,
        }
    }

    /// The module that a path begins at; none where it is of another crate.
    fn start(&self, word: &str, inline: &[String]) -> Option<Vec<String>> {
        let here = || self.module.iter().chain(inline).cloned().collect::<Vec<String>>();
        match word {
            "habarshy" => Some(Vec::new()),
            "crate" => Some(self.root.to_vec()),
            "self" => Some(here()),
            "super" => {
                let mut here = here();
                here.pop();
                Some(here)
            }
            child if self.names.modules.iter().any(|module| module == child) => {
                Some(self.module.iter().cloned().chain([child.to_owned()]).collect())
            }
            _ => None,
        }
    }

    /// Reads what follows `start::`; gives how many tokens that were.
    fn tree(&mut self, tokens: &[TokenTree], start: Vec<String>, is_use: bool) -> usize {
        match tokens.first() {
            Some(TokenTree::Punct(star)) if star.as_char() == '*' => {
                self.add(start, None, true);
                1
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let within: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in within.split(|token| is_punct(token, ',')).filter(|branch| !branch.is_empty()) {
                    self.tree(branch, start.clone(), is_use);
                }
                1
            }
            Some(token) => match ident(token) {
                Some(word) => self.word(tokens, start, word, is_use),
                // A turbofish.
                None => {
                    self.add(start, None, false);
                    0
                }
            },
            None => 0,
        }
    }

    fn word(&mut self, tokens: &[TokenTree], mut path: Vec<String>, word: String, is_use: bool) -> usize {
        match word.as_str() {
            "super" => _ = path.pop(),
            "self" => {}
            _ => path.push(word.clone()),
        }
        if is_path(tokens, 0) {
            return 3 + self.tree(&tokens[3..], path, is_use);
        }
        let renamed = tokens.get(1).is_some_and(|token| is_ident(token, "as"));
        let alias = if renamed { tokens.get(2).and_then(ident) } else { path.last().cloned() };
        self.add(path, alias.filter(|_| is_use), false);
        1
    }

    fn add(&mut self, path: Vec<String>, alias: Option<String>, is_glob: bool) {
        self.names.named.push(Named { path, alias, is_glob });
    }
}

fn is_definition(word: &str) -> bool {
    matches!(word, "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union")
}

/// Whether the word at a place is followed by `::`.
fn is_path(tokens: &[TokenTree], at: usize) -> bool {
    let colons = tokens.get(at + 1..at + 3);
    colons.is_some_and(|colons| colons.iter().all(|token| is_punct(token, ':')))
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn is_ident(token: &TokenTree, wanted: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == wanted)
}

fn ident(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    }
}
