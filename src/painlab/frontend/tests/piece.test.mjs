import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, gapSentence } from "../src/pieces/piece.js";

const WORDS = {
  said: "At 50 you said {guess} of 100. The fitted curve says {truth}.",
  high: "You were {gap} too high.",
  low: "You were {gap} too low.",
  equal: "You were right on it.",
};

test("places in a template are filled by name, each as often as it stands", () => {
  assert.equal(fill("{a} and {b} and {a}", { a: 1, b: "two" }), "1 and two and 1");
});

test("a guess that is equal, one off, and far off", () => {
  const said = (guess) => `At 50 you said ${guess} of 100. The fitted curve says 60.`;
  assert.equal(gapSentence(WORDS, 60, 60), `${said(60)} You were right on it.`);
  assert.equal(gapSentence(WORDS, 61, 60), `${said(61)} You were 1 too high.`);
  assert.equal(gapSentence(WORDS, 59, 60), `${said(59)} You were 1 too low.`);
  assert.equal(gapSentence(WORDS, 15, 60), `${said(15)} You were 45 too low.`);
});

test("every guess against every truth: direction and distance are right, no place is left", () => {
  for (let truth = 0; truth <= 100; truth += 1) {
    for (let guess = 0; guess <= 100; guess += 1) {
      const sentence = gapSentence(WORDS, guess, truth);
      assert.ok(!sentence.includes("{"), sentence);
      const found = /You were (?:(\d+) too (high|low)|right on it)\.$/.exec(sentence);
      assert.ok(found, sentence);
      const [, distance = "0", side] = found;
      assert.equal(truth + (side === "low" ? -1 : 1) * Number(distance), guess);
    }
  }
});
