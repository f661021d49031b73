//! The endings.
//!
//! Small letters of the tables stand for themselves, folded but for ң. Capital ones are the sounds that change, as
//! grammars of Turkic languages write them: `A` а е, `Y` ы і; `D` д т, `L` л д т, `N` н д т, `G` ғ қ, `M` м б п by the
//! letter before. A colon means: behind a vowel; a point: behind a consonant.

/// How much of a word is left to be analysed, from the root out. A kind of ending comes off where those that stand
/// behind it have come off or are not there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A verb's root without the last vowel, which the ending took: «оқы», «оқу», «оқиды».
    Open,
    /// A verb's root.
    Voice,
    /// A verb's root with its voice.
    Negation,
    /// A verb without its tense.
    Verb,
    /// A noun's root.
    Stem,
    /// A noun with its number.
    Plural,
    /// A noun with its owner.
    Possessive,
    /// A noun with its case.
    Case,
    /// A noun or a participle with its person.
    Predicate,
    /// The whole word.
    Word,
}

/// An ending.
pub struct Ending {
    /// How it is written.
    pub form: &'static str,
    /// The kind it is of.
    pub at: Stage,
    /// What is left without it.
    pub leaves: Stage,
    /// How much it speaks for an analysis to find it: little for an ending that ends roots just as often.
    pub gain: i32,
}

const fn ending(form: &'static str, at: Stage, leaves: Stage, gain: i32) -> Ending {
    Ending { form, at, leaves, gain }
}

/// An ending of a noun with only those of the kinds before it inside.
const fn noun(form: &'static str, at: Stage, gain: i32) -> Ending {
    ending(form, at, at, gain)
}

/// An ending of case joined to one of possession.
const fn joined(form: &'static str, gain: i32) -> Ending {
    ending(form, Stage::Case, Stage::Possessive, gain)
}

/// An ending of a verb that takes the endings of a noun.
const fn participle(form: &'static str, gain: i32) -> Ending {
    ending(form, Stage::Stem, Stage::Verb, gain)
}

/// The last ending of a verb.
const fn finite(form: &'static str, gain: i32) -> Ending {
    ending(form, Stage::Predicate, Stage::Verb, gain)
}

/// An ending of a verb that took the vowel before it.
const fn open(form: &'static str, at: Stage, gain: i32) -> Ending {
    ending(form, at, Stage::Open, gain)
}

/// Endings of nouns, of participles and of whole verbs.
pub const OUTER: &[Ending] = &[
    noun("LAр", Stage::Plural, 6),
    noun("Y", Stage::Possessive, 2),
    noun(":сY", Stage::Possessive, 3),
    noun("Yм", Stage::Possessive, -5),
    noun(":м", Stage::Possessive, -6),
    noun("Yң", Stage::Possessive, -1),
    noun(":ң", Stage::Possessive, -6),
    noun("YмYз", Stage::Possessive, 6),
    noun(":мYз", Stage::Possessive, 5),
    noun("YңYз", Stage::Possessive, 4),
    noun(":ңYз", Stage::Possessive, 4),
    joined("Yн", 2),
    joined(":сYн", 4),
    joined("YнA", 5),
    joined(":сYнA", 7),
    joined("YнDA", 6),
    joined(":сYнDA", 8),
    joined("YнAн", 6),
    joined(":сYнAн", 8),
    joined("YншA", 4),
    joined(":сYншA", 5),
    joined("YмA", 0),
    joined(":мA", -6),
    joined(":ңA", -4),
    joined("YңA", 0),
    noun("NYң", Stage::Case, 6),
    noun(".DY", Stage::Case, 3),
    noun(":нY", Stage::Case, 3),
    noun("GA", Stage::Case, 4),
    noun("DA", Stage::Case, 3),
    noun("DAн", Stage::Case, 5),
    noun("нAн", Stage::Case, 4),
    noun("Mен", Stage::Case, 5),
    noun("Mенен", Stage::Case, 7),
    noun("сYз", Stage::Predicate, -6),
    noun("MYн", Stage::Predicate, 2),
    noun("сYң", Stage::Predicate, 1),
    noun("MYз", Stage::Predicate, 2),
    ending("DAгY", Stage::Stem, Stage::Case, 7),
    ending("YнDAгY", Stage::Stem, Stage::Possessive, 9),
    ending(":сYнDAгY", Stage::Stem, Stage::Possessive, 11),
    ending("Dики", Stage::Stem, Stage::Case, 3),
    ending("Nики", Stage::Stem, Stage::Possessive, 6),
    ending(".DY", Stage::Stem, Stage::Stem, 1),
    ending(":рAк", Stage::Stem, Stage::Stem, -1),
    ending("YрAк", Stage::Stem, Stage::Stem, -1),
    participle("GAн", 5),
    participle("AтYн", 8),
    participle(":йтYн", 9),
    participle(":у", 3),
    participle("у", 3),
    open("у", Stage::Stem, 4),
    open("итYн", Stage::Stem, 9),
    participle("MAк", -2),
    participle("Aр", -4),
    participle(":р", -4),
    participle("MAс", 1),
    participle("GAнDYктAн", 9),
    finite("DYм", 3),
    finite("DYң", 2),
    finite("DYк", 1),
    finite("DYңYз", 6),
    finite("DY", 3),
    finite("сA", 1),
    finite("A", -1),
    finite("сAм", 1),
    finite("сAң", 1),
    finite("сAк", 1),
    finite("сAңYз", 5),
    finite("сYн", 3),
    finite("Yп", 4),
    finite(":п", 3),
    finite("YптY", 6),
    finite(":птY", 6),
    finite("YпMYн", 7),
    finite(":й", -3),
    finite("ADY", 5),
    finite(":йDY", 7),
    finite("AMYн", 7),
    finite(":йMYн", 8),
    finite("AсYң", 3),
    finite(":йсYң", 6),
    finite("AсYз", 6),
    finite(":йсYз", 8),
    finite("AмYз", 6),
    finite(":ймYз", 8),
    finite("AйYн", 3),
    finite(":йYн", 4),
    finite("AйYк", 3),
    finite(":йYк", 4),
    finite("MYн", 0),
    finite("MYз", 0),
    finite("YңDAр", 4),
    finite(":ңDAр", 4),
    finite("YңYз", 3),
    finite(":ңYз", 3),
    finite("YңYздAр", 6),
    finite(":ңYздAр", 6),
    finite("DYңDAр", 5),
    finite("DYңYздAр", 9),
    finite("AсYңDAр", 6),
    finite(":йсYңDAр", 8),
    finite("AсYздAр", 8),
    finite(":йсYздAр", 9),
    finite("GYсY", 4),
    finite("GAлY", 6),
    finite("GAнша", 7),
    finite("MAйYнша", 9),
    open("и", Stage::Predicate, 2),
    open("иDY", Stage::Predicate, 7),
    open("иMYн", Stage::Predicate, 8),
    open("исYң", Stage::Predicate, 6),
    open("исYз", Stage::Predicate, 8),
    open("имYз", Stage::Predicate, 8),
];

/// Endings of verbs behind those of tense.
pub const INNER: &[Ending] = &[
    ending("MA", Stage::Negation, Stage::Negation, 2),
    ending("Yл", Stage::Voice, Stage::Voice, 2),
    ending(":л", Stage::Voice, Stage::Voice, 1),
    ending(":н", Stage::Voice, Stage::Voice, 1),
    ending("Yн", Stage::Voice, Stage::Voice, 1),
];
