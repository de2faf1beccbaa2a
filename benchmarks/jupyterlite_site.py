"""A JupyterLite site whose Python starts, made from packages of PyPI and npm alone.

Its own installer takes Python's compiled packages from a network of its maker's, which this does
not ask. So the site holds what is needed to start Python and IPython, and no NumPy.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from painlab.lab import notebook

VERSION = "0.8.6"
PYODIDE = "pyodide@314.0.6"
PYTHON = "3.14"
NOTEBOOK = "start.ipynb"
PYTHON_FILES = ("/static/pyodide/", ".whl")
"""What marks, in an address, a file that belongs to Python."""
_BUILDER = (
    f"jupyterlite-core=={VERSION}",
    f"jupyterlite-pyodide-kernel=={VERSION}",
    "jupyter-server==2.21.1",
)
_PYODIDE_FILES = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
# What the kernel asks of Pyodide's own list of packages, and of JupyterLite's.
_FROM_PYODIDE = ("micropip", "ipython", "jedi")
_FROM_SITE = ("comm",)


def build_site(folder: Path) -> Path:
    """Build the site with a notebook of one cell in it; return the folder to serve."""
    lite = folder / "lite"
    files, pyodide, wheels = lite / "files", lite / "static" / "pyodide", lite / "pypi"
    for made in (files, pyodide, wheels):
        made.mkdir(parents=True)
    (files / NOTEBOOK).write_text(notebook(["print('ready')"], "python"), encoding="utf-8")
    npm = Path(sys.executable).with_name("npm")
    quiet = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run([npm, "install", *quiet, "--prefix", folder, PYODIDE], check=True)
    for name in _PYODIDE_FILES:
        shutil.copy(folder / "node_modules" / "pyodide" / name, pyodide)
    _fill(pyodide)
    _download(wheels, *_FROM_SITE)
    tools = folder / "tools"
    subprocess.run([sys.executable, "-m", "venv", tools], check=True)
    pip = [str(tools / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, *_BUILDER], check=True, stderr=subprocess.DEVNULL)
    where = ["--contents", "files", "--output-dir", "site", "--no-sourcemaps"]
    subprocess.run(
        [tools / "bin" / "jupyter", "lite", "build", *where],
        cwd=lite,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return lite / "site"


def _fill(pyodide: Path) -> None:
    """Bring what the kernel needs, with what that needs, in the versions Pyodide's list names."""
    lock = pyodide / "pyodide-lock.json"
    listed = json.loads(lock.read_text(encoding="utf-8"))
    needed: set[str] = set()
    wanted = list(_FROM_PYODIDE)
    while wanted:
        name = wanted.pop().replace("_", "-")
        if name not in needed:
            needed.add(name)
            wanted += listed["packages"][name]["depends"]
    packages = [listed["packages"][name] for name in sorted(needed)]
    _download(pyodide, *(f"{one['name']}=={one['version']}" for one in packages))
    for one in packages:
        # Pyodide builds these files itself; PyPI's are of the same version, not the same bytes.
        one["sha256"] = sha256((pyodide / one["file_name"]).read_bytes()).hexdigest()
    lock.write_text(json.dumps(listed), encoding="utf-8")


def _download(folder: Path, *wanted: str) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    which = ["--no-deps", "--only-binary", ":all:", "--python-version", PYTHON]
    command = [*pip, *which, "--dest", str(folder), *wanted]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
