// The index of all words is the largest file of the book. It is fetched when there is something to
// look for, and already while a word is being typed.
// Sphinx would keep the words last looked for in the reader's browser.
var SPHINX_HIGHLIGHT_ENABLED = false;

(function () {
  "use strict";
  var fetched = false;

  function fetchIndex() {
    if (!fetched) Search.loadIndex("searchindex.js");
    fetched = true;
  }

  if (new URLSearchParams(location.search).get("q")) fetchIndex();
  document.getElementById("pl-q").addEventListener("input", fetchIndex);
})();
