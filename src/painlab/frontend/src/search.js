// The search page. What is searched comes only when there is something to look for; the query
// stays on the device: it stands behind the "#" of the address, which no browser sends.

import { finder } from "./search/find.js";
import { results, status } from "./search/show.js";
import { fetchScript } from "./shared/script.js";
import * as t from "./shared/strings.js";

/** @typedef {import("./search/find.js").Entry} Entry */

const INDEX = "searchindex.js";
const WORDS = "search-words.js";
const SIGNS = "book/start/warning-signs.html";
const PLACES = { glossary: "book/reference/glossary.html", ledger: "book/reference/ledger.html" };
/** A result is shown when nothing was typed for so long; milliseconds. */
const PAUSE = 150;

const page = /** @type {any} */ (window);
const field = /** @type {HTMLInputElement} */ (document.getElementById("pl-q"));
const told = /** @type {Element} */ (document.querySelector(".pl-search-status"));
const place = /** @type {Element} */ (document.querySelector(".pl-search-results"));
const start = [...place.childNodes];

/** @type {Promise<[(query: string) => import("./search/find.js").Found, Entry | undefined]> | undefined} */
let ready;

function prepare() {
  ready ??= gather();
  return ready;
}

/** @returns {Promise<[(query: string) => import("./search/find.js").Found, Entry | undefined]>} */
async function gather() {
  /** @type {any} */
  let index;
  // Sphinx's index calls this when it arrives.
  page.Search = { setIndex: (/** @type {any} */ arrived) => (index = arrived) };
  await Promise.all([INDEX, WORDS].map(fetchScript));
  const { entries, urgent } = page.painlabWords;
  const stemmer = new page.Stemmer();
  const language = {
    stem: (/** @type {string} */ word) => stemmer.stemWord(word),
    skipped: page.stopwords,
  };
  const signs = entries.find((/** @type {Entry} */ entry) => entry.url === SIGNS);
  return [finder(entries, urgent, index, language), signs];
}

async function answer() {
  const query = field.value.trim();
  if (!query) {
    told.textContent = "";
    place.replaceChildren(...start);
    return;
  }
  try {
    const [find, signs] = await prepare();
    // Another answer is on its way when the reader has typed on.
    if (query !== field.value.trim()) return;
    const found = find(query);
    told.textContent = status(query, found);
    place.replaceChildren();
    for (const child of results(found, signs, PLACES)) if (child) place.append(child);
  } catch {
    ready = undefined;
    told.textContent = t.search_failed;
  }
}

/** The query in the address, as it stands there when the page opens or a link is followed. */
const asked = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";

/** What this page wrote there itself: the reader may have typed on since. */
let written = "";

function follow() {
  const query = asked();
  if (query === written) return;
  written = query;
  field.value = query;
  answer();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
field.addEventListener("input", () => {
  prepare().catch(() => undefined);
  clearTimeout(timer);
  timer = setTimeout(async () => {
    await answer();
    // So that the way back from a result leads to the results.
    const query = field.value.trim();
    written = query;
    location.replace(query ? `#q=${encodeURIComponent(query)}` : "#q=");
  }, PAUSE);
});
window.addEventListener("hashchange", follow);
follow();
