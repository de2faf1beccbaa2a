import assert from "node:assert/strict";
import { test } from "node:test";
import { blocks, place } from "../src/pieces/kit.js";

test("an icon array is filled in blocks and holds every cell", () => {
  const cells = blocks(["on", 40], ["off", 60]);
  assert.equal(cells.length, 100);
  assert.equal(cells.lastIndexOf("on"), 39);
  assert.equal(cells.indexOf("off"), 40);
});

test("a block of none leaves no cell", () => {
  assert.deepEqual(blocks(["on", 0], ["off", 2]), ["off", "off"]);
});

test("a scale puts its ends where they belong, also upside down", () => {
  const up = { from: 0, to: 100, start: 214, end: 22 };
  assert.equal(place(up, 0), 214);
  assert.equal(place(up, 100), 22);
  assert.equal(place(up, 50), 118);
});
