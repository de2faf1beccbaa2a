// The two menus open and close without this script. It makes their switches buttons, and leads the
// keyboard: into a menu that opens, back to its button on Escape. A menu that was left is closed, so
// that it covers nothing.
(function () {
  "use strict";
  var menus = { __navigation: ".sidebar-drawer", __toc: ".toc-drawer" };

  Object.keys(menus).forEach(function (id) {
    var box = document.getElementById(id);
    var drawer = document.querySelector(menus[id]);
    if (!box || !drawer) return;

    function tell() {
      box.setAttribute("aria-pressed", String(box.checked));
    }

    function close() {
      box.checked = false;
      tell();
    }

    function firstLink() {
      return Array.prototype.find.call(drawer.querySelectorAll("a"), function (link) {
        return link.getClientRects().length > 0;
      });
    }

    box.setAttribute("role", "button");
    tell();
    box.addEventListener("change", function () {
      tell();
      var first = box.checked && firstLink();
      if (first) first.focus({ preventScroll: true });
    });
    box.addEventListener("keydown", function (event) {
      // A button opens by Enter, too; a checkbox does not.
      if (event.key === "Enter") box.click();
    });
    drawer.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !drawer.contains(event.relatedTarget)) close();
    });
    drawer.addEventListener("click", function (event) {
      // A part of this page was chosen: it lies behind the menu.
      if (event.target.closest('a[href^="#"]')) close();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !box.checked) return;
      close();
      box.focus();
    });
  });
})();
