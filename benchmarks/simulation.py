"""What a simulation costs the reader: ours, as ratios to ipywidgets on a live kernel.

The peer is the same model with the same sliders, sentences and picture, in a notebook with
``interact`` in a JupyterLab that this script starts. Beside it stands how far a cold JupyterLite
gets: Python has printed a word, and neither NumPy nor a slider is there yet, so its numbers are a
lower bound.

Ours is loaded at this machine's full speed and as on a modest phone (processor 4 times slower,
1.6 Mbit/s). Of the peers' phone only the line is reckoned: their packed bytes at its speed.
Medians are printed; nothing is written into the tree. A move is timed until the picture, its notes
and its table have been painted; the spoken sentence waits until the hand is still.

Run it: ``.venv/bin/python benchmarks/simulation.py``. The peers come from PyPI and npm into a
temporary folder.
"""

from __future__ import annotations

import shutil
import tempfile
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

from jupyterlite_site import VERSION, build_site
from plain_page import write_page
from playwright.sync_api import Browser
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
from simulation_peers import cold_start, live_kernel

from painlab.book.serve import serving
from painlab.frontend import built
from painlab.pieces import PIECES, explore
from painlab.pieces.simulation import Simulation

RUNS = 7
PEER_RUNS = 3
MOVES = 120
LAB = f"ipywidgets {version('ipywidgets')} in JupyterLab {version('jupyterlab')}"
SHELL = f"JupyterLite {VERSION}, notebook in sight"
PYTHON = f"JupyterLite {VERSION}, Python started"

# It answers once the first slider has been moved and another picture stands there.
WATCH = """
(() => {
  let before;
  eager(() => {
    const piece = document.querySelector(".pl-mount .pl-piece");
    const control = piece?.querySelector(
      ".pl-piece-rest :is(input[type=range], input[type=radio]:not(:checked))"
    );
    if (!control) return false;
    if (!before) piece.querySelector(".pl-piece-guess .pl-quiet-button").click();
    const picture = piece.querySelector("svg.pl-picture");
    before ??= picture.innerHTML;
    if (control.type === "radio") control.click();
    else {
      control.value = control.valueAsNumber > 0 ? 0 : control.max;
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return control.closest("[hidden]") === null && picture.innerHTML !== before;
  });
})();
"""
# Every place of every slider, up and back to where it began, and every other answer of a switch,
# until there were enough moves.
SWEEP = """
async (moves) => {
  const piece = document.querySelector(".pl-mount .pl-piece");
  piece.querySelector(".pl-piece-guess .pl-quiet-button").click();
  const picture = piece.querySelector("svg.pl-picture");
  const took = [];
  const rest = piece.querySelector(".pl-piece-rest");
  const change = async (move) => {
    const before = picture.lastChild;
    took.push(await painted(() => {
      move();
      if (picture.lastChild === before) throw new Error("nothing is drawn");
    }));
  };
  const slide = (slider, place) => change(() => {
    slider.value = place;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  while (took.length < moves) {
    for (const slider of rest.querySelectorAll("input[type=range]")) {
      const start = slider.valueAsNumber;
      for (let place = 0; place <= Number(slider.max); place++) {
        if (place !== slider.valueAsNumber) await slide(slider, place);
      }
      if (slider.valueAsNumber !== start) await slide(slider, start);
    }
    for (const answer of rest.querySelectorAll("input[type=radio]:not(:checked)")) {
      await change(() => answer.click());
    }
  }
  return took;
}
"""


def simulations() -> dict[str, Simulation]:
    """Return every simulation among the course's pieces, by name."""
    modules = {name: import_module(f"painlab.pieces.{name.replace('-', '_')}") for name in PIECES}
    return {name: one.simulation() for name, one in modules.items() if hasattr(one, "simulation")}


def write_ours(folder: Path, simulation: Simulation) -> str:
    """Write a page with the simulation and the question that closes it; return its file name."""
    sheets, scripts = ("quiz.css", "pieces.css"), ("quiz.book.js", "simulation.book.js")
    for name in (*sheets, *scripts):
        shutil.copy(built(name), folder)
    head = "".join(f'<link rel="stylesheet" href="{name}">' for name in sheets)
    head += "".join(f'<script defer src="{name}"></script>' for name in scripts)
    body = explore(simulation).html("")
    return write_page(folder, f"{simulation.name}.html", simulation.title, head, body)


def our_moves(browser: Browser, address: str) -> list[float]:
    """Return milliseconds from each move of a slider to its painted picture, processor slowed."""
    page, session = open_page(browser)
    page.goto(address, wait_until="networkidle")
    slow(session)
    took: list[float] = page.evaluate(SWEEP, MOVES)
    page.context.close()
    return took


def compare(browser: Browser, simulation: Simulation, lite: Path) -> None:
    """Measure one simulation and its peers in turn and print them."""
    loads: dict[str, list[Load]] = {"ours": [], LAB: [], SHELL: [], PYTHON: []}
    lab_moves: list[float] = []
    with tempfile.TemporaryDirectory() as name, serving(Path(name)) as address:
        ours = f"{address}/{write_ours(Path(name), simulation)}"
        for _ in range(RUNS):
            loads["ours"].append(measure(browser, ours, WATCH))
        moves, words = our_moves(browser, ours), blank_page(browser, MOVES)
    for _ in range(PEER_RUNS):
        load, moved = live_kernel(browser, simulation.name.replace("-", "_"), MOVES // PEER_RUNS)
        loads[LAB].append(load)
        lab_moves += moved
        with serving(lite) as address:
            for maker, found in zip((SHELL, PYTHON), cold_start(browser, address), strict=True):
                loads[maker].append(found)
    print_loads(simulation.name, {maker: middle(found) for maker, found in loads.items()})
    print(f"slider to painted picture, ms, processor {SLOW_DOWN} times slower: median and 95th")
    for maker, took in (("ours", moves), (LAB, lab_moves), ("one word on a blank page", words)):
        high = quantiles(took, n=20, method="inclusive")[-1]
        print(f"{maker:44} {median(took):9.0f} {high:9.0f} {len(took):9d} times")


def main() -> None:
    """Print each simulation of the course beside its peers."""
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        lite = build_site(Path(name))
        for simulation in simulations().values():
            compare(browser, simulation, lite)
    print("JupyterLite: without ipywidgets, NumPy, SciPy and the model; nothing can be moved yet.")


if __name__ == "__main__":
    main()
