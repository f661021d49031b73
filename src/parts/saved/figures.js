// Dates, ages and sizes, as the paper writes them. `Intl` has no Kazakh in Chromium, so it is asked for no words.

const DAY = 24 * 3_600_000;

/** The day of an article, as cards carry it: its editor's wall time, whatever the reader's is. */
export function day(date, lang) {
  const [, year, month, number] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? "") ?? [];
  if (!year) return "";
  if (lang !== "en") return `${number}.${month}.${year}`;
  const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(year, month - 1, 1)));
  return `${Number(number)} ${name.slice(0, 3)} ${year}`;
}

/** How long ago something was kept, in days of the reader's calendar. */
export function age(at, words, lang, isRead = false) {
  const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.max(0, Math.round((midnight(Date.now()) - midnight(at)) / DAY));
  const [today, yesterday] = isRead ? [words.read_today, words.read_yesterday] : [words.today, words.yesterday];
  if (days < 2) return days === 0 ? today : yesterday;
  const form = lang === "kk" ? "many" : new Intl.PluralRules(lang).select(days);
  const [before, one, few, many] = isRead ? words.read_days : words.days;
  return `${before}${days} ${{ one, few }[form] ?? many}`;
}

/** A size in the largest unit that leaves a whole number, with one digit after the point from a megabyte on. */
export function size(bytes, words, lang) {
  const power = Math.min(words.units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const number = bytes / 1000 ** power;
  const digits = power > 1 && number < 10 ? 1 : 0;
  const text = number.toFixed(digits).replace(/\.0$/, "");
  return `${lang === "en" ? text : text.replace(".", ",")}\u00a0${words.units[power]}`;
}
