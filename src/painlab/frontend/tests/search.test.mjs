import assert from "node:assert/strict";
import { test } from "node:test";
import { finder } from "../src/search/find.js";

const entry = (kind, title, url, line = "", more = "") => ({ kind, title, url, line, more });
const ENTRIES = [
  entry("word", "sciatica", "glossary.html#term-sciatica", "Pain down a leg from a nerve root."),
  entry("word", "disc bulge", "glossary.html#term-disc-bulge", "The rim spreads out.", "slipped disc"),
  entry("study", "Peul and others 2007", "ledger.html#ev-peul2007", "A trial.", "peul2007. Sciatica"),
  entry("lesson", "Leg pain", "leg.html", "What helps a leg."),
  entry("page", "Warning signs", "signs.html", "Which signs mean help now."),
  entry("list", "Glossary", "glossary.html", "All words."),
];
const INDEX = {
  docnames: ["leg", "signs", "glossary"],
  terms: { peul: 0, sciatica: [0, 2], bladder: 1, leg: [0, 1, 2], walk: 0 },
  titleterms: { leg: 0 },
  alltitles: { "A narrow canal": [[0, "a-narrow-canal"]] },
};
// Cuts off endings as a stemmer does.
const LANGUAGE = { stem: (word) => word.replace(/(ing|s)$/, ""), skipped: ["the", "of"] };

const find = finder(ENTRIES, ["bladder", "fainting"], INDEX, LANGUAGE);
const titles = (query) =>
  find(query).groups.map(({ group, entries }) => [group, ...entries.map(({ title }) => title)]);

test("what is called as asked comes first, then pages, then studies about the same", () => {
  assert.deepEqual(titles("sciatica"), [
    ["words", "sciatica"],
    ["pages", "Leg pain"],
    ["studies", "Peul and others 2007"],
  ]);
  assert.deepEqual(titles("Peul")[0], ["studies", "Peul and others 2007"]);
});

test("endings, lay words, headings and beginnings of words find the same", () => {
  for (const query of ["disc bulges", "the bulging of discs", "slipped disc", "disc bul"]) {
    assert.deepEqual(titles(query)[0], ["words", "disc bulge"], query);
  }
  assert.deepEqual(titles("narrow canal"), [["pages", "Leg pain"]]);
});

test("a page is found by every word on it, a list of words is not", () => {
  assert.deepEqual(titles("walking"), [["pages", "Leg pain"]]);
  assert.deepEqual(titles("walk leg"), [["pages", "Leg pain"]]);
  assert.deepEqual(titles("glossary"), [["pages", "Glossary"]]);
  assert.equal(find("bladder walk").near, true);
});

test("a slip of the pen is met with what is near", () => {
  const found = find("siatica");
  assert.equal(found.near, true);
  assert.equal(found.groups[0].entries[0].title, "sciatica");
  assert.deepEqual(find("xyzzy"), { urgent: false, near: true, count: 0, groups: [] });
});

test("words of the warning signs are noticed, in any form", () => {
  assert.equal(find("bladders").urgent, true);
  assert.equal(find("I faint").urgent, true);
  assert.equal(find("sciatica").urgent, false);
});

test("names that every object has are words like others", () => {
  for (const query of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    assert.equal(find(query).count, 0, query);
  }
  assert.equal(find("<b>sciatica</b>").groups[0].entries[0].title, "sciatica");
});
