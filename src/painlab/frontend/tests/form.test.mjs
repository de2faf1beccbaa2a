import assert from "node:assert/strict";
import { test } from "node:test";
import { carried } from "../src/forms/carry.js";
import { readTicks, result } from "../src/forms/checklist.js";
import { readPicks } from "../src/forms/picks.js";
import { readWords } from "../src/forms/plan.js";
import { change } from "../src/forms/survey.js";

const level = (id, tone) => ({ id, tone, heading: [], statements: [[["a"]], [["b"]]], show: [] });
const LEVELS = [level("now", "now"), level("days", "week"), level("visit", "routine")];
const NONSENSE = [undefined, null, 3, "text", [], { ticked: 1, answers: [], fields: "x" }];

test("an empty checklist is no answer, and only 'none of these' is a no", () => {
  assert.equal(result(readTicks({}, LEVELS), LEVELS), "");
  assert.equal(result(readTicks({ none: true }, LEVELS), LEVELS), "clear");
});

test("the most urgent tick decides, and a tick is stronger than none", () => {
  const ticks = readTicks({ ticked: { visit: [0], days: [1] }, none: true }, LEVELS);
  assert.equal(result(ticks, LEVELS), "week");
  assert.equal(ticks.none, false);
  assert.equal(result(readTicks({ ticked: { visit: [0] } }, LEVELS), LEVELS), "routine");
});

test("ticks that no longer stand in the list are passed over", () => {
  assert.deepEqual(readTicks({ ticked: { now: [5, "0", -1], gone: [0] } }, LEVELS).ticked, {
    now: [],
    days: [],
    visit: [],
  });
});

test("stored nonsense is read as nothing", () => {
  for (const value of NONSENSE) {
    assert.equal(result(readTicks(value, LEVELS), LEVELS), "");
    assert.deepEqual(readPicks(value, [{ id: "a" }], () => 2), {});
    assert.deepEqual(readWords(value, [{ id: "a" }]), { a: "" });
    assert.equal(carried({ parts: [{ id: "a", text: "", words: ["x"] }] }, value), "");
  }
  assert.deepEqual(readPicks({ answers: { a: 2, constructor: 0 } }, [{ id: "a" }], () => 2), {});
  assert.deepEqual(readWords({ fields: { a: { b: 1 } } }, [{ id: "a" }]), { a: "" });
});

test("a change is told in the words of the scale, without a sum", () => {
  const scale = ["Agree", "Not sure", "Disagree"];
  assert.equal(change(scale, 0, 1, true), "before: Agree; now: Not sure");
  assert.equal(change(scale, 2, 2, true), "the same both times: Disagree");
  assert.equal(change(scale, undefined, 2, true), "before: no answer; now: Disagree");
  assert.equal(change(scale, undefined, undefined, true), "no answer");
  assert.equal(change(scale, undefined, 0, false), "now: Agree");
});

test("words are carried from notes, from a survey and from another plan", () => {
  const notes = { parts: [{ id: "q", text: "", words: ["", "Ask about it."] }] };
  assert.equal(carried(notes, { answers: { q: 1 } }), "Ask about it.");
  assert.equal(carried(notes, { answers: { q: 0 } }), "");
  const survey = { parts: [{ id: "s", text: "Rest is best.", words: ["Agree", "Disagree"] }] };
  assert.equal(carried(survey, { answers: { s: 1 } }), "Rest is best. Disagree");
  const plan = { parts: [{ id: "f", text: "", words: [] }, { id: "g", text: "", words: [] }] };
  assert.equal(carried(plan, { fields: { f: " one ", g: "two" } }), "one\ntwo");
});
