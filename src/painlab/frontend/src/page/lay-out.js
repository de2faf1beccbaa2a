// A long page is laid out in steps, so that the first tap need not wait for its end: at first only the
// parts near the screen (`course.css` says which parts there are), then the others, a few at a time.

const PARTS =
  "article > div > section > section, .pl-key-item, .pl-kind-reference .container > ul > li";
const DONE = "pl-laid-out";
/** About as many elements as one step may bring. */
const STEP = 80;

const parts = [...document.querySelectorAll(PARTS)];
/** A busy page waits no longer than this for a quiet moment, in milliseconds. */
const LONGEST = 500;
/** @param {() => void} act */
const idle = (act) =>
  "requestIdleCallback" in window ? requestIdleCallback(act, { timeout: LONGEST }) : setTimeout(act);

/** @param {number} most elements */
function layOut(most) {
  let count = 0;
  for (let part; count < most && (part = parts.shift()); ) {
    part.classList.add(DONE);
    count += part.getElementsByTagName("*").length;
  }
  if (parts.length) idle(() => layOut(most));
  else document.documentElement.classList.add(DONE);
}

const [arrival] = performance.getEntriesByType("navigation");
const { type } = /** @type {PerformanceNavigationTiming} */ (arrival ?? {});
// Who comes back, or to one place in the page, needs its true heights at once.
if (location.hash || type !== "navigate") layOut(Infinity);
else window.addEventListener("load", () => idle(() => layOut(STEP)));
