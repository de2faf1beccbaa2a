// Fetching one more script of the book. A page's policy takes no plain text for the address of a
// script where the browser knows trusted types: this is the only place that may name one.

/** @type {{createScriptURL: (address: string) => string} | undefined} */
let policy;

/**
 * @param {string} address
 * @returns {string} what the browser takes for the address of a script
 * @throws {TypeError} when it is not of this site
 */
export function scriptAddress(address) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("painlab", {
    createScriptURL: ourOwn,
  });
  return policy ? policy.createScriptURL(address) : ourOwn(address);
}

/** @param {string} address */
function ourOwn(address) {
  const { href, host, protocol } = new URL(address, document.baseURI);
  if (protocol !== location.protocol || host !== location.host) throw new TypeError(address);
  return href;
}

/**
 * A classic script, for a page opened from a file may not fetch.
 * @param {string} address
 * @returns {Promise<void>}
 */
export function fetchScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = scriptAddress(address);
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(address));
    });
    document.head.append(script);
  });
}
