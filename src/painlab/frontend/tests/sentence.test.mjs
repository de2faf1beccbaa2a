// The sentence of a setting: Python writes them with the last control moving fastest.

import assert from "node:assert/strict";
import { test } from "node:test";

import { sentence } from "../src/charts/sentence.js";

const sizes = new Map([
  ["finding", 2],
  ["unused", 9],
  ["age", 3],
]);
const words = {
  signals: ["finding", "age"],
  texts: ["bulge young", "bulge later", "worn young", "worn later"],
  at: [0, 1, 1, 2, 3, 3],
};
const at = (finding, age) => new Map(Object.entries({ finding, age, unused: 4 }));

test("every setting finds its own sentence", () => {
  assert.equal(sentence(words, sizes, at(0, 0)), "bulge young");
  assert.equal(sentence(words, sizes, at(0, 2)), "bulge later");
  assert.equal(sentence(words, sizes, at(1, 0)), "worn young");
  assert.equal(sentence(words, sizes, at(1, 2)), "worn later");
});
