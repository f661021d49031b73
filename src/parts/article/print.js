// Printing. What stands on the paper is the style sheet's affair.

/** For so long a picture that has not come yet is waited for, in milliseconds. */
const PATIENCE = 3000;

export function printing({ article, button }) {
  button("print").addEventListener("click", async () => {
    await Promise.race([pictures(article), new Promise((done) => setTimeout(done, PATIENCE))]);
    print();
  });
}

/** Pictures further down load when they are near: on paper all of them are. */
function pictures(article) {
  return Promise.all([...article.querySelectorAll("img")].map((image) => {
    image.loading = "eager";
    // `complete` is also one whose loading was put off.
    return image.naturalWidth > 0 || new Promise((done) => {
      for (const end of ["load", "error"]) image.addEventListener(end, done, { once: true });
    });
  }));
}
