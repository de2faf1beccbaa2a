// Vega for a chart that a reader comes near, and what it draws: fetched after everything else.

import { fetchScript } from "../shared/script.js";

/**
 * @typedef {object} Vega
 * @property {(spec: object, container: HTMLElement) => Promise<import("vega").View>} open
 */

/** How far outside the screen a chart is made ready. */
const MARGIN = "800px 0px";
const NAME = "vega.book.js";

// The book's scripts stand side by side. In JupyterLab this is no script of a page, and Vega is
// there already.
const OURS = document.currentScript;
const beside = () => (OURS instanceof HTMLScriptElement ? OURS.src : document.baseURI);

/** @type {Promise<void> | undefined} */
let fetching;

/**
 * Vega, as soon as the page is complete and `el` is near the screen.
 * @param {HTMLElement} el
 * @returns {Promise<Vega>} fails when the script cannot be had; ask again to try again
 */
export async function vegaNear(el) {
  await near(el);
  await complete();
  if (!loaded()) {
    fetching ??= fetchScript(new URL(NAME, beside()).href);
    await fetching.finally(() => (fetching = undefined));
  }
  return /** @type {Vega} */ (loaded());
}

/** @returns {Vega | undefined} */
const loaded = () => /** @type {any} */ (globalThis).painlabVega;

/** @param {HTMLElement} el */
function near(el) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      const watch = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          watch.disconnect();
          resolve();
        },
        { rootMargin: MARGIN },
      );
      watch.observe(el);
    })
  );
}

function complete() {
  if (document.readyState === "complete") return undefined;
  return new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
}

/**
 * What Vega draws: it stands in the page, or in a script whose address stands there.
 * @param {object | string} spec
 * @returns {Promise<object>} fails when the script cannot be had
 */
export async function specOf(spec) {
  if (typeof spec !== "string") return spec;
  // A script's load event follows its own run at once, so one name serves all charts of a page.
  return fetchScript(spec).then(() => /** @type {any} */ (globalThis).painlabSpec);
}
