//! Articles as an agency writes them, in invented Russian: what is said often says nothing, rubrics share subjects and
//! subjects share words, every article has words of its own, and names and formulas stand in all rubrics.

/// How many rubrics there are, and how many subjects each has of its own.
const RUBRICS: usize = 8;
const SUBJECTS: usize = 5;

/// How many words a subject is written with, and from how many all subjects take them.
const SUBJECT_WORDS: usize = 70;
const SUBJECT_POOL: usize = 1_400;

/// How many words any text may have, and how many are as rare as those of one event.
const COMMON_WORDS: usize = 2_500;
const RARE_WORDS: usize = 25_000;

/// How many people and towns are in the news.
const NAMES: usize = 220;

const ENDINGS: [&str; 9] = ["", "а", "у", "ом", "е", "ы", "ам", "ами", "ах"];

const FORMULAS: [&str; 8] = [
    "Об этом сообщает корреспондент агентства со ссылкой на пресс-службу ведомства.",
    "Подробности уточняются, редакция следит за развитием событий.",
    "Соответствующее постановление опубликовано на официальном сайте.",
    "Как отметил представитель министерства, работа в этом направлении будет продолжена.",
    "Напомним, ранее сообщалось об изменениях в законодательстве республики.",
    "По предварительным данным, сумма составила несколько миллионов тенге.",
    "Мероприятие прошло при поддержке областного акимата.",
    "Следите за нашими новостями в социальных сетях.",
];

/// An article, and what nothing but its words tells of it.
pub struct Text {
    /// What it is filed under.
    pub rubric: usize,
    pub title: String,
    pub text: String,
    /// Days before the newest.
    pub age: usize,
}

/// Numbers of a fixed series.
pub struct Dice(pub u64);

impl Dice {
    /// From 0 to 1, without 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Any below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.share() * limit as f64) as usize
    }

    /// One below `limit`, the first far more often than the last (Zipf): as the logarithm of the place is even.
    fn often(&mut self, limit: usize) -> usize {
        (((limit + 1) as f64).powf(self.share()) as usize - 1).min(limit - 1)
    }

    /// Even chances summed up: near 0, seldom beyond -2 and 2.
    fn spread(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}

/// An invented word; a number gives the same word each time.
fn word(number: usize) -> String {
    let mut dice = Dice(number as u64 ^ 0x5eed);
    dice.below(2);
    let letters = |dice: &mut Dice, set: &str| set.chars().nth(dice.below(set.chars().count())).expect("a letter");
    let mut word = String::new();
    for _ in 0..2 + dice.below(2) {
        word.push(letters(&mut dice, "бвгдзклмнпрст"));
        word.push(letters(&mut dice, "аеиоу"));
    }
    word.push(letters(&mut dice, "бвгдзклмнпрст"));
    word
}

/// The words of everything, by their numbers.
struct Lexicon {
    subjects: Vec<Vec<usize>>,
}

impl Lexicon {
    fn new(dice: &mut Dice) -> Lexicon {
        let subject = |dice: &mut Dice| (0..SUBJECT_WORDS).map(|_| COMMON_WORDS + dice.below(SUBJECT_POOL)).collect();
        Lexicon { subjects: (0..RUBRICS * SUBJECTS).map(|_| subject(dice)).collect() }
    }

    /// A subject of a rubric: mostly its own.
    fn subject(&self, rubric: usize, dice: &mut Dice) -> &[usize] {
        let own = dice.share() < OWN_SUBJECT;
        let rubric = if own { rubric } else { dice.below(RUBRICS) };
        &self.subjects[rubric * SUBJECTS + dice.often(SUBJECTS)]
    }
}

/// How many articles of all are on a subject of their own rubric; and how many words of all are of the subject, of what
/// this article alone tells, and of names.
const OWN_SUBJECT: f64 = 0.83;
const ON_SUBJECT: f64 = 0.17;
const RARE: f64 = 0.07;
const NAMED: f64 = 0.035;

/// The articles of an agency, newest first.
pub fn write(count: usize, seed: u64) -> Vec<Text> {
    let mut dice = Dice(seed);
    let lexicon = Lexicon::new(&mut dice);
    (0..count).map(|place| article(&lexicon, place * 400 / count, &mut dice)).collect()
}

fn article(lexicon: &Lexicon, age: usize, dice: &mut Dice) -> Text {
    let rubric = dice.often(RUBRICS);
    let (main, second) = (lexicon.subject(rubric, dice), lexicon.subject(rubric, dice));
    let first_name = COMMON_WORDS + SUBJECT_POOL;
    let names: Vec<usize> = (0..1 + dice.below(3)).map(|_| first_name + dice.often(NAMES)).collect();
    let rare: Vec<usize> = (0..16).map(|_| first_name + NAMES + dice.below(RARE_WORDS)).collect();
    let next = |dice: &mut Dice| {
        let chance = dice.share();
        if chance < ON_SUBJECT {
            let subject = if dice.share() < 0.7 { main } else { second };
            subject[dice.often(subject.len())]
        } else if chance < ON_SUBJECT + RARE {
            rare[dice.below(rare.len())]
        } else if chance < ON_SUBJECT + RARE + NAMED {
            names[dice.below(names.len())]
        } else {
            dice.often(COMMON_WORDS)
        }
    };
    let inflected = |number: usize, dice: &mut Dice| word(number) + ENDINGS[dice.below(ENDINGS.len())];
    let headline: Vec<String> = (0..7).map(|_| inflected(next(dice), dice)).collect();
    let length = (170.0 * (0.6 * dice.spread()).exp()).clamp(60.0, 600.0) as usize;
    let mut text = String::new();
    for place in 0..length {
        text += &inflected(next(dice), dice);
        text += if place % 11 == 10 { ". " } else { " " };
    }
    for _ in 0..dice.below(4) {
        text += "\n\n";
        text += FORMULAS[dice.often(FORMULAS.len())];
    }
    Text { rubric, title: headline.join(" "), text, age }
}
