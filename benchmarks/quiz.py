"""What a page of ten questions costs the reader: ours, as ratios to jupyterquiz and ipywidgets.

Each page is loaded several times, the three in turn, in one headless Chromium: at this machine's
full speed, and as on a modest phone (processor 4 times slower, 1.6 Mbit/s, 150 ms each way there
and back). Medians are printed; nothing is written into the tree.

Run it: ``.venv/bin/python benchmarks/quiz.py``. The peers come from PyPI and npm into a temporary
folder.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser
from quiz_pages import write_pages
from reader import (
    SLOW_DOWN,
    Load,
    blank_page,
    chromium,
    measure,
    middle,
    open_page,
    print_loads,
    slow,
)

from painlab.book.serve import serving

RUNS = 7

# A question is answerable once a visible input takes a choice and the page answers. A form that
# cannot answer yet does not count.
WATCH = """
(() => {
  const visible = (one) => one && !one.disabled && one.closest("label, div").offsetHeight > 0;
  const reacts = {
    "ours.html": () => {
      const form = document.querySelector(".pl-mount .pl-item");
      const input = form?.querySelector("input");
      if (!visible(input)) return false;
      input.click();
      form.querySelector("button[type=submit]").click();
      return form.querySelector("[role=status]").textContent !== "";
    },
    "jupyterquiz.html": () => {
      const input = document.querySelector(".MCButton input");
      if (!visible(input)) return false;
      input.click();
      return document.querySelector(".Feedback.correct, .Feedback.incorrect") !== null;
    },
    // No kernel, so no answer: to take the choice is enough here.
    "ipywidgets.html": () => {
      const input = document.querySelector(".widget-radio-box input");
      if (!visible(input)) return false;
      input.click();
      return input.checked;
    },
  }[location.pathname.slice(1)];
  eager(reacts);
})();
"""

# From the click on "Check" until the frame with the explanation has been painted.
CHECK = """
(number) => {
  const form = document.querySelectorAll(".pl-mount .pl-item")[number];
  form.querySelector(".pl-options input").click();
  form.querySelector(".pl-sure input")?.click();
  return painted(() => {
    form.querySelector("button[type=submit]").click();
    if (!form.querySelector("[role=status]").textContent) throw new Error("nothing is said");
  });
}
"""


def check_to_explanation(browser: Browser, address: str) -> float:
    """Return milliseconds from "Check" to the painted explanation, on a slowed processor."""
    page, session = open_page(browser)
    page.goto(address, wait_until="networkidle")
    slow(session)
    took: float = page.evaluate(CHECK, 0)
    page.context.close()
    return took


def main() -> None:
    """Print the three pages, the ratios between them, and how soon ours explains an answer."""
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        pages = write_pages(Path(name))
        loads: dict[str, list[Load]] = {maker: [] for maker in pages}
        with serving(Path(name)) as address:
            for _ in range(RUNS):
                for maker, page in pages.items():
                    loads[maker].append(measure(browser, f"{address}/{page}", WATCH))
            ours = f"{address}/{pages['ours']}"
            took = [
                (check_to_explanation(browser, ours), blank_page(browser, 1)[0])
                for _ in range(RUNS)
            ]
    print_loads("ten questions", {maker: middle(found) for maker, found in loads.items()})
    print(f"Check to painted explanation, ours, processor {SLOW_DOWN} times slower: ", end="")
    answer, word = (median(column) for column in zip(*took, strict=True))
    print(f"median {answer:.0f} ms of {RUNS} runs; one word on a blank page: {word:.0f} ms")


if __name__ == "__main__":
    main()
