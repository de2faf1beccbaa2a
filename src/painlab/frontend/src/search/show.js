// Shows what a query found: groups of links, each with its kind and a line that says what it is.

import { h } from "../shared/dom.js";
import { fill, plural, weave } from "../shared/say.js";
import * as t from "../shared/strings.js";

/** @typedef {import("./find.js").Entry} Entry */
/** @typedef {import("./find.js").Found} Found */
/** @typedef {{ glossary: string, ledger: string }} Places */

/** So many of a group are shown at once; the others are folded away. */
const SHOWN = 6;

const TITLES = { words: t.search_words, pages: t.search_pages, studies: t.search_studies };
const KINDS = {
  word: t.search_kind_word,
  study: t.search_kind_study,
  lesson: t.search_kind_lesson,
  lab: t.search_kind_lab,
  page: t.search_kind_page,
  list: t.search_kind_page,
};

/** @param {Entry} entry */
function hit({ kind, title, url, line }) {
  return h(
    "li",
    {},
    h("a", { href: url }, title),
    " ",
    h("span", { class: "pl-hit-kind" }, KINDS[kind]),
    line && h("p", {}, line),
  );
}

/** @param {Entry[]} entries */
const hits = (entries) => h("ul", { class: "pl-hits" }, ...entries.map(hit));

/**
 * @param {string} title
 * @param {Entry[]} entries
 */
function group(title, entries) {
  const more = entries.slice(SHOWN);
  return [
    h("h2", {}, title),
    hits(entries.slice(0, SHOWN)),
    more.length > 0 &&
      h("details", {}, h("summary", {}, fill(t.search_more, { n: more.length })), hits(more)),
  ];
}

/**
 * The sentence that says how much was found.
 * @param {string} query
 * @param {Found} found
 */
export function status(query, { near, count }) {
  if (near) return fill(count ? t.search_near : t.search_none, { query });
  return plural(count, t.search_count_one, t.search_count_other, { query });
}

/**
 * @param {Found} found
 * @param {Entry | undefined} signs the page of warning signs
 * @param {Places} places where to look when nothing was found
 * @returns {import("../shared/dom.js").Child[]}
 */
export function results({ urgent, near, count, groups }, signs, places) {
  const first =
    urgent &&
    signs &&
    h("div", { class: "pl-search-first" }, h("p", {}, t.search_urgent), hits([signs]));
  const lists = near
    ? [count > 0 && hits(groups.flatMap(({ entries }) => entries))]
    : groups.flatMap(({ group: name, entries }) => group(TITLES[name], entries));
  const hint =
    near &&
    h(
      "p",
      {},
      ...weave(t.search_hint, {
        glossary: [h("a", { href: places.glossary }, t.search_glossary)],
        ledger: [h("a", { href: places.ledger }, t.search_ledger)],
      }),
    );
  return [first, ...lists, hint];
}
