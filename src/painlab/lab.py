"""A JupyterLab of its own with one small notebook, for tests and benchmarks.

It keeps its settings in a folder of its own and asks nothing of anybody outside this machine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

NOTEBOOK = "answer.ipynb"
SECONDS_TO_START = 60
_SETTINGS = "JUPYTERLAB_SETTINGS_DIR"
_QUIET = (
    "--no-browser",
    "--allow-root",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port=0",
    # Nothing leaves this machine: no search for updates or extensions; news: see the settings.
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


@contextmanager
def running(sources: Sequence[str], folder: Path) -> Iterator[str]:
    """Run a JupyterLab while the block runs and give the address of its notebook.

    Parameters
    ----------
    sources : the notebook's code cells; its kernel runs already, nothing has been executed.
    folder : where the notebook, the settings and the log are written.

    Yields
    ------
    str
        Address of the open notebook, with the token that lets a browser in.

    Raises
    ------
    RuntimeError
        When JupyterLab has not started after a minute; the end of its log is quoted.
    """
    labs = folder / "labs"
    labs.mkdir()
    (labs / NOTEBOOK).write_text(notebook(sources, "python3"), encoding="utf-8")
    kept = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own = {name: str(folder / name.lower()) for name in (*kept, _SETTINGS)}
    quiet = Path(own[_SETTINGS], "@jupyterlab/apputils-extension/notification.jupyterlab-settings")
    quiet.parent.mkdir(parents=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}', encoding="utf-8")
    command = str(Path(sys.executable).with_name("jupyter-lab"))
    log = (folder / "lab.log").open("w")
    server = subprocess.Popen(  # noqa: S603  (our own JupyterLab, our own arguments)
        [command, *_QUIET, f"--ServerApp.root_dir={labs}"],
        env={**os.environ, **own},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        yield _address(server, Path(own["JUPYTER_RUNTIME_DIR"]), folder / "lab.log")
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def notebook(sources: Sequence[str], kernel: str) -> str:
    """Return a notebook of code cells that starts the kernel of that name without asking which."""
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
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": kernel}}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _address(server: subprocess.Popen[bytes], runtime: Path, log: Path) -> str:
    """Wait until the server has written down where it listens, and does listen."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            try:
                found = json.loads(path.read_text(encoding="utf-8"))
                _start_kernel(found["url"], found["token"])
            except (ValueError, ConnectionError, URLError):
                # Half written, or written before the server listens.
                continue
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
    request = Request(f"{url}api/sessions", json.dumps(wanted).encode(), headers)  # noqa: S310
    with urlopen(request, timeout=SECONDS_TO_START):  # noqa: S310
        pass
