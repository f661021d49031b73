//! Words that ask or join, and need not be in what answers a question.

use super::fold::is_alike;
use crate::values::Lang;

const RU: &str = "\
а без более бы был была были было быть в вам вас ведь во вот все всего вы где да для до его ее ей ему если есть \
еще ж же за зачем и из или им их к каков какова каковы как какая какие каких какими какое какой каком какому \
какую когда кого ком кому которая которого которое которой котором которому которую которые который которых кто \
куда ли лишь между меня мне мы на над надо нам нас не него нее ней нет ни них но ну о об обо он она они оно от \
откуда отчего ото перед по под почему пред при про с сколько со так также такая такие такое такой там те тем то \
тогда того тоже той только том тот ты у уже чего чей чем чему через что что чтоб чтобы чье чьи чья эта эти это \
этого этой этом этот этому эту я является";

const KK: &str = "\
ал ана арқылы бар бен бері біз бойынша бол болды болған болып бұл волса да де дейін деп еді екен емес ең енді ер \
және жоқ қай қайда қайдан қайсы қалай қандай қанша қашан керек кейін кім кімге кімді кімнің ма мен менен ме \
мынау не неге неліктен немене немесе нені ненің неше нешінші ол олар осы па пе пен сен сияқты сол солай сондай \
соң та тағы те туралы үшін ше шейін";

const EN: &str = "\
a about am an and are as at be been but by can did do does for from had has have he her his how i if in into is \
it its me my of on or our she so than that the their them then there these they this those to us was we were \
what when where which who whom whose why will with would you your";

/// Whether a word, in small letters, says nothing of what is asked for. Kazakh words may be without the marks of their
/// letters.
pub fn is_stop_word(lang: Lang, word: &str) -> bool {
    let list = match lang {
        Lang::Kk => KK,
        Lang::Ru => RU,
        Lang::En => EN,
    };
    !word.is_empty() && list.split(' ').any(|known| is_alike(known, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_ask_and_join_are_known() {
        for (lang, words) in [
            (Lang::Ru, "кто что какой когда где сколько почему в на и ещё еще её который это"),
            (
                Lang::Kk,
                "кім ким не қандай кандай қашан кашан қайда қанша неше неге және жане мен бен үшін ушин туралы бойынша",
            ),
            (Lang::En, "who what when the of how is"),
        ] {
            for word in words.split(' ') {
                assert!(is_stop_word(lang, word), "{word}");
            }
        }
        for (lang, words) in [
            (Lang::Ru, "год день война мир закон вода вид коза тон"),
            (Lang::Kk, "қала мектеп су жер ел адам"),
            (Lang::En, "news city war theory office"),
        ] {
            for word in words.split(' ') {
                assert!(!is_stop_word(lang, word), "{word}");
            }
        }
        assert!(!is_stop_word(Lang::Ru, ""));
    }
}
