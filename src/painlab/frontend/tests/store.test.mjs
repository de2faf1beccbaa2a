import assert from "node:assert/strict";
import { test } from "node:test";
import { createModel } from "../src/shared/host.js";
import { deviceStore, KEY, modelStore } from "../src/storage/store.js";
import { FakeStorage, twoTabs } from "./fake_storage.mjs";

const GIVEN = { response: 1, correct: true };
const make = (storage, tabs = new EventTarget()) => deviceStore(() => storage, tabs);
const progress = (answers) => JSON.stringify({ version: 2, answers, forms: {}, pages: {} });
const responses = (store) =>
  Object.fromEntries(Object.entries(store.answers()).map(([id, { response }]) => [id, response]));

test("an answer is written under the one key and read again by the next page", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 7000 });
  const storage = new FakeStorage();
  make(storage).save("a-01", { ...GIVEN, confidence: "sure" });
  const answer = {
    response: 1,
    at: 7000,
    correct: true,
    confidence: "sure",
    first: true,
    tries: 1,
    log: [{ at: 7000, correct: true, confidence: "sure" }],
  };
  assert.deepEqual(JSON.parse(storage[KEY]), JSON.parse(progress({ "a-01": answer })));
  assert.deepEqual(make(storage).answers(), { "a-01": answer });
});

test("two tabs keep each other's answers", () => {
  const storage = new FakeStorage();
  const [one, two] = [make(storage), make(storage)];
  one.save("a-01", GIVEN);
  two.save("a-02", GIVEN);
  one.save("a-03", GIVEN);
  assert.deepEqual(Object.keys(make(storage).answers()).sort(), ["a-01", "a-02", "a-03"]);
});

for (const [pause, kept] of [[100, ["a-01", "a-02"]], [4000, ["a-02"]]]) {
  test(`another tab wrote ${pause} ms after us without having heard: ${kept} stay`, (context) => {
    context.mock.timers.enable({ apis: ["Date"], now: 7000 });
    const [storage, tabs] = [new FakeStorage(), new EventTarget()];
    const store = make(storage, tabs);
    store.save("a-01", GIVEN);
    context.mock.timers.setTime(7000 + pause);
    const other = new FakeStorage();
    make(other).save("a-02", GIVEN);
    storage[KEY] = other[KEY];
    tabs.dispatchEvent(Object.assign(new Event("storage"), { key: KEY, newValue: other[KEY] }));
    assert.deepEqual(Object.keys(store.answers()).sort(), kept);
    assert.deepEqual(Object.keys(JSON.parse(storage[KEY]).answers).sort(), kept);
  });
}

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

for (const broken of ["{", "null", "[]", '{"version":3,"answers":{},"forms":{},"pages":{}}', '{"version":2,"answers":{}}', '{"version":1,"answers":[]}']) {
  test(`${broken} is set aside, not thrown away`, () => {
    const storage = new FakeStorage({ [KEY]: broken });
    const store = make(storage);
    assert.deepEqual(store.answers(), {});
    assert.match(store.notice(), /put aside/);
    store.save("a-01", GIVEN);
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
  const kept = { "a-01": { ...GIVEN, tries: 1, log: [] }, "a-02": 7, "a-03": null, "a-04": { tries: "no" } };
  const store = make(new FakeStorage({ [KEY]: progress(kept) }));
  assert.deepEqual(Object.keys(store.answers()), ["a-01"]);
});

test("forbidden storage leaves a working quiz that says it does not save", () => {
  const store = deviceStore(() => {
    throw new Error("forbidden");
  }, new EventTarget());
  store.save("a-01", GIVEN);
  assert.deepEqual(responses(store), { "a-01": 1 });
  assert.match(store.notice(), /does not let the page save/);
});

test("full storage loses nothing while the page is open, and saves once there is room", () => {
  const storage = new FakeStorage();
  const store = make(storage);
  const setItem = FakeStorage.prototype.setItem;
  storage.setItem = () => {
    throw new Error("full");
  };
  store.save("a-01", GIVEN);
  assert.match(store.notice(), /no room left/);
  assert.deepEqual(responses(store), { "a-01": 1 });
  storage.setItem = setItem;
  store.save("a-02", GIVEN);
  assert.deepEqual(Object.keys(JSON.parse(storage[KEY]).answers), ["a-01", "a-02"]);
  assert.equal(store.notice(), "");
});

test("a broken state that cannot be set aside is left where it is", () => {
  const storage = new FakeStorage({ [KEY]: "x" });
  storage.setItem = () => {
    throw new Error("full");
  };
  make(storage).save("a-01", GIVEN);
  assert.equal(storage[KEY], "x");
});

test("erasing takes answers and what was set aside, and nothing of others", () => {
  const storage = new FakeStorage({ [KEY]: "x", other: "kept" });
  const store = make(storage);
  store.save("a-01", GIVEN);
  store.erase();
  assert.deepEqual(Object.keys(storage), ["other"]);
  assert.deepEqual(store.answers(), {});
});

test("a hostile key in stored data reaches no prototype", () => {
  for (const version of [1, 2]) {
    const bad = '{"__proto__":{"tries":1,"polluted":true,"log":[]}}';
    const raw = `{"version":${version},"answers":${bad},"forms":${bad},"pages":${bad}}`;
    const store = make(new FakeStorage({ [KEY]: raw }));
    store.save("a-01", GIVEN);
    store.saveForm("__proto__", "__proto__", { polluted: true });
    assert.equal(store.form("constructor", "name"), undefined);
    assert.equal({}.polluted, undefined);
  }
});

test("in a notebook the answers live in the model", () => {
  const model = createModel({ answers: {} });
  const store = modelStore(model);
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  store.save("a-01", GIVEN);
  stop();
  store.save("a-02", GIVEN);
  assert.deepEqual(Object.keys(model.get("answers")), ["a-01", "a-02"]);
  assert.equal(told, 1);
  assert.equal(store.download, null);
});

test("two scripts of one page hear each other, also where nothing can be stored", () => {
  for (const storage of [new FakeStorage(), null]) {
    const page = new EventTarget();
    const [one, two] = [make(storage, page), make(storage, page)];
    let told = 0;
    two.subscribe(() => (told += 1));
    one.save("a-01", GIVEN);
    assert.equal(told, 1);
    two.save("a-01", GIVEN);
    assert.equal(one.answers()["a-01"].tries, 2);
    two.erase();
    assert.deepEqual(one.answers(), {});
  }
});

test("two tabs keep each other's forms and tries, both ways", () => {
  const [one, two] = twoTabs().map(({ window, storage }) => make(storage, window));
  one.saveForm("f-01", "", [1]);
  two.saveForm("f-01", "later", [2]);
  two.save("a-01", GIVEN);
  one.save("a-01", { response: 2, correct: false });
  one.saveForm("f-02", "", [3]);
  for (const store of [one, two]) {
    assert.deepEqual(store.form("f-01", "").response, [1]);
    assert.deepEqual(store.form("f-01", "later").response, [2]);
    assert.deepEqual(store.form("f-02", "").response, [3]);
    const { tries, first, response, log } = store.answers()["a-01"];
    assert.deepEqual({ tries, first, response }, { tries: 2, first: true, response: 2 });
    assert.deepEqual(log.map(({ correct }) => correct), [true, false]);
  }
});

test("a tab that could not save drops what it holds when another tab erases everything", () => {
  const [mine, theirs] = twoTabs();
  const [one, two] = [make(mine.storage, mine.window), make(theirs.storage, theirs.window)];
  one.save("a-01", GIVEN);
  mine.shared.setItem = () => {
    throw new Error("full");
  };
  one.save("a-02", GIVEN);
  assert.deepEqual(Object.keys(one.answers()), ["a-01", "a-02"]);
  two.erase();
  assert.deepEqual(one.answers(), {});
});

test("what one tab could not save joins what the other one saved since", () => {
  const [mine, theirs] = twoTabs();
  const [one, two] = [make(mine.storage, mine.window), make(theirs.storage, theirs.window)];
  one.save("a-01", GIVEN);
  mine.storage.getItem(KEY);
  const setItem = mine.shared.setItem;
  mine.shared.setItem = () => {
    throw new Error("full");
  };
  one.saveForm("f-01", "", "kept");
  mine.shared.setItem = setItem;
  two.save("a-02", GIVEN);
  one.save("a-03", GIVEN);
  assert.deepEqual(Object.keys(two.answers()).sort(), ["a-01", "a-02", "a-03"]);
  assert.equal(two.form("f-01", "").response, "kept");
});

test("erasing a form leaves the others and the answers", () => {
  const store = make(new FakeStorage());
  store.save("a-01", GIVEN);
  store.saveForm("f-01", "", 1);
  store.saveForm("f-01", "later", 2);
  store.saveForm("f-02", "", 3);
  store.eraseForm("f-01");
  assert.equal(store.form("f-01", ""), undefined);
  assert.equal(store.form("f-01", "later"), undefined);
  assert.equal(store.form("f-02", "").response, 3);
  assert.deepEqual(responses(store), { "a-01": 1 });
});

test("in a notebook forms live in the model beside the answers", () => {
  const model = createModel({ answers: {}, forms: {} });
  const store = modelStore(model);
  let told = 0;
  store.subscribe(() => (told += 1));
  store.saveForm("f-01", "", 1);
  store.saveForm("f-01", "later", 2);
  assert.equal(model.get("forms")["f-01"].later.response, 2);
  store.save("a-01", GIVEN);
  store.save("a-01", { response: 0, correct: false, confidence: "sure" });
  assert.equal(model.get("answers")["a-01"].tries, 2);
  store.eraseForm("f-01");
  assert.deepEqual(model.get("forms"), {});
  assert.equal(told, 5);
});
