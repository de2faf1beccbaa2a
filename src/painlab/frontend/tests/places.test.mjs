import assert from "node:assert/strict";
import { test } from "node:test";
import { keep } from "../src/storage/kept.js";
import { places, sizeOf, spread } from "../src/storage/places.js";
import { FakeStorage } from "./fake_storage.mjs";

test("only what is ours is listed, the reader's own work first", () => {
  const storage = new FakeStorage({
    "painlab.progress.set-aside.2": "b",
    "painlab.z": "z",
    theme: "dark",
    "painlab.progress.set-aside.1": "a",
    "painlab.offline": "off",
    "painlab.progress": "{}",
    painlab: "no",
    "other.painlab.progress": "no",
    sphinx: "no",
  });
  assert.deepEqual(
    places(storage).map(({ key }) => key),
    [
      "painlab.progress",
      "theme",
      "painlab.offline",
      "painlab.progress.set-aside.1",
      "painlab.progress.set-aside.2",
      "painlab.z",
    ],
  );
  assert.equal(new Set(places(storage).map(({ name }) => name)).size, 6);
});

test("sizes are round words", () => {
  const sizes = [0, 99, 100, 1999, 2000, 2999, 3000, 4_000_000].map((n) => sizeOf("x".repeat(n)));
  assert.deepEqual(sizes, [
    "a few words",
    "a few words",
    "less than a page of text",
    "less than a page of text",
    "about 1 page of text",
    "about 1 page of text",
    "about 2 pages of text",
    "about 2,000 pages of text",
  ]);
});

test("what is no JSON is shown as it is", () => {
  assert.equal(spread('{"a":[1]}'), '{\n  "a": [\n    1\n  ]\n}');
  assert.equal(spread("{"), "{");
});

test("one key is erased and the others stay; what was set aside may go alone", () => {
  const kept = { version: 2, answers: {}, forms: {}, pages: { a: { title: "A", at: 1 } } };
  const all = { "painlab.progress": JSON.stringify(kept), "painlab.progress.set-aside.1": "{" };
  const storage = new FakeStorage({ ...all, theme: "dark" });
  const store = keep(() => storage, new EventTarget());
  let told = 0;
  store.subscribe(() => (told += 1));
  store.erase("painlab.progress.set-aside.1");
  assert.deepEqual(store.read().pages, kept.pages);
  assert.deepEqual(store.aside(), []);
  store.erase("painlab.progress");
  assert.deepEqual(store.read().pages, {});
  assert.deepEqual({ ...storage }, { theme: "dark" });
  assert.equal(told, 2);
});
