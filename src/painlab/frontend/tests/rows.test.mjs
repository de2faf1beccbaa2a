import assert from "node:assert/strict";
import { test } from "node:test";
import { beginning, isOrder } from "../src/items/order.js";
import { mixed } from "../src/items/shuffle.js";

test("another round gives another order of the same things, and always the same one", () => {
  for (let size = 2; size <= 10; size += 1) {
    const before = Array.from({ length: size }, (_, i) => i);
    for (let round = 1; round <= 50; round += 1) {
      const order = mixed(before, round);
      assert.deepEqual(order, mixed(before, round));
      assert.notDeepEqual(order, before);
      assert.ok(isOrder(order, size));
    }
  }
  assert.deepEqual(mixed([2, 0, 1], 0), [2, 0, 1]);
});

test("rounds differ from each other", () => {
  const before = [0, 1, 2, 3, 4];
  const seen = new Set(Array.from({ length: 20 }, (_, i) => String(mixed(before, i + 1))));
  assert.ok(seen.size > 10);
});

test("entries never begin in the right order", () => {
  for (const first of [[1, 0, 2], [2, 1, 0], [1, 2, 0, 3], [4, 3, 2, 1, 0]]) {
    const right = [...first].sort((a, b) => a - b);
    for (let round = 0; round <= 200; round += 1) {
      const order = beginning(first, round);
      assert.notDeepEqual(order, right);
      assert.ok(isOrder(order, first.length));
    }
  }
});

test("only a list that names each place once is an order", () => {
  assert.ok(isOrder([2, 0, 1], 3));
  for (const value of [null, "012", [0, 1], [0, 1, 1], [0, 1, 3], [0, 1, 2, 3], ["0", "1", "2"], [0, 1, NaN]]) {
    assert.equal(isOrder(value, 3), false);
  }
});
