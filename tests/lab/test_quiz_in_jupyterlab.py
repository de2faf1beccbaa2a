"""An item answered in a real JupyterLab changes what Python reads from the quiz."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from painlab.quiz.bank import course_items
from painlab.quiz.models import Single

pytestmark = pytest.mark.lab

NOTEBOOK = "answer.ipynb"
SECONDS_TO_START = 60
SETTINGS = "JUPYTERLAB_SETTINGS_DIR"
QUIET = (
    "--no-browser",
    "--allow-root",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port=0",
    # Nothing leaves this machine: no search for updates or extensions; news: see the settings.
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


@pytest.fixture(scope="module")
def item() -> Single:
    """The first single-choice item of the course."""
    return next(item for item in course_items().values() if isinstance(item, Single))


@pytest.fixture
def lab(tmp_path: Path, item: Single) -> Iterator[str]:
    """The address of a JupyterLab of its own, whose folder holds one small notebook."""
    folder = tmp_path / "labs"
    folder.mkdir()
    show = "print(quiz.score, quiz.completed, quiz.responses)"
    cells = [f'from painlab.quiz import Quiz\n\nquiz = Quiz("{item.id}")\nquiz', show, show]
    (folder / NOTEBOOK).write_text(_notebook(cells), encoding="utf-8")
    kept = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own = {name: str(tmp_path / name.lower()) for name in (*kept, SETTINGS)}
    quiet = Path(own[SETTINGS], "@jupyterlab/apputils-extension/notification.jupyterlab-settings")
    quiet.parent.mkdir(parents=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}', encoding="utf-8")
    command = str(Path(sys.executable).with_name("jupyter-lab"))
    log = (tmp_path / "lab.log").open("w")
    server = subprocess.Popen(
        [command, *QUIET, f"--ServerApp.root_dir={folder}"],
        env={**os.environ, **own},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        yield _address(server, Path(own["JUPYTER_RUNTIME_DIR"]), tmp_path / "lab.log")
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _notebook(sources: list[str]) -> str:
    """Return a notebook that starts its kernel without asking which."""
    cells: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"cell-{number}",
            "metadata": {},
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _address(server: subprocess.Popen[bytes], runtime: Path, log: Path) -> str:
    """Wait until the server has written down where it listens."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            try:
                found = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                continue
            _start_kernel(found["url"], found["token"])
            return f"{found['url']}lab/tree/{NOTEBOOK}?token={found['token']}"
        time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")


def _start_kernel(url: str, token: str) -> None:
    """Give the notebook its kernel before JupyterLab opens, so that it never asks for one."""
    wanted = {
        "path": NOTEBOOK,
        "name": NOTEBOOK,
        "type": "notebook",
        "kernel": {"name": "python3"},
    }
    headers = {"Authorization": f"token {token}", "Content-Type": "application/json"}
    request = Request(f"{url}api/sessions", json.dumps(wanted).encode(), headers)
    with urlopen(request, timeout=SECONDS_TO_START):
        pass


def test_score_and_responses_change_in_python(browser: Browser, lab: str, item: Single) -> None:
    host = lab.split("/lab/")[0]
    strangers: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((host, host.replace("http", "ws"), "data:", "blob:"))
            else strangers.append(request.url)
        ),
    )
    page.goto(lab)
    cells = page.locator(".jp-Notebook .jp-CodeCell")
    expect(cells).to_have_count(3, timeout=60_000)
    expect(page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')).to_be_visible(
        timeout=60_000
    )

    quiz = _run(page, cells.nth(0)).locator(".pl-item")
    expect(quiz).to_be_visible(timeout=60_000)
    expect(_run(page, cells.nth(1)).locator("pre")).to_have_text("0.0 False {}")

    right = next(index for index, option in enumerate(item.options) if option.correct)
    quiz.locator(".pl-options input").nth(right).check()
    if item.confidence:
        quiz.locator(".pl-sure input").first.check()
    quiz.locator("button[type=submit]").click()
    expect(quiz.locator("[role=status]").first).to_contain_text("Yes, that is right.")

    said = _run(page, cells.nth(2)).locator("pre")
    expect(said).to_have_text(f"1.0 True {{'{item.id}': {right}}}")
    page.close()
    assert not strangers


def _run(page: Page, cell: Locator) -> Locator:
    """Run one cell and return its output area."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    output = cell.locator(".jp-OutputArea-output").first
    expect(output).to_be_visible(timeout=60_000)
    return output
