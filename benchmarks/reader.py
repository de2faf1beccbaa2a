"""An eager reader's browser: pages at this machine's full speed, and as on a modest phone."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

SLOW_DOWN = 4
"""How many times slower than this machine the phone's processor is."""
PHONE_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""1.6 Mbit/s, 150 ms each way there and back."""

# Every page knows two more functions.
HELPERS = """
// From what `act` does (and what it waits for) until the frame that shows it has been painted.
window.painted = (act) => new Promise((done, fail) => {
  requestAnimationFrame(() => setTimeout(async () => {
    const start = performance.now();
    try {
      await act();
    } catch (problem) {
      return fail(problem);
    }
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - start);
      channel.port2.postMessage(null);
    });
  }));
});
// Tries from the first frame on, as an eager reader would, until the page answers.
window.eager = (answers) => {
  const look = () => {
    if (answers()) window.answered = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
"""
WORDS = """
async (times) => {
  const took = [];
  while (took.length < times) took.push(await painted(() => document.body.append("Right ")));
  return took;
}
"""
PACKABLE = ("text/", "application/javascript", "application/json", "application/wasm", "image/svg")


@dataclass(frozen=True)
class Load:
    """One load of one page: bytes over the wire, requests, milliseconds, bytes of JS heap."""

    bytes: float
    requests: float
    desk_ms: float
    phone_ms: float
    heap: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium while the block runs."""
    path = os.environ.get("PAINLAB_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def measure(browser: Browser, address: str, watch: str) -> Load:
    """Load a page at full speed and as on a phone, each in a fresh context without a cache.

    Parameters
    ----------
    watch : script that runs before the page's own and calls ``eager`` (see `HELPERS`).
    """
    page, session = open_page(browser, watch)
    responses = listen(page)
    desk = _answered(page, address)
    page.wait_for_load_state("networkidle")
    held, size = heap(session), packed(responses)
    page.context.close()
    page, session = open_page(browser, watch)
    as_phone(session)
    phone = _answered(page, address)
    page.context.close()
    return Load(size, len(responses), desk, phone, held)


def blank_page(browser: Browser, times: int) -> list[float]:
    """Return milliseconds until a blank page has painted one word more: what any page must pay."""
    page, session = open_page(browser)
    page.goto("about:blank")
    slow(session)
    took: list[float] = page.evaluate(WORDS, times)
    page.context.close()
    return took


def open_page(browser: Browser, watch: str = "") -> tuple[Page, CDPSession]:
    """Return an empty page in a fresh context, with the session that slows it."""
    page = browser.new_context().new_page()
    page.add_init_script(HELPERS)
    page.add_init_script(watch)
    return page, page.context.new_cdp_session(page)


def listen(page: Page) -> list[Response]:
    """Return a list that grows by each response to the page and its workers."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    return responses


def packed(responses: Sequence[Response]) -> int:
    """Return the bytes of all bodies as they come over the wire from a server that packs."""
    return sum(map(_packed, responses))


def _packed(response: Response) -> int:
    headers = response.headers
    kind = headers.get("content-type", "")
    if "content-encoding" in headers or response.status != 200 or not kind.startswith(PACKABLE):
        return int(headers.get("content-length", 0))
    return len(gzip.compress(response.body()))


def slow(session: CDPSession) -> None:
    """Slow the page's processor."""
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_DOWN})


def as_phone(session: CDPSession) -> None:
    """Slow the page's processor and its line."""
    slow(session)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", PHONE_LINE)


def heap(session: CDPSession) -> float:
    """Return the bytes of JavaScript heap that the page holds after a clean-up."""
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"])


def middle(loads: Sequence[Load]) -> Load:
    """Return the median of each part."""
    return Load(**{name: median(getattr(one, name) for one in loads) for name in _PARTS})


def print_loads(title: str, loads: Mapping[str, Load]) -> None:
    """Print one row a page, then the first page as a ratio to each of the others."""
    print(
        f"{title:44} {'kB gzip':>9} {'requests':>9} {'ms desk':>8} {'ms phone':>9} {'MB heap':>8}"
    )
    for name, one in loads.items():
        print(
            f"{name:44} {one.bytes / 1000:9.1f} {one.requests:9.0f} {one.desk_ms:8.0f} "
            f"{one.phone_ms:9.0f} {one.heap / 1e6:8.1f}"
        )
    (first, ours), *peers = loads.items()
    for name, one in peers:
        ratio = {part: getattr(ours, part) / getattr(one, part) for part in _PARTS}
        print(
            f"{first + ' / ' + name:44} {ratio['bytes']:9.3f} {ratio['requests']:9.3f} "
            f"{ratio['desk_ms']:8.3f} {ratio['phone_ms']:9.3f} {ratio['heap']:8.3f}"
        )


_PARTS = tuple(Load.__annotations__)


def _answered(page: Page, address: str) -> float:
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.answered", timeout=90_000)
    return float(page.evaluate("window.answered"))
