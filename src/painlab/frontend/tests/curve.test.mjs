import assert from "node:assert/strict";
import { test } from "node:test";
import { readPoint, resting } from "../src/items/curve.js";

test("a point is a number in range, with a comma or a dot", () => {
  assert.equal(readPoint("40", 0, 100), 40);
  assert.equal(readPoint(" 40,5 ", 0, 100), 40.5);
  for (const wrong of ["", " ", "forty", "-1", "101", "1e999"]) {
    assert.equal(readPoint(wrong, 0, 100), null);
  }
});

test("a point without a guess rests on the line between its neighbours", () => {
  assert.deepEqual(resting([30, null, null, 60], 50), [30, 40, 50, 60]);
  assert.deepEqual(resting([30, null, null], 50), [30, 30, 30]);
  assert.deepEqual(resting([null, 20], 50), [20, 20]);
  assert.deepEqual(resting([null, null], 50), [50, 50]);
});
