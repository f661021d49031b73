// An article as long as articles get.

/** Where its file lies in `content/`, its address and its headline. */
export const LONG = { file: "ru/2026/11/dlinnoe-chtenie.md", path: "/news/dlinnoe-chtenie/", title: "Долгое чтение: сто дней на одной реке" };

const SENTENCES = [
  "Река поднималась медленно, и по вечерам смотритель поста записывал ее высоту в тетрадь, которую вел еще его отец.",
  "На другом берегу *стояли палатки*: студенты считали рыбу, меряли мутность и варили чай на всех, кто подходил к огню.",
  "Говорят, что прежде здесь ходил паром; от него осталась **одна опора**, к которой теперь привязывают лодки.",
  "Старый мост закрыли на ремонт, и дорога до районного центра стала длиннее на сорок минут, а для школьного автобуса — на час.",
  "Вечером пришла сводка: вода прибудет еще на двадцать сантиметров, но поселок она не тронет.",
];

/** The Markdown of an article of so many characters: parts with headings, paragraphs, lists, quotations, a table, a footnote. */
export function longArticle(characters = 60_000) {
  const parts = [];
  let length = 0;
  for (let day = 1; length < characters; day += 1) {
    const say = (count) => Array.from({ length: count }, (_, index) => SENTENCES[(day * 7 + index * 3) % SENTENCES.length]).join(" ");
    const part = [`## День ${day}`, say(4), say(5), `> ${say(1)}`, `- ${SENTENCES[day % 5]}\n- ${SENTENCES[(day + 1) % 5]}`, say(4)];
    if (day % 10 === 0) part.push("| Пост | Вода, см |\n| --- | ---: |\n| Верхний | 214 |\n| Нижний | 187 |");
    const text = part.join("\n\n");
    parts.push(text);
    length += text.length;
  }
  parts[1] += "[^1]";
  const front = `+++\ntitle = "${LONG.title}"\ndate = 2026-11-21T09:30:00+05:00\nsection = "nature"\n+++\n`;
  return `${front}\n${parts.join("\n\n")}\n\n[^1]: Тетрадь хранится в районном музее.\n`;
}
