"""The same ten questions on three pages: ours, jupyterquiz's and plain ipywidgets'.

Every page has the same plain shell and loads everything from this machine. The peers are installed
into a temporary folder by pip and npm; what they write is taken as it is.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from ipywidgets import HTML, Accordion, Button, Checkbox, FloatText, RadioButtons, VBox, Widget
from ipywidgets.embed import dependency_state, embed_snippet
from plain_page import write_page

from painlab.derived import lookup
from painlab.frontend import built
from painlab.quiz.bank import course_items
from painlab.quiz.models import Item, Multiple, Numeric, Single
from painlab.quiz.render import quiz_html
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_plain

JUPYTERQUIZ = "jupyterquiz==2.9.6.4"
HTML_MANAGER = "@jupyter-widgets/html-manager@1.0.15"
TITLE = "Ten questions"
_WANTED: tuple[tuple[type[Item], int], ...] = ((Single, 5), (Multiple, 3), (Numeric, 2))

# Prints, as two blocks of HTML, what `display_quiz` shows in a notebook.
_SHOW_PEER = """
import json, sys
sys.path.insert(0, sys.argv[1])
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from jupyterquiz import display_quiz
InteractiveShell.instance()
with capture_output() as said:
    display_quiz(json.load(sys.stdin))
for output in said.outputs:
    script = output.data.get("application/javascript")
    print(f"<script>{script}</script>" if script else output.data["text/html"])
"""


def write_pages(folder: Path) -> dict[str, str]:
    """Write the three pages into `folder`; return their file names by what made them."""
    items = ten_items()
    return {
        "ours": _ours(folder, items),
        JUPYTERQUIZ.replace("==", " "): _jupyterquiz(folder, items),
        "ipywidgets, html-manager " + HTML_MANAGER.rpartition("@")[2]: _ipywidgets(folder, items),
    }


def ten_items() -> list[Item]:
    """Return the first five single, three multiple and two numeric items of the imaging bank."""
    ours = [item for name, item in course_items().items() if name.startswith("imaging-")]
    return [
        item
        for kind, count in _WANTED
        for item in [item for item in ours if isinstance(item, kind)][:count]
    ]


def _ours(folder: Path, items: Sequence[Item]) -> str:
    for name in ("quiz.book.js", "quiz.css"):
        shutil.copy(built(name), folder)
    head = '<link rel="stylesheet" href="quiz.css"><script defer src="quiz.book.js"></script>'
    return write_page(folder, "ours.html", TITLE, head, quiz_html(items))


def _jupyterquiz(folder: Path, items: Sequence[Item]) -> str:
    packages = folder / "packages"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-deps", "--target", packages, JUPYTERQUIZ], check=True)
    questions = json.dumps([_as_jupyterquiz(item) for item in items])
    shown = subprocess.run(
        [sys.executable, "-c", _SHOW_PEER, packages],
        input=questions,
        capture_output=True,
        text=True,
        check=True,
    )
    return write_page(folder, "jupyterquiz.html", TITLE, "", shown.stdout)


def _as_jupyterquiz(item: Item) -> dict[str, Any]:
    question = _plain(item.prompt)
    if isinstance(item, Single | Multiple):
        kind = "multiple_choice" if isinstance(item, Single) else "many_choice"
        answers: list[dict[str, Any]] = [
            {"answer": _plain(one.text), "correct": one.correct, "feedback": _plain(one.explain)}
            for one in item.options
        ]
        return {"question": question, "type": kind, "answers": answers}
    assert isinstance(item, Numeric)
    explain = _plain(item.explain)
    right, off = lookup(str(item.answer.ev)).value, item.tolerance
    answers = [
        {"type": "range", "range": [right - off, right + off + 0.01], "correct": True}
        | {"feedback": explain},
        {"type": "default", "feedback": explain},
    ]
    return {"question": question, "type": "numeric", "answers": answers}


def _ipywidgets(folder: Path, items: Sequence[Item]) -> str:
    npm = Path(sys.executable).with_name("npm")
    quiet = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run([npm, "install", *quiet, "--prefix", folder, HTML_MANAGER], check=True)
    manager = folder / "node_modules" / "@jupyter-widgets" / "html-manager" / "dist"
    shutil.copy(manager / "embed.js", folder)
    for font in manager.glob("*.woff2"):
        shutil.copy(font, folder)
    view = VBox([widget for item in items for widget in _as_ipywidgets(item)])
    # The lighter of its two forms, without require.js: plain widgets do not need it.
    snippet = embed_snippet(
        [view], state=dependency_state([view]), requirejs=False, embed_url="embed.js", cors=False
    )
    return write_page(folder, "ipywidgets.html", TITLE, "", snippet)


def _as_ipywidgets(item: Item) -> list[Widget]:
    controls: list[Widget]
    if isinstance(item, Single):
        options = [_plain(option.text) for option in item.options]
        controls = [RadioButtons(options=options, index=None)]
    elif isinstance(item, Multiple):
        controls = [Checkbox(description=_plain(option.text)) for option in item.options]
    else:
        controls = [FloatText()]
    # Without a kernel nothing can answer back, so the explanations wait in a fold.
    explained = (
        [_plain(option.explain) for option in item.options]
        if isinstance(item, Single | Multiple)
        else [_plain(item.explain)]
        if isinstance(item, Numeric)
        else []
    )
    answer = HTML("".join(f"<p>{escape(text)}</p>" for text in explained))
    fold = Accordion([answer], titles=["Show the answer"])
    return [
        HTML(f"<p>{escape(_plain(item.prompt))}</p>"),
        *controls,
        Button(description="Check"),
        fold,
    ]


def _plain(text: str) -> str:
    return " ".join(to_plain(block) for block in parse(text, None))
