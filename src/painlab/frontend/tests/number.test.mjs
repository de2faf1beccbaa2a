import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber, writeNumber } from "../src/shared/number.js";

const READ = {
  "60": 60,
  " 60 ": 60,
  "60 %": 60,
  "60%": 60,
  "60 percent": 60,
  "60 of 100": 60,
  "60 out of 100": 60,
  "1,211": 1211,
  "1,211,000": 1211000,
  "1 211": 1211,
  "1\u00a0211": 1211,
  "1'211": 1211,
  "1,211.5": 1211.5,
  "1.211,5": 1211.5,
  "0,5": 0.5,
  "0,125": 0.125,
  "12,5": 12.5,
  "0.5": 0.5,
  ".5": 0.5,
  "5.": 5,
  "-3": -3,
  "\u22123": -3,
  "+3": 3,
};

for (const [text, value] of Object.entries(READ)) {
  test(`"${text}" is ${value}`, () => assert.equal(readNumber(text), value));
}

for (const text of ["", "many", "1/2", "1e9", "Infinity", "0x10", "5 6", "1..2", "--3", "%"]) {
  test(`"${text}" is no number`, () => assert.equal(readNumber(text), null));
}

test("numbers are written as the course writes them", () => {
  assert.equal(writeNumber(1211), "1,211");
  assert.equal(writeNumber(0.5), "0.5");
  assert.equal(writeNumber(-3), "\u22123");
});
