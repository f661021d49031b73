// The end of a long text. The client has the browser lay out its beginning alone, because all of it would keep the page from
// answering (`[data-late]` in style/components/article_body.css). The rest follows here, a little at a time, from the top
// down: so that the page soon has its true height.

/** Elements that are laid out at a time. */
const SLICE = 8;

export function layOutLate() {
  let leave;
  document.addEventListener("habarshy:shown", () => {
    leave?.abort();
    const body = document.querySelector("[data-late]");
    if (!body) return;
    leave = new AbortController();
    layOut(body, leave);
  });
}

function layOut(body, over) {
  const { signal } = over;
  const rest = Array.from(body.children);
  const finish = () => {
    over.abort();
    leaveNoTrace(body);
  };
  const slice = () => {
    if (signal.aborted) return;
    for (const element of rest.splice(0, SLICE)) element.style.contentVisibility = "visible";
    if (rest.length > 0) soon(slice);
    else finish();
  };
  // Whoever jumps within the text wants to land where it says, and paper has all of it.
  const jump = (event) => event.target?.closest?.('a[href*="#"]') && finish();
  document.addEventListener("click", jump, { capture: true, signal });
  addEventListener("beforeprint", finish, { signal });
  soon(slice);
}

function leaveNoTrace(body) {
  delete body.dataset.late;
  for (const element of body.children) {
    element.style.removeProperty("content-visibility");
    if (element.getAttribute("style") === "") element.removeAttribute("style");
  }
}

/** After the next frame, when there is nothing else to do. */
const soon = (call) => requestAnimationFrame(() => ("requestIdleCallback" in window ? requestIdleCallback(() => call()) : setTimeout(call)));
