//! Measures of the search over newsrooms and word lists of your own.

use std::fs;
use std::path::Path;

use habarshy::search::analysis::{other_stems, stem};
use habarshy::values::Lang;

/// The share of pairs whose stems are equal: `FORMS=folder cargo test --test native forms -- --nocapture`, where the folder
/// has `forms-<lang>.tsv`: form, lemma and part of speech.
#[test]
fn forms_that_were_named_have_the_stems_of_their_lemmas() {
    let Some(folder) = std::env::var_os("FORMS") else { return };
    for lang in Lang::ALL {
        let Ok(table) = fs::read_to_string(Path::new(&folder).join(format!("forms-{lang}.tsv"))) else { continue };
        for kind in ["NOUN", "ADJ", "VERB"] {
            let rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
            let pairs: Vec<_> = rows
                .filter(|row| row.get(2) == Some(&kind))
                .map(|row| (row[0].to_owned(), row[1].to_owned()))
                .collect();
            let is_one = |(form, lemma): &&(String, String)| {
                let of = stem(lang, lemma);
                stem(lang, form) == of || other_stems(lang, form).contains(&of)
            };
            let right = pairs.iter().filter(is_one).count();
            println!("{lang} {kind}: {right} of {}", pairs.len());
            if std::env::var_os("VERBOSE").is_some() {
                pairs.iter().filter(|pair| !is_one(pair)).for_each(|(form, lemma)| println!("  {form} {lemma}"));
            }
        }
    }
}

/// Questions to a site of your own: `SITE=folder QUESTIONS=file cargo test --test native questions -- --nocapture`, where a line of
/// the file has a language, a question, and the slug of an article that answers it.
#[test]
fn questions_that_were_named_find_their_articles() {
    let (Some(site), Some(questions)) = (std::env::var_os("SITE"), std::env::var_os("QUESTIONS")) else { return };
    let folder = super::Folder::new(site);
    let table = fs::read_to_string(questions).expect("questions");
    let (mut all, mut found) = (0, 0);
    for line in table.lines() {
        let [code, question, slug] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let lang = Lang::ALL.into_iter().find(|lang| lang.code() == code).expect("a language");
        folder.bytes.set(0);
        let slugs = folder.slugs(lang, question);
        all += 1;
        match slugs.iter().position(|known| known == slug) {
            Some(place) => {
                found += 1;
                println!("{}: {question} ({} bytes)", place + 1, folder.bytes.get());
            }
            None => println!("-: {question} ({} bytes)", folder.bytes.get()),
        }
    }
    println!("{found} of {all}");
}
