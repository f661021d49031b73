"""Writes a newsroom of any size: corpus.py ARTICLES FOLDER [--covers K]

The same arguments give the same bytes. Each article is about one of eight topics, by words that only its topic has; the words
stand in their cases, as in a real text. Nobody and nothing in it exists.
"""

import argparse
import datetime
import pathlib
import random
import struct
import zlib

TOPICS = [
    "матч гол вратарь турнир чемпион судья стадион тренер",
    "концерт театр актер спектакль оркестр сценарий занавес партер",
    "урожай комбайн трактор пшеница агроном сад теплица элеватор",
    "снег мороз ветер метель буран прогноз сугроб гололед",
    "доктор пациент больница вирус анализ укол прививка осмотр",
    "поезд вагон вокзал рельс пассажир станция перрон билет",
    "банк кредит рубль налог бюджет доход вклад процент",
    "ученик учитель урок экзамен класс тетрадь перемена звонок",
]
COMMON = (
    "год город человек время день работа место дело область житель глава новый первый большой вопрос решение "
    "район проект встреча помощь школа центр план слово участник совет улица неделя"
).split()
ENDINGS = ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"]
SITE = """title = "Образцовая газета"
base_url = "https://paper.example"
default_language = "ru"
utc_offset = "+05:00"
languages = [{ code = "ru" }]
sections = [
  { id = "society", name = { ru = "Общество" } },
  { id = "sport", name = { ru = "Спорт" } },
  { id = "culture", name = { ru = "Культура" } },
  { id = "economy", name = { ru = "Экономика" } },
]
"""


def sentence(dice, nouns):
    words = [
        dice.choice(nouns).rstrip("аеийоуыьюя") + dice.choice(ENDINGS) if dice.random() < 0.33 else dice.choice(COMMON)
        for _ in range(dice.randrange(7, 16))
    ]
    return " ".join(words).capitalize() + "."


def picture(dice, width=1600, height=900):
    """A PNG with soft bands, of the size of a photograph."""
    top, bottom = ([dice.randrange(30, 226) for _ in range(3)] for _ in range(2))
    rows = bytearray()
    for y in range(height):
        noise = bytes(dice.randrange(8) for _ in range(64))
        shade = [(a * (height - y) + b * y) // height for a, b in zip(top, bottom)]
        rows += b"\0" + bytes(min(255, shade[x % 3] + noise[x % 61]) for x in range(3 * width))
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 1)) + chunk(b"IEND", b"")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("articles", type=int)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--covers", type=int, default=0)
    options = arguments.parse_args()
    dice = random.Random(options.articles)
    options.folder.mkdir(parents=True)
    (options.folder / "site.toml").write_text(SITE, encoding="utf-8")
    covers = options.folder / "content/covers"
    covers.mkdir(parents=True)
    for number in range(options.covers):
        (covers / f"{number}.png").write_bytes(picture(dice))
    begin = datetime.datetime(2016, 1, 1, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=5)))
    for number in range(options.articles):
        nouns = dice.choice(TOPICS).split()
        date = begin + datetime.timedelta(minutes=number * 5_000_000 // options.articles)
        section = ["society", "sport", "culture", "economy"][number % 4]
        head = [f'title = "{sentence(dice, nouns)[:90].rstrip(". ")}"', f"date = {date.isoformat()}", f'section = "{section}"']
        head.append(f"views = {dice.randrange(9000)}")
        if options.covers:
            head += [f'cover = "/covers/{number % options.covers}.png"', 'cover_alt = "Полосы"']
        text = [" ".join(sentence(dice, nouns) for _ in range(dice.randrange(2, 6))) for _ in range(dice.randrange(5, 13))]
        text.insert(2, "> " + sentence(dice, nouns))
        text.insert(4, "\n".join("- " + sentence(dice, nouns) for _ in range(3)))
        file = options.folder / f"content/ru/{date:%Y/%m}/n{number:06}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("+++\n" + "\n".join(head) + "\n+++\n\n" + "\n\n".join(text) + "\n", encoding="utf-8")


main()
