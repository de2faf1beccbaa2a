// Notes on this device which lessons were opened and read to the end. Loaded by pages that
// `painlab.book.progress` marks.

import { KEY, keep } from "./storage/kept.js";
import { own } from "./storage/migrate.js";

/** A page whose end comes into view sooner was scrolled through, not read; milliseconds. */
const SOONEST = 5000;

const kept = keep(() => window.localStorage, window);

/**
 * @param {string} name of the document
 * @param {string} title
 * @param {Element | null} end what stands at the end of the lesson
 */
function note(name, title, end) {
  let shown = 0;
  let since = 0;
  let atEnd = false;
  let read = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {boolean} done whether the end was reached */
  const write = (done) =>
    kept.change((all) => {
      const at = Date.now();
      const page = { ...own(all.pages, name), title, at, ...(done ? { read: at } : {}) };
      return { ...all, pages: { ...all.pages, [name]: page } };
    });

  // Only the time in which the page can be seen counts.
  function look() {
    clearTimeout(timer);
    const now = performance.now();
    if (since) shown += now - since;
    since = document.hidden ? 0 : now;
    if (!since || !atEnd || read) return;
    if (shown < SOONEST) timer = setTimeout(look, SOONEST - shown);
    else write((read = true));
  }

  function begin() {
    if (document.hidden) return;
    document.removeEventListener("visibilitychange", begin);
    write(false);
    document.addEventListener("visibilitychange", look);
    look();
    if (!end) return;
    new IntersectionObserver((entries) => {
      atEnd = entries[entries.length - 1]?.isIntersecting ?? false;
      look();
    }).observe(end);
  }
  // A page opened in the background is noted once it is looked at.
  document.addEventListener("visibilitychange", begin);
  begin();
}

const page = /** @type {HTMLMetaElement | null} */ (
  document.querySelector(`meta[name="${KEY}"]`)
);
if (page) note(page.content, page.dataset.title ?? "", document.querySelector(".pl-page-end"));
