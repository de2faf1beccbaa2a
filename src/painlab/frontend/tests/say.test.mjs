import assert from "node:assert/strict";
import { test } from "node:test";
import { language } from "../src/shared/locale.js";
import { readNumber, writeNumber } from "../src/shared/number.js";
import { fill, plural, weave } from "../src/shared/say.js";

/**
 * Do something on a page in another language.
 * @param {string} lang
 * @param {() => void} act
 */
function on(lang, act) {
  globalThis.document = { documentElement: { lang } };
  try {
    act();
  } finally {
    delete globalThis.document;
  }
}

test("gaps are filled once: what fills one is not read again", () => {
  assert.equal(fill("{a} of {b}", { a: "{b}", b: "$&" }), "{b} of $&");
  assert.equal(fill("{n} people", { n: 1211 }), "1,211 people");
});

test("nodes and words stand where the template says", () => {
  assert.deepEqual(weave("Based on {sources}.", { sources: ["a", "; ", "b"] }), ["Based on ", "a", "; ", "b", "."]);
});

test("the page's language chooses the plural", () => {
  assert.equal(plural(1, "{n} of {all} was", "{n} were", { all: 3 }), "1 of 3 was");
  assert.equal(plural(0, "one", "{n} were", {}), "0 were");
  on("fr", () => assert.equal(plural(0, "une", "d'autres", {}), "une"));
});

test("the page's language writes the numbers, and both decimal marks are read", () => {
  on("de", () => {
    assert.equal(writeNumber(1211.5), "1.211,5");
    for (const [text, value] of [["1.211", 1211], ["1.211.000", 1211000], ["1,211", 1.211]]) {
      assert.equal(readNumber(text), value);
    }
    for (const [text, value] of [["0,5", 0.5], ["0.5", 0.5], ["12.5", 12.5], ["1.211,5", 1211.5]]) {
      assert.equal(readNumber(text), value);
    }
    for (const value of [0, -3, 0.125, 1211, 1234567.25]) {
      assert.equal(readNumber(writeNumber(value)), value);
    }
  });
});

test("a page without a language, or with a broken one, is English", () => {
  assert.equal(language(), "en");
  on("", () => assert.equal(language(), "en"));
  on("not a language", () => assert.equal(language(), "en"));
  on("sv-SE", () => assert.equal(language(), "sv-SE"));
});
