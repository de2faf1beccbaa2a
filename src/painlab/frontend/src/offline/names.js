// Names that the pages and the service worker share.

/**
 * Name of the cache that holds the book; another book on the same site has another one.
 * @param {string} scope address of the book's root
 */
export const cacheName = (scope) => `painlab-book-${new URL(scope).pathname}`;
