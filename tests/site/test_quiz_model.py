"""Whatever a learner does, in two tabs, in any order: the quiz ends where the rules say.

The rules stand here a second time, in a few lines of Python. Hypothesis makes up what the learner
does; a page with two frames, as two tabs of one browser, does it; both must agree at each step.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from standalone import write_page

from painlab.book.serve import serving
from painlab.quiz.bank import read_bank
from painlab.quiz.models import Item
from painlab.quiz.render import quiz_html

pytestmark = pytest.mark.site

RIGHT = 1
"""The right option of every item below."""
OPTIONS = 3
ITEMS = 2
IDS = tuple(f"model-walk-{number:02d}" for number in range(1, ITEMS + 1))
BANK = "\n".join(
    f"""
- id: {name}
  kind: single
  objective: walk
  prompt: Which one?
  options:
    - {{text: "First", misconception: one, explain: "No."}}
    - {{text: "Second", correct: true, explain: "Yes."}}
    - {{text: "Third", misconception: three, explain: "No."}}
  evidence: [brinjikji2015]"""
    for name in IDS
)
FRAMES = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Two tabs</title>
<link rel="icon" href="data:,">
<iframe src="quiz.html"></iframe><iframe src="quiz.html"></iframe>"""
# Does each step, then waits until both frames show what is expected; reports the first step after
# which they do not.
PLAY = """async (steps) => {
  const frames = [...document.querySelectorAll("iframe")];
  const load = (frame) => new Promise((done) => {
    frame.onload = async () => {
      while (!frame.contentDocument.querySelector(".pl-mount .pl-foot")) {
        await new Promise((wake) => setTimeout(wake, 2));
      }
      done();
    };
    frame.contentWindow.location.reload();
  });
  const all = (tab, what) => [...frames[tab].contentDocument.querySelectorAll(`.pl-mount ${what}`)];
  const items = (tab) => all(tab, ".pl-item");
  const act = {
    choose: (tab, item, option) =>
      items(tab)[item].querySelector(`.pl-options input[value="${option}"]`).click(),
    press: (tab, item) => items(tab)[item].querySelector("[type=submit]").click(),
    reload: (tab) => load(frames[tab]),
    erase: (tab) => {
      const erase = all(tab, ".pl-foot button").find((one) => one.textContent.startsWith("Erase"));
      erase.click();
      erase.click();
    },
  };
  const look = () => JSON.stringify({
    tabs: frames.map((_, tab) => items(tab).map((item) => [
      item.querySelector(".pl-feedback").textContent !== "",
      [...item.querySelectorAll(".pl-options input:checked")].map((input) => +input.value),
    ])),
    kept: Object.entries(JSON.parse(localStorage.getItem("painlab.progress") ?? "{}").answers ?? {})
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, { response, correct, first, tries }]) => [id, response, correct, first, tries]),
  });
  localStorage.clear();
  await Promise.all(frames.map(load));
  for (const [index, [name, tab, item, option, expected]] of steps.entries()) {
    await act[name](tab, item, option);
    const end = performance.now() + 1000;
    while (look() !== expected && performance.now() < end) {
      await new Promise((wake) => setTimeout(wake, 1));
    }
    if (look() !== expected) return { index, seen: look() };
  }
  return null;
}"""


@dataclass
class Tab:
    """What one tab shows of each item: whether it is answered, and what is chosen."""

    phase: list[str] = field(default_factory=lambda: ["fresh"] * ITEMS)
    chosen: list[int | None] = field(default_factory=lambda: [None] * ITEMS)


class Rules:
    """The rules: what every action leaves on screen and on the device."""

    def __init__(self) -> None:
        self.tabs = (Tab(), Tab())
        self.kept: dict[int, dict[str, Any]] = {}

    def choose(self, tab: int, item: int, option: int) -> None:
        """An answered item takes no other choice; an open one remembers the last."""
        here = self.tabs[tab]
        if here.phase[item] != "answered":
            here.phase[item], here.chosen[item] = "begun", option

    def press(self, tab: int, item: int, option: int) -> None:
        """Check what is chosen, or open an answered item for another try."""
        here = self.tabs[tab]
        if here.phase[item] == "answered":
            here.phase[item], here.chosen[item] = "begun", None
            return
        if here.chosen[item] is None:
            return
        correct = here.chosen[item] == RIGHT
        before = self.kept.get(item, {"first": correct, "tries": 0})
        self.kept[item] = {
            "response": here.chosen[item],
            "correct": correct,
            "first": before["first"],
            "tries": before["tries"] + 1,
        }
        here.phase[item] = "answered"
        # The other tab follows, unless the learner has begun something there.
        self._follow(self.tabs[1 - tab])

    def reload(self, tab: int, item: int, option: int) -> None:
        """What is kept comes back; what was only chosen is gone."""
        here = self.tabs[tab]
        here.phase, here.chosen = ["fresh"] * ITEMS, [None] * ITEMS
        self._follow(here)

    def erase(self, tab: int, item: int, option: int) -> None:
        """Nothing is kept, and no tab shows an answer; an open choice stays where it is."""
        self.kept = {}
        for one in self.tabs:
            for number in range(ITEMS):
                if one.phase[number] == "answered":
                    one.phase[number], one.chosen[number] = "fresh", None

    def _follow(self, tab: Tab) -> None:
        for item, answer in self.kept.items():
            if tab.phase[item] == "fresh":
                tab.phase[item], tab.chosen[item] = "answered", answer["response"]

    def seen(self) -> str:
        """Return what the page must show, as the page says it."""
        tabs = [
            [
                [phase == "answered", [] if chosen is None else [chosen]]
                for phase, chosen in zip(tab.phase, tab.chosen, strict=True)
            ]
            for tab in self.tabs
        ]
        kept = [[IDS[item], *self.kept[item].values()] for item in sorted(self.kept)]
        return json.dumps({"tabs": tabs, "kept": kept}, separators=(",", ":"))


@pytest.fixture(scope="module")
def tabs(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the same quiz in two frames of one origin."""
    folder = tmp_path_factory.mktemp("walk")
    write_page(folder, quiz_html(_items(folder)))
    (folder / "tabs.html").write_text(FRAMES, encoding="utf-8")
    with serving(folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/tabs.html")
        yield page
        page.context.close()


def _items(folder: Path) -> list[Item]:
    path = folder / "walk.yml"
    path.write_text(BANK, encoding="utf-8")
    entries, findings = read_bank(path)
    assert not findings
    return [entry for entry in entries if isinstance(entry, Item)]


_ACTIONS = st.tuples(
    # Pressing and choosing are what learners do most.
    st.sampled_from(("choose", "press", "choose", "press", "reload", "erase")),
    st.integers(0, 1),
    st.integers(0, ITEMS - 1),
    st.integers(0, OPTIONS - 1),
)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(actions=st.lists(_ACTIONS, min_size=5, max_size=25))
def test_any_sequence_ends_where_the_rules_say(
    tabs: Page, actions: list[tuple[str, int, int, int]]
) -> None:
    rules = Rules()
    steps: list[tuple[str, int, int, int, str]] = []
    for action in actions:
        name, *rest = action
        getattr(rules, name)(*rest)
        steps.append((*action, rules.seen()))
    wrong = tabs.evaluate(PLAY, steps)
    if wrong:
        done = "\n".join(str(step[:4]) for step in steps[: wrong["index"] + 1])
        expected = steps[wrong["index"]][4]
        pytest.fail(f"after\n{done}\nexpected {expected}\nbut saw  {wrong['seen']}")
