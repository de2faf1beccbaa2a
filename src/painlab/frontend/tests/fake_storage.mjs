// A browser's storage and window, as far as the store uses them.

export class FakeStorage {
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

/** What a browser does with two tabs: each hears what the other stores. */
export function twoTabs(kept = {}) {
  const windows = [new EventTarget(), new EventTarget()];
  const shared = new FakeStorage(kept);
  return windows.map((window, i) => {
    const tell = (key, newValue) => {
      const event = Object.assign(new Event("storage"), { key, newValue });
      windows[1 - i]?.dispatchEvent(event);
    };
    const storage = new Proxy(shared, {
      get(target, name) {
        if (name === "setItem") {
          return (key, value) => {
            target.setItem(key, value);
            tell(key, value);
          };
        }
        if (name === "removeItem") {
          return (key) => {
            target.removeItem(key);
            tell(key, null);
          };
        }
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    return { window, storage, shared };
  });
}
