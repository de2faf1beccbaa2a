import assert from "node:assert/strict";
import { test } from "node:test";
import { createModel } from "../src/shared/host.js";

test("a model gives back what it was given", () => {
  const model = createModel({ title: "Check", items: [1] });
  assert.equal(model.get("title"), "Check");
  assert.equal(model.get("missing"), undefined);
});

test("setting a value tells both kinds of listeners once", () => {
  const model = createModel({ score: 0 });
  /** @type {string[]} */
  const heard = [];
  model.on("change:score", () => heard.push(`score ${model.get("score")}`));
  model.on("change", () => heard.push("any"));
  model.set("score", 1);
  model.set("score", 1);
  assert.deepEqual(heard, ["score 1", "any"]);
});

test("a listener can be taken off alone, by event, or with all others", () => {
  const model = createModel({ score: 0 });
  let heard = 0;
  const listener = () => (heard += 1);
  model.on("change:score", listener);
  model.off("change:score", listener);
  model.set("score", 1);
  model.on("change:score", listener);
  model.off("change:score");
  model.set("score", 2);
  model.on("change:score", listener);
  model.off();
  model.set("score", 3);
  assert.equal(heard, 0);
});
