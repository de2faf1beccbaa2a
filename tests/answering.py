"""Answer any question and fill in any form as a person does: by mouse, by touch or by keyboard."""

from __future__ import annotations

from typing import Any, Literal

from playwright.sync_api import Locator, Page

Way = Literal["mouse", "touch", "keyboard"]
WAYS: tuple[Way, ...] = ("mouse", "touch", "keyboard")

_MOST_TABS = 120
_KEY_TOWARDS = """(wanted) => {
  const at = document.activeElement;
  if (wanted.includes(at)) return "";
  const isBehind = wanted[0].compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isBehind ? "Shift+Tab" : "Tab";
}"""


def view(page: Page | Locator, item: dict[str, Any]) -> Locator:
    """Return the live form of an item: the place for its problems carries the item's id."""
    owner = page if isinstance(page, Page) else page.page
    problem = owner.locator(f'[id$="-{item["id"]}-problem"]')
    return page.locator("form.pl-item").filter(has=problem)


def explanation(item: dict[str, Any]) -> str:
    """Return the opening words of what must be said to the answer that `Hands.answer` gives."""
    match item["kind"]:
        case "order":
            spoken = item["entries"][0]
        case "match":
            spoken = item["pairs"][0]
        case _:
            spoken = item["options"][_wrong(item)] if "options" in item else item
    first = spoken["explain"][0][0]
    return str(first if isinstance(first, str) else first.get("s", "")).strip()


def _wrong(item: dict[str, Any]) -> int:
    return next(i for i, option in enumerate(item["options"]) if not option["correct"])


class Hands:
    """One way of using a page; every step uses nothing but it."""

    def __init__(self, page: Page, way: Way) -> None:
        self.page = page
        self.way = way

    def press(self, button: Locator) -> None:
        """Press a button or a summary."""
        if self.way == "keyboard":
            self.reach(button)
            self.page.keyboard.press("Enter")
        else:
            self._touch(button)

    def choose(self, option: Locator) -> None:
        """Choose a radio button, or tick a box."""
        if self.way != "keyboard":
            self._touch(option)
        elif option.get_attribute("type") == "checkbox":
            self.reach(option)
            self.page.keyboard.press("Space")
        else:
            self._choose_by_arrows(option)

    def _choose_by_arrows(self, option: Locator) -> None:
        group = self.page.locator(f'input[name="{option.get_attribute("name")}"]')
        self.reach(group)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if option.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("the arrow keys do not reach the option")

    def write(self, field: Locator, text: str) -> None:
        """Write into a field, over what stands in it."""
        if self.way == "keyboard":
            self.reach(field)
        else:
            self._touch(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def pick(self, field: Locator, index: int) -> None:
        """Pick a line of a list to choose from."""
        if self.way != "keyboard":
            # The open list belongs to the system, out of any test's reach.
            field.select_option(index=index)
            return
        self.reach(field)
        for _ in range(index):
            self.page.keyboard.press("ArrowDown")

    def slide(self, slider: Locator) -> None:
        """Move a slider."""
        if self.way == "keyboard":
            self.reach(slider)
            self.page.keyboard.press("ArrowRight")
            return
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 4, box["y"] + box["height"] / 2
        if self.way == "touch":
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def reach(self, wanted: Locator) -> None:
        """Press Tab, or Shift+Tab to what lies behind, until one of `wanted` has the focus."""
        for _ in range(_MOST_TABS):
            key = wanted.evaluate_all(_KEY_TOWARDS)
            if not key:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"the Tab key does not reach {wanted}")

    def _touch(self, one: Locator) -> None:
        if self.way == "touch":
            one.tap()
        else:
            one.click()

    def answer(self, form: Locator, item: dict[str, Any]) -> None:
        """Give an answer, wrong where it is a choice or a match, and check it."""
        match item["kind"]:
            case "single" | "multiple" | "true_false":
                self.choose(form.locator(f'.pl-options input[value="{_wrong(item)}"]'))
            case "order":
                self._move_a_line(form)
            case "match":
                for field in form.locator("select").all():
                    self.pick(field, 1)
            case "estimate":
                self.slide(form.get_by_role("slider"))
            case "draw":
                for field in form.locator(".pl-curve-field input:not([disabled])").all():
                    self.write(field, f"{item['max'] / 2:g}")
            case _:
                self.write(form.locator(".pl-number input"), "1")
        if item.get("confidence"):
            self.choose(form.locator(".pl-sure input").first)
        self.press(form.locator("button[type=submit]"))

    def _move_a_line(self, form: Locator) -> None:
        rows = form.locator(".pl-row")
        before = rows.all_inner_texts()
        self.press(form.get_by_role("button", name="Move down").first)
        assert rows.all_inner_texts() != before

    def fill_in(self, root: Locator, state: dict[str, Any]) -> None:
        """Fill in a form: tick the first sign, choose the first answers, write a line, say done."""
        form = state["form"]
        match form["kind"]:
            case "checklist":
                self.choose(root.locator("input[type=checkbox]").first)
            case "reflection":
                for question in root.locator("fieldset").all():
                    self.choose(question.locator("input").first)
            case "survey":
                for statement in root.locator("fieldset").all():
                    self.choose(statement.locator("input").last)
                self.press(root.locator(".pl-button").first)
            case _:
                self.write(root.locator("textarea, .pl-name").first, "To walk to the sea.")
                self.press(root.locator(".pl-button").first)
