import assert from "node:assert/strict";
import { test } from "node:test";
import { dateOf, dayOf, dueDay, plan, refresher } from "../src/learning/schedule.js";

const START = new Date(2026, 10, 23, 9).getTime();
const day = (n, hours = 0) => new Date(2026, 10, 23 + n, 9 + hours).getTime();
const TODAY = dayOf(START);
const tried = (at, correct, confidence) => ({ at, correct, ...(confidence ? { confidence } : {}) });
const wait = (...log) => dueDay({ log }) - dayOf(log[log.length - 1].at);
const answer = (...log) => {
  const last = log[log.length - 1];
  return { response: 0, ...last, first: log[0].correct, tries: log.length, log };
};

test("a missed question is due the next day, a right one later, a right guess between", () => {
  const missed = wait(tried(START, false));
  const guess = wait(tried(START, true, "guess"));
  const right = wait(tried(START, true));
  assert.equal(missed, 1);
  assert.ok(missed <= guess && guess < right, `${missed} ${guess} ${right}`);
});

test("to feel sure of a right answer does not put it off", () => {
  assert.equal(wait(tried(START, true, "sure")), wait(tried(START, true)));
});

test("the pause grows with each right answer, and a miss cuts it short", () => {
  const log = [tried(START, true)];
  const pauses = [];
  for (let i = 0; i < 5; i += 1) {
    const due = dueDay({ log });
    pauses.push(due - dayOf(log[log.length - 1].at));
    log.push(tried(dateOf(due).getTime(), true));
  }
  assert.deepEqual(pauses, [...pauses].sort((a, b) => a - b));
  assert.ok(pauses[4] > 10 * pauses[0], String(pauses));
  log[log.length - 1].correct = false;
  assert.ok(wait(...log) < pauses[4] / 10);
});

test("only the first try of a day counts", () => {
  assert.equal(dueDay({ log: [tried(START, false), tried(day(0, 1), true)] }), TODAY + 1);
  const right = dueDay({ log: [tried(START, true)] });
  assert.equal(dueDay({ log: [tried(START, true), tried(day(0, 1), false)] }), right);
});

test("a day ends at midnight where the reader is, not elsewhere", () => {
  const late = new Date(2026, 10, 23, 23, 59).getTime();
  const early = new Date(2026, 10, 24, 0, 1).getTime();
  assert.equal(dayOf(early) - dayOf(late), 1);
  assert.equal(dayOf(dateOf(dayOf(late)).getTime()), dayOf(late));
});

test("days are whole days also when the clock changes", () => {
  for (let n = 0; n < 366; n += 1) assert.equal(dayOf(day(n)) - TODAY, n);
});

test("tries without a date are due at once, and say nothing about later ones", () => {
  assert.equal(dueDay({ log: [tried(null, true)] }), 0);
  const one = dueDay({ log: [tried(START, true)] });
  assert.equal(dueDay({ log: [tried(null, false), tried(START, true)] }), one);
});

test("tries out of order, after a merge, are put in order", () => {
  const log = [tried(START, true), tried(day(2), true), tried(day(9), true)];
  assert.equal(dueDay({ log: [...log].reverse() }), dueDay({ log }));
});

test("the same tries always give the same day", () => {
  const log = Array.from({ length: 12 }, (_, i) => tried(day(i * 20), i % 3 !== 0));
  assert.equal(new Set(Array.from({ length: 20 }, () => dueDay({ log }))).size, 1);
});

test("only answered questions come back: sure and wrong first, then wrong, then the longest due", () => {
  const answers = {
    "a-right-old": answer(tried(day(-40), true)),
    "a-right": answer(tried(day(-5), true)),
    "a-wrong": answer(tried(day(-1), false)),
    "a-sure-wrong": answer(tried(day(-1), false, "sure")),
    "a-today": answer(tried(START, true)),
    "a-elsewhere": answer(tried(day(-40), false)),
  };
  const ids = ["a-never", "a-right", "a-right-old", "a-sure-wrong", "a-today", "a-wrong"];
  const { due, next } = plan(ids, answers, START);
  assert.deepEqual(due, ["a-sure-wrong", "a-wrong", "a-right-old", "a-right"]);
  assert.equal(next, dueDay(answers["a-today"]));
});

test("nothing answered is nothing due and nothing to come", () => {
  assert.deepEqual(plan(["a-01"], {}, START), { due: [], next: null });
});

test("three questions refresh: those due, then those due soonest, then new ones of lessons opened", () => {
  const right = answer(tried(START, true));
  const longKnown = answer(tried(START, true), tried(day(3), true));
  const ids = ["new", "far", "known", "missed", "right"];
  const met = new Set(["new", "known"]);
  const three = (answers, now = day(0)) => refresher(ids, answers, met, now);
  assert.deepEqual(three({}), ["new", "known"]);
  assert.deepEqual(three({ right }), ["right", "new", "known"]);
  assert.deepEqual(three({ known: longKnown, right }, day(3, 1)), ["right", "known", "new"]);
  const guessed = answer(tried(START, true, "guess"));
  assert.deepEqual(three({ far: right, known: guessed }), ["known", "far", "new"]);
  const missed = answer(tried(START, false));
  assert.deepEqual(three({ far: right, known: longKnown, missed, right }, day(60)), [
    "missed",
    "far",
    "right",
  ]);
});
