// The words of a question: folded and read as the index has them, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, query } from "../../src/parts/search/address.js";
import { askings, days } from "../../src/parts/search/engine.js";
import { passage, shorter } from "../../src/parts/search/finding.js";
import { fold, matcher, stem } from "../../src/parts/search/fold.js";
import { cyrillic, readings } from "../../src/parts/search/latin.js";

/** As `/pagefind/<lang>/habarshy.json` has them. */
const letters = { ә: "а", қ: "к", ң: "н", ғ: "г", ү: "у", ұ: "у", ө: "о", һ: "х", і: "и", ё: "е", э: "е", щ: "ш", ъ: "", ь: "" };
const endings = {
  all: ["лар", "лер", "дар", "дер", "тар", "тер", "нын", "нин", "дын", "дин", "тин", "да", "де", "та", "те", "га", "ге", "инде", "ин", "и"],
  letters: "ыин", root: 3, most: 3, voiceless: { б: "п", г: "к" },
};
const RU = { articles: 1, letters, before_short_i: "ыиое" };
const KK = { ...RU, endings };

for (const [word, folded] of [["Қазақстан", "казакстан"], ["Алёна", "алена"], ["новый", "новы"], ["трамвай", "трамвай"], ["NASA", "nasa"], ["й", "й"]]) {
  test(`${word} counts as ${folded}`, () => assert.equal(fold(word, RU), folded));
}

for (const [word, root] of [["мектептердин", "мектеп"], ["кала", "кала"], ["калада", "кала"], ["китаби", "китап"], ["ел", "ел"]]) {
  test(`${word} is a form of ${root}`, () => assert.equal(stem(word, endings), root));
}

for (const [latin, word] of [
  ["qazaqstan", "қазақстан"], ["shkola", "школа"], ["yanvar", "январ"], ["novyy", "новый"], ["novyj", "новый"], ["rossiya", "россия"],
  ["zhetysu", "жетысу"], ["jetisý", "жетису"], ["schuka", "щука"], ["mäñgi", "мәңги"], ["mayskiy", "майский"],
]) {
  test(`${latin} is read as ${word}`, () => assert.equal(cyrillic(latin)[0], word));
}

test("what may be two things is read as both", () => {
  assert.deepEqual(cyrillic("centr"), ["центр", "кентр"]);
  assert.deepEqual(cyrillic("rayon"), ["раён", "район"]);
  assert.equal(readings("центр 2026").length, 0);
  assert.ok(cyrillic("cwxcwxcwx").length <= 4, "no question asks for ever");
});

test("Latin words are asked for as they are, too", () => {
  assert.deepEqual(askings("NASA в Алматы", RU), [["nasa", "в", "алматы"], ["наса", "в", "алматы"]]);
  assert.deepEqual(askings("мектептерде", KK), [["мектеп"]]);
  assert.deepEqual(askings("ъ — !", RU), []);
});

test("a hit is any form of a word that was asked for, or its continuation", () => {
  const hit = matcher(["школами", "снег"], RU);
  assert.deepEqual(["Школа", "школе", "снегом", "шкаф", "снежный"].map(hit), [true, true, true, false, false]);
  const qala = matcher(["кала"], KK);
  assert.deepEqual(["Қаладағы", "қалада", "бала"].map(qala), [true, true, false]);
});

test("days go back over months, and have the day that has begun where the paper is", () => {
  const week = days("week", new Date(2026, 2, 3, 23));
  assert.deepEqual([week.length, week[0], week.at(-1)], [8, "2026-03-04", "2026-02-25"]);
});

test("an address says what is asked, and nonsense counts as not said", () => {
  const said = { q: "снег & лед", section: "nature", when: "week", sort: "date" };
  assert.deepEqual(asked(query(said)), said);
  assert.deepEqual(asked("?when=toString&sort=up"), { q: "", section: "", when: "", sort: "" });
  assert.equal(query({ q: " ", section: "", when: "", sort: "" }), "");
});

test("a passage shows the hit, from the beginning of its sentence if that is near", () => {
  const hits = (text) => [...text.matchAll(/снег/g)].map((match) => ({ word: match[0], at: match.index }));
  const long = "Слово за словом ".repeat(30);
  assert.equal(passage({ teaser: "Тут снег", text: "снег" }, hits), "Тут снег");
  assert.equal(passage({ teaser: "Тизер", text: "Без слова" }, hits), "Тизер");
  assert.equal(passage({ teaser: "Тизер", text: `${long}. Выпал снег. Ура` }, hits), "Выпал снег. Ура");
  const cut = passage({ teaser: "Тизер", text: `${long}снег ${long}` }, hits);
  assert.ok(cut.startsWith("… ") && cut.includes("снег") && cut.endsWith("…") && cut.length < 200, cut);
});

for (const [asked, word, is] of [
  ["снегопад", "снег", false], ["снегом", "снега", true], ["абракадабра", "а", false], ["абракадабра", "абрикос", false],
  ["бал", "балхаш", true], ["открыли", "открыта", true], ["новые", "новыми", true], ["школами", "школьный", true], ["она", "онлайн", false],
  ["студенты", "студентов", true], ["opened", "opening", true], ["cities", "city", true], ["open", "opera", false],
]) {
  test(`${word} is ${is ? "" : "not "}found by ${asked}`, () => assert.equal(matcher([fold(asked, RU)], RU)(word), is));
}

test("half a Kazakh ending is taken off, and no letter that begins none", () => {
  const of = { endings: { ...endings, all: ["тер", "ка", "лар", "га"] } };
  assert.deepEqual(shorter(["көп", "кошетт"], of, 1), ["көп", "кошет"]);
  assert.deepEqual(shorter(["балал"], of, 1), ["бала"]);
  assert.deepEqual(shorter(["балала"], of, 2), ["бала"]);
  assert.equal(shorter(["казак"], of, 1), undefined, "after a vowel it is га");
  assert.equal(shorter(["казаб"], of, 1), undefined);
  assert.equal(shorter(["каз"], of, 1), undefined);
});

test("a letter and its mark are one, however they are written", () => {
  assert.deepEqual(askings("Алёна и чай".normalize("NFD"), RU), askings("Алёна и чай", RU));
});

test("letters alone ask nothing", () => {
  assert.deepEqual(askings("ш", RU), []);
  assert.deepEqual(askings("sh", RU), [["sh"]]);
});
