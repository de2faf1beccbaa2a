// What a query finds: terms, studies and pages by what they are called and are about, with
// MiniSearch; pages also by every word on them, from the index that Sphinx writes.

import MiniSearch from "minisearch";

/** @typedef {"word" | "study" | "lesson" | "lab" | "page" | "list"} Kind */
/** @typedef {{ kind: Kind, title: string, url: string, line: string, more: string }} Entry */
/** @typedef {number | number[]} Files */
/**
 * @typedef {object} PageIndex what Sphinx writes; files are counted from 0
 * @property {string[]} docnames
 * @property {Record<string, Files>} terms by stem
 * @property {Record<string, Files>} titleterms by stem
 * @property {Record<string, [number, string | null][]>} alltitles headings
 */
/** @typedef {{ stem: (word: string) => string, skipped: string[] }} Language */
/** @typedef {"words" | "pages" | "studies"} Group */
/**
 * @typedef {object} Found
 * @property {boolean} urgent whether the query holds a word of the warning signs
 * @property {boolean} near whether these are only near what was asked for
 * @property {number} count of all entries
 * @property {{ group: Group, entries: Entry[] }[]} groups the best first, none empty
 */

/** So many are shown when nothing holds all the words. */
const NEAREST = 6;
/** Shorter beginnings of a word would match nearly everything. */
const SHORTEST = 3;
const BOOST = { title: 5, more: 3, heads: 1.5 };
/** Of two that match alike, a study is worth less: most who search want to read a lesson. */
const STUDY = 0.4;
/** Share of a word's letters that may be wrong. */
const FUZZY = 0.3;

/** @type {Record<Kind, Group>} */
const GROUP = {
  word: "words",
  study: "studies",
  lesson: "pages",
  lab: "pages",
  page: "pages",
  list: "pages",
};

/** @param {string} text */
const split = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** @param {Files | undefined} files */
const list = (files) => (files === undefined ? [] : [files].flat());

/**
 * Return the function that answers a query.
 * @param {Entry[]} entries
 * @param {string[]} urgent words of the warning signs
 * @param {PageIndex} index
 * @param {Language} language
 * @returns {(query: string) => Found}
 */
export function finder(entries, urgent, index, language) {
  const { stem } = language;
  const skipped = new Set(language.skipped);
  const alarming = new Set(urgent.flatMap(split).map(stem));
  const bodies = pageWords(index);
  const heads = headings(index);
  const serials = new Map(entries.map(({ url }, id) => [url, id]));
  const searched = new MiniSearch({
    fields: ["title", "more", "heads", "line"],
    tokenize: split,
    // The whole word as well, so that it is found while it is being typed.
    processTerm: (word) => (skipped.has(word) ? null : [...new Set([stem(word), word])]),
    searchOptions: {
      boost: BOOST,
      boostDocument: (id) => (entries[id]?.kind === "study" ? STUDY : 1),
      combineWith: "AND",
      prefix: (word) => word.length >= SHORTEST,
      processTerm: (word) => (skipped.has(word) ? null : stem(word)),
    },
  });
  searched.addAll(entries.map((entry, id) => ({ ...entry, id, heads: heads.get(entry.url) })));

  /** @param {string[]} stems */
  function pagesWith(stems) {
    const each = stems.map((word) => bodies(word));
    const [first = new Set(), ...others] = each;
    return [...first].filter((url) => others.every((urls) => urls.has(url)));
  }

  return (query) => {
    const words = split(query);
    const stems = words.filter((word) => !skipped.has(word)).map(stem);
    const called = searched.search(query, { fields: ["title"] });
    const named = called.some(({ id }) => entries[id]?.kind === "study");
    /** @type {Map<number, number>} score by the place in `entries` */
    const scores = new Map(searched.search(query).map(({ id, score }) => [id, score]));
    const some = new Map(
      searched.search(query, { combineWith: "OR" }).map(({ id, score }) => [id, score]),
    );
    for (const url of pagesWith(stems)) {
      const id = serials.get(url);
      // What stands on a page that lists words or studies is found by itself.
      const known = id === undefined || entries[id]?.kind === "list" || scores.has(id);
      if (!known) scores.set(id, (some.get(id) ?? 0) / 2);
    }
    const near = scores.size === 0;
    if (near) for (const { id, score } of nearest(searched, query)) scores.set(id, score);
    return {
      urgent: stems.some((word) => alarming.has(word)),
      near,
      count: scores.size,
      groups: inGroups(entries, scores, named),
    };
  };
}

/**
 * What is called nearly so; else what is nearly about it; else about one of the words.
 * @param {MiniSearch} searched
 * @param {string} query
 */
function nearest(searched, query) {
  const slips = { fuzzy: FUZZY, prefix: false };
  /** @type {import("minisearch").SearchOptions[]} */
  const ways = [{ ...slips, fields: ["title"] }, slips, { ...slips, combineWith: "OR" }];
  for (const way of ways) {
    const found = searched.search(query, way);
    if (found.length) return found.slice(0, NEAREST);
  }
  return [];
}

/**
 * @param {Entry[]} entries
 * @param {Map<number, number>} scores
 * @param {boolean} named whether a study is called so; others come after what there is to read
 */
function inGroups(entries, scores, named) {
  const best = [...scores].sort(([a, high], [b, low]) => low - high || a - b);
  /** @type {Map<Group, Entry[]>} in the order of their best entries */
  const groups = new Map();
  for (const [id] of best) {
    const entry = /** @type {Entry} */ (entries[id]);
    const name = GROUP[entry.kind];
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  const order = [...groups].map(([group, found]) => ({ group, entries: found }));
  /** @param {{ group: Group }} one */
  const last = ({ group }) => Number(group === "studies" && !named);
  return order.sort((one, other) => last(one) - last(other));
}

/**
 * Return the function that gives the addresses of the pages on which a word stands, or one that
 * begins with it.
 * @param {PageIndex} index
 */
function pageWords(index) {
  const tables = [index.terms, index.titleterms].map((table) => new Map(Object.entries(table)));
  /** @param {string} word */
  return (word) => {
    let files = tables.flatMap((table) => list(table.get(word)));
    if (!files.length && word.length >= SHORTEST) {
      files = tables.flatMap((table) =>
        [...table].flatMap(([known, at]) => (known.startsWith(word) ? list(at) : [])),
      );
    }
    return new Set(files.map((file) => address(index, file)));
  };
}

/**
 * The headings of each page in one text, by its address.
 * @param {PageIndex} index
 */
function headings(index) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [heading, places] of Object.entries(index.alltitles)) {
    for (const [file] of places) {
      const url = address(index, file);
      found.set(url, `${found.get(url) ?? ""} ${heading}`);
    }
  }
  return found;
}

/**
 * @param {PageIndex} index
 * @param {number} file
 */
const address = (index, file) => `${index.docnames[file]}.html`;
