// How long tests wait for what never comes.

/** How long anything may take, in milliseconds: far more than it does, also on a machine that has other work. */
export const TIMEOUT = 180_000;

/** Gives what a promise gives, unless that takes too long: then it fails, and says what was waited for. */
export async function inTime(promise, what) {
  let deadline;
  const late = new Promise((_, fail) => { deadline = setTimeout(() => fail(new Error(`${what} did not come in time`)), TIMEOUT); });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(deadline);
  }
}
