// The filter of the ledger. Without this script the page shows every study, each in its own fold.
(function () {
  "use strict";
  var form = document.getElementById("pl-filter");
  if (!form) return;
  var find = document.getElementById("pl-find");
  var status = document.getElementById("pl-status");
  var count = document.getElementById("pl-count");
  var studies = Array.prototype.map.call(document.querySelectorAll(".pl-study"), function (study) {
    var figures = Array.prototype.map.call(study.querySelectorAll("li"), function (figure) {
      return { element: figure, words: figure.textContent.toLowerCase(), marks: figure.dataset.s.split(" ") };
    });
    var clone = study.cloneNode(true);
    clone.querySelectorAll("ul").forEach(function (list) { list.remove(); });
    return { element: study, words: clone.textContent.toLowerCase(), figures: figures };
  });

  // On the first page the lines are studies, on the others they are figures of studies.
  var words = { figure: ["figure", "figures", " in ", "study", "studies"], entry: ["line", "lines", " in ", "part", "parts"] }[form.dataset.counted];

  var headings = Array.prototype.filter.call(document.querySelectorAll("h2"), function (heading) {
    return foldsBelow(heading).length > 0;
  });

  function foldsBelow(heading) {
    var folds = [];
    var next = heading.nextElementSibling;
    while (next && next.classList.contains("pl-study")) {
      folds.push(next);
      next = next.nextElementSibling;
    }
    return folds;
  }

  function many(number, one, more) {
    return number + " " + (number === 1 ? one : more);
  }

  function show() {
    var wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var mark = status.value;
    var shownStudies = 0;
    var shownFigures = 0;
    studies.forEach(function (study) {
      var shown = 0;
      study.figures.forEach(function (figure) {
        var words = study.words + " " + figure.words;
        var fits = (!mark || figure.marks.indexOf(mark) >= 0) &&
          wanted.every(function (word) { return words.indexOf(word) >= 0; });
        figure.element.hidden = !fits;
        if (fits) shown += 1;
      });
      study.element.hidden = shown === 0;
      if (shown) shownStudies += 1;
      shownFigures += shown;
    });
    headings.forEach(function (heading) {
      heading.hidden = foldsBelow(heading).every(function (fold) { return fold.hidden; });
    });
    count.textContent = shownFigures === 0
      ? "Nothing fits. Try fewer words."
      : many(shownFigures, words[0], words[1]) + words[2] + many(shownStudies, words[3], words[4]) + ".";
  }

  function openTarget() {
    var id = decodeURIComponent(window.location.hash.slice(1));
    var target = id && document.getElementById(id);
    var fold = target && target.closest("details");
    if (!fold) return;
    fold.open = true;
    // At once: a glide over a long page would take seconds.
    target.scrollIntoView({ behavior: "instant" });
  }

  var timer = 0;
  find.addEventListener("input", function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(show, 200);
  });
  status.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", function () {
    studies.forEach(function (study) { study.element.open = true; });
  });
  form.hidden = false;
  show();
  openTarget();
})();
