"""A simulation in a live JupyterLab with ipywidgets, and a JupyterLite that starts from nothing."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from jupyterlite_site import NOTEBOOK, PYTHON_FILES
from playwright.sync_api import Browser, Page, Response
from reader import PHONE_LINE, Load, heap, listen, open_page, packed, slow

from painlab.lab import running

PATIENCE_MS = 120_000

CELL = """\
from IPython.display import HTML, display
from ipywidgets import SelectionSlider, interact
from painlab.pieces import {module}

simulation = {module}.simulation()


def show(**setting):
    frame = simulation.at(setting)
    picture = simulation.picture.draw(frame.says[0], frame.values)
    words = "".join(f"<p>{{sentence}}</p>" for sentence in frame.says)
    display(HTML(f"<div style='width: 400px'>{{picture}}</div>{{words}}"))


sliders = {{
    slider.name: SelectionSlider(
        options=[(slider.say(value), value) for value in slider.values], value=slider.start
    )
    for slider in simulation.sliders
}}
interact(show, **sliders);
"""
# Every place of every slider, by arrow keys, until there were enough moves: the kernel draws anew.
SWEEP = """
async (moves) => {
  const box = document.querySelector(".widget-interact");
  const took = [];
  const move = (slider, key) => painted(() => new Promise((done) => {
    const before = box.querySelector("svg");
    const watch = new MutationObserver(() => {
      const now = box.querySelector("svg");
      if (!now || now === before) return;
      watch.disconnect();
      done();
    });
    watch.observe(box, { subtree: true, childList: true });
    slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  }));
  while (took.length < moves) {
    for (const slider of box.querySelectorAll(".noUi-handle")) {
      const at = () => Number(slider.getAttribute("aria-valuenow"));
      const end = (name) => Number(slider.getAttribute(name));
      const start = at();
      const go = async (key, until) => {
        while (took.length < moves && !until()) took.push(await move(slider, key));
      };
      await go("ArrowLeft", () => at() <= end("aria-valuemin"));
      await go("ArrowRight", () => at() >= end("aria-valuemax"));
      await go("ArrowLeft", () => at() <= start);
    }
  }
  return took;
}
"""


def live_kernel(browser: Browser, module: str, moves: int) -> tuple[Load, list[float]]:
    """Open the notebook beside a fresh kernel, run it, and move its sliders.

    Parameters
    ----------
    module : module of `painlab.pieces` that has the simulation.
    moves : how many moves are timed, with the processor slowed.

    Returns
    -------
    tuple
        The load until one move has been painted, and the milliseconds of each further move.
    """
    cell = CELL.format(module=module)
    with tempfile.TemporaryDirectory() as folder, running([cell], Path(folder)) as address:
        page, session = open_page(browser)
        page.set_default_timeout(PATIENCE_MS)
        responses = listen(page)
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for()
        _run_first_cell(page)
        page.locator(".widget-interact svg").first.wait_for()
        page.evaluate(SWEEP, 1)
        load = _load(responses, _since(start), heap(session))
        slow(session)
        took: list[float] = page.evaluate(SWEEP, moves)
        page.context.close()
    return load, took


def cold_start(browser: Browser, address: str) -> tuple[Load, Load]:
    """Open a JupyterLite site; return it with its notebook in sight, and with a word printed."""
    page, session = open_page(browser)
    page.set_default_timeout(PATIENCE_MS)
    responses = listen(page)
    start = time.perf_counter()
    page.goto(f"{address}/lab/index.html?path={NOTEBOOK}", wait_until="commit")
    page.locator(".jp-Notebook .jp-CodeCell .cm-content").wait_for()
    shell_ms = _since(start)
    # Python loads at the same time; what belongs to it is not the shell's.
    shell = [one for one in responses if not any(part in one.url for part in PYTHON_FILES)]
    _run_first_cell(page)
    page.locator(".jp-OutputArea-output", has_text="ready").wait_for()
    python_ms = _since(start)
    held = heap(session)
    loads = _load(shell, shell_ms, held), _load(responses, python_ms, held)
    page.context.close()
    return loads


def _run_first_cell(page: Page) -> None:
    page.locator(".jp-Notebook .jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")


def _since(start: float) -> float:
    return 1000 * (time.perf_counter() - start)


def _load(responses: list[Response], desk_ms: float, held: float) -> Load:
    """Return a load whose phone needs at the very least its line's time, or what a desk needs."""
    size = packed(responses)
    phone_ms = max(desk_ms, 1000 * size / PHONE_LINE["downloadThroughput"])
    return Load(size, len(responses), desk_ms, phone_ms, held)
