import assert from "node:assert/strict";
import { test } from "node:test";
import { createModel } from "../src/host.js";
import { deviceStore, KEY, modelStore, parseProgress } from "../src/store.js";

class FakeStorage {
  /** @param {Record<string, string>} [kept] */
  constructor(kept = {}) {
    Object.assign(this, kept);
  }
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    this[key] = String(value);
  }
  removeItem(key) {
    delete this[key];
  }
}

const ANSWER = { response: 1, correct: true, first: true, tries: 1 };
const make = (storage, tabs = new EventTarget()) => deviceStore(() => storage, tabs);
const progress = (answers) => JSON.stringify({ version: 1, answers });

test("an answer is written under the one key and read again by the next page", () => {
  const storage = new FakeStorage();
  make(storage).save("a-01", ANSWER);
  assert.deepEqual(JSON.parse(storage[KEY]), { version: 1, answers: { "a-01": ANSWER } });
  assert.deepEqual(make(storage).answers(), { "a-01": ANSWER });
});

test("two tabs keep each other's answers", () => {
  const storage = new FakeStorage();
  const [one, two] = [make(storage), make(storage)];
  one.save("a-01", ANSWER);
  two.save("a-02", ANSWER);
  one.save("a-03", ANSWER);
  assert.deepEqual(Object.keys(make(storage).answers()).sort(), ["a-01", "a-02", "a-03"]);
});

test("another tab's answer and another tab's erasing are told", () => {
  const tabs = new EventTarget();
  const store = make(new FakeStorage(), tabs);
  let told = 0;
  store.subscribe(() => (told += 1));
  for (const key of [KEY, null, "something-else"]) {
    tabs.dispatchEvent(Object.assign(new Event("storage"), { key }));
  }
  assert.equal(told, 2);
});

for (const broken of ["{", "null", "[]", '{"version":2,"answers":{}}', '{"version":1,"answers":[]}']) {
  test(`${broken} is set aside, not thrown away`, () => {
    const storage = new FakeStorage({ [KEY]: broken });
    const store = make(storage);
    assert.deepEqual(store.answers(), {});
    assert.match(store.notice(), /put aside/);
    store.save("a-01", ANSWER);
    assert.equal(storage[`${KEY}.set-aside.1`], broken);
    assert.deepEqual(JSON.parse(store.download?.() ?? "").setAside, [broken]);
  });
}

test("a second broken state gets its own number", () => {
  const storage = new FakeStorage({ [KEY]: "x", [`${KEY}.set-aside.1`]: "older" });
  make(storage);
  assert.equal(storage[`${KEY}.set-aside.1`], "older");
  assert.equal(storage[`${KEY}.set-aside.2`], "x");
});

test("single answers that are not answers are passed over", () => {
  const kept = { "a-01": ANSWER, "a-02": 7, "a-03": null, "a-04": { tries: "no" } };
  const store = make(new FakeStorage({ [KEY]: progress(kept) }));
  assert.deepEqual(Object.keys(store.answers()), ["a-01"]);
});

test("forbidden storage leaves a working quiz that says it does not save", () => {
  const store = deviceStore(() => {
    throw new Error("forbidden");
  }, new EventTarget());
  store.save("a-01", ANSWER);
  assert.deepEqual(store.answers(), { "a-01": ANSWER });
  assert.match(store.notice(), /does not let the page save/);
});

test("full storage loses nothing while the page is open, and saves once there is room", () => {
  const storage = new FakeStorage();
  const store = make(storage);
  const setItem = FakeStorage.prototype.setItem;
  storage.setItem = () => {
    throw new Error("full");
  };
  store.save("a-01", ANSWER);
  assert.match(store.notice(), /does not let the page save/);
  storage.setItem = setItem;
  store.save("a-02", ANSWER);
  assert.deepEqual(Object.keys(JSON.parse(storage[KEY]).answers), ["a-01", "a-02"]);
  assert.equal(store.notice(), "");
});

test("a broken state that cannot be set aside is left where it is", () => {
  const storage = new FakeStorage({ [KEY]: "x" });
  storage.setItem = () => {
    throw new Error("full");
  };
  make(storage).save("a-01", ANSWER);
  assert.equal(storage[KEY], "x");
});

test("erasing takes answers and what was set aside, and nothing of others", () => {
  const storage = new FakeStorage({ [KEY]: "x", other: "kept" });
  const store = make(storage);
  store.save("a-01", ANSWER);
  store.erase();
  assert.deepEqual(Object.keys(storage), ["other"]);
  assert.deepEqual(store.answers(), {});
});

test("a hostile key in stored data reaches no prototype", () => {
  const raw = '{"version":1,"answers":{"__proto__":{"tries":1,"polluted":true}}}';
  make(new FakeStorage({ [KEY]: raw })).save("a-01", ANSWER);
  assert.equal({}.polluted, undefined);
  assert.equal(parseProgress(raw) !== null, true);
});

test("in a notebook the answers live in the model", () => {
  const model = createModel({ answers: {} });
  const store = modelStore(model);
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  store.save("a-01", ANSWER);
  stop();
  store.save("a-02", ANSWER);
  assert.deepEqual(Object.keys(model.get("answers")), ["a-01", "a-02"]);
  assert.equal(told, 1);
  assert.equal(store.download, null);
});
