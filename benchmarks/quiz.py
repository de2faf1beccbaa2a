"""What a page of ten questions costs the reader: ours, as ratios to jupyterquiz and ipywidgets.

Each page is loaded several times, the three in turn, in one headless Chromium: at this machine's
full speed, and as on a modest phone (processor 4 times slower, 1.6 Mbit/s, 150 ms each way there
and back). Medians are printed; nothing is written into the tree.

Run it: ``.venv/bin/python benchmarks/quiz.py``. The peers come from PyPI and npm into a temporary
folder.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright
from quiz_pages import write_pages

from painlab.book.serve import serving

RUNS = 7
SLOW_DOWN = 4
PHONE_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}

# Tries the first question from the first frame on, as an eager reader would: it is answerable once
# a visible input takes a choice and the page answers. A form that cannot answer yet does not count.
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
  const look = () => {
    if (reacts()) window.answerable = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""

# From the click on "Check" until the frame with the explanation has been painted.
CHECK = """
(number) => new Promise((done) => {
  const form = document.querySelectorAll(".pl-mount .pl-item")[number];
  form.querySelector(".pl-options input").click();
  form.querySelector(".pl-sure input")?.click();
  requestAnimationFrame(() => setTimeout(() => {
    const start = performance.now();
    form.querySelector("button[type=submit]").click();
    if (!form.querySelector("[role=status]").textContent) throw new Error("nothing is said");
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - start);
      channel.port2.postMessage(null);
    });
  }));
})
"""
WORD = """
() => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(() => {
    const start = performance.now();
    document.body.append("Right");
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - start);
      channel.port2.postMessage(null);
    });
  }));
})
"""


@dataclass(frozen=True)
class Load:
    """One load of one page: bytes over the wire, requests, milliseconds, bytes of JS heap."""

    bytes: int
    requests: int
    desk_ms: float
    phone_ms: float
    heap: float


def measure(browser: Browser, address: str) -> Load:
    """Load a page at full speed and as on a phone, each in a fresh context without a cache."""
    page, session = _open(browser)
    sizes: list[int] = []

    def weigh(response: Response) -> None:
        sizes.append(int(response.headers.get("content-length", 0)))

    page.on("response", weigh)
    desk = _answerable(page, address)
    page.wait_for_load_state("networkidle")
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"]
    page.context.close()
    page, session = _open(browser)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", PHONE_LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_DOWN})
    phone = _answerable(page, address)
    page.context.close()
    return Load(sum(sizes), len(sizes), desk, phone, heap)


def check_to_explanation(browser: Browser, address: str) -> float:
    """Return milliseconds from "Check" to the painted explanation, on a slowed processor."""
    page, session = _open(browser, watch=False)
    page.goto(address, wait_until="networkidle")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_DOWN})
    took: float = page.evaluate(CHECK, 0)
    page.context.close()
    return took


def one_word(browser: Browser) -> float:
    """Return milliseconds until a blank page has painted one word: what any page must pay."""
    page, session = _open(browser, watch=False)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_DOWN})
    took: float = page.evaluate(WORD)
    page.context.close()
    return took


def _open(browser: Browser, *, watch: bool = True) -> tuple[Page, CDPSession]:
    page = browser.new_context().new_page()
    if watch:
        page.add_init_script(WATCH)
    return page, page.context.new_cdp_session(page)


def _answerable(page: Page, address: str) -> float:
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.answerable", timeout=90_000)
    return float(page.evaluate("window.answerable"))


def _median(loads: list[Load]) -> Load:
    middle = {name: median(getattr(one, name) for one in loads) for name in Load.__annotations__}
    return Load(**middle)


def _row(name: str, one: Load) -> str:
    return (
        f"{name:34} {one.bytes / 1000:9.1f} {one.requests:9.0f} {one.desk_ms:8.0f} "
        f"{one.phone_ms:9.0f} {one.heap / 1e6:8.1f}"
    )


def _ratio(name: str, ours: Load, peer: Load) -> str:
    values = {part: getattr(ours, part) / getattr(peer, part) for part in Load.__annotations__}
    return (
        f"{'ours / ' + name:34} {values['bytes']:9.2f} {values['requests']:9.2f} "
        f"{values['desk_ms']:8.2f} {values['phone_ms']:9.2f} {values['heap']:8.2f}"
    )


def main() -> None:
    """Print the three pages, the ratios between them, and how soon ours explains an answer."""
    chromium = os.environ.get("PAINLAB_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        pages = write_pages(Path(name))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        loads: dict[str, list[Load]] = {maker: [] for maker in pages}
        with serving(Path(name)) as address:
            for _ in range(RUNS):
                for maker, page in pages.items():
                    loads[maker].append(measure(browser, f"{address}/{page}"))
            ours = f"{address}/{pages['ours']}"
            took = [(check_to_explanation(browser, ours), one_word(browser)) for _ in range(RUNS)]
        browser.close()
    middle = {maker: _median(found) for maker, found in loads.items()}
    print(f"{'ten questions':34} {'kB gzip':>9} {'requests':>9} {'ms desk':>8} ", end="")
    print(f"{'ms phone':>9} {'MB heap':>8}")
    for maker, one in middle.items():
        print(_row(maker, one))
    for maker, one in middle.items():
        if maker != "ours":
            print(_ratio(maker, middle["ours"], one))
    print(f"Check to painted explanation, ours, processor {SLOW_DOWN} times slower: ", end="")
    answer, word = (median(column) for column in zip(*took, strict=True))
    print(f"median {answer:.0f} ms of {RUNS} runs; one word on a blank page: {word:.0f} ms")


if __name__ == "__main__":
    main()
