// Notes beside numbers open on hover and focus by CSS alone. This adds two things: a first tap opens
// the note instead of following the link, and Escape closes a note without moving the focus.
(function () {
  "use strict";
  var SHUT = "pl-shut";
  var tapped = null;

  function noteOf(target) {
    return target instanceof Element ? target.closest(".pl-ev") : null;
  }

  document.addEventListener("pointerdown", function (event) {
    var note = noteOf(event.target);
    tapped = null;
    if (note && event.pointerType !== "mouse") {
      tapped = { note: note, open: note.contains(document.activeElement) && !note.classList.contains(SHUT) };
    }
  });
  document.addEventListener("click", function (event) {
    var note = noteOf(event.target);
    if (note && tapped && tapped.note === note && !tapped.open) {
      event.preventDefault();
      note.classList.remove(SHUT);
      note.querySelector("a").focus();
    }
    tapped = null;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll(".pl-ev:hover, .pl-ev:focus-within").forEach(function (note) {
      note.classList.add(SHUT);
    });
  });
  function reopen(event) {
    var note = noteOf(event.target);
    if (note && !note.contains(event.relatedTarget)) note.classList.remove(SHUT);
  }
  document.addEventListener("focusout", reopen);
  document.addEventListener("pointerout", reopen);
})();
