// Leads on from an old address with a query, by the table that its tag names.
(async ({ table, always }) => {
  if (!location.search && always === undefined) return;
  const asked = new URLSearchParams(location.search);
  const isAsked = ([name, value]) => asked.getAll(name).includes(value);
  const rows = await (await fetch(table)).json();
  const fits = rows.filter(([query]) => [...new URLSearchParams(query)].every(isAsked));
  const [found] = fits.sort(([a], [b]) => b.length - a.length);
  if (found) location.replace(found[1] + location.hash);
})(document.currentScript.dataset);
