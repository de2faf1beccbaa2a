"""Which evidence files and quiz items a page shows: when one changes, the page is read anew.

Sphinx sees only a page's own file and what its directives name, and goes by dates. Here contents
are compared, so a file put back from elsewhere with an old date counts, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from painlab.book.embedded import EmbeddedHtml
from painlab.book.evidence_roles import EvidenceNode
from painlab.book.page_notes import noted, page_notes
from painlab.content import content_dir
from painlab.derived import DERIVED
from painlab.evidence.load import course_evidence
from painlab.evidence.record import recorded
from painlab.quiz.bank import course_bank
from painlab.quiz.record import recorded_entries

_NOTE = "inputs"
_ENTRY = "entry "
_RECORDS = "painlab_records"

Versions = dict[str, str]
"""A hash of the content of each input, by its path or, of a quiz item or form, its id."""


def version(name: str, root: Path) -> str:
    """Return a hash of what stands under `name` now; empty when there is no such thing.

    Parameters
    ----------
    name : a path from `root`, or ``entry `` and the id of a quiz item or form.
    root : folder that paths start from.
    """
    if name.startswith(_ENTRY):
        entry = course_bank().get(name.removeprefix(_ENTRY))
        return sha256(entry.model_dump_json().encode()).hexdigest() if entry else ""
    path = root / name
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def evidence_files(keys: Iterable[str]) -> Iterator[str]:
    """Yield the path of the evidence file behind each key; computed figures have several."""
    places = course_evidence().places
    for key in keys:
        for name in DERIVED[key].inputs if key in DERIVED else (key,):
            study = name.partition(".")[0]
            if study in places:
                yield str(content_dir() / places[study][0].partition("/")[2])


def _begin(app: Sphinx, docname: str, source: list[str]) -> None:
    figures, entries = recorded(), recorded_entries()
    app.env.temp_data[_RECORDS] = figures, figures.__enter__(), entries, entries.__enter__()


def _end(app: Sphinx, document: nodes.document) -> None:
    env = app.env
    figures, keys, entries, ids = env.temp_data.pop(_RECORDS)
    entries.__exit__(None, None, None)
    figures.__exit__(None, None, None)
    found = set(keys)
    found.update(node["key"] for node in document.findall(EvidenceNode))
    for node in document.findall(EmbeddedHtml):
        found.update(node["evidence"])
    paths = {*evidence_files(found), *env.dependencies[env.docname], env.doc2path(env.docname)}
    names = {*paths, *(f"{_ENTRY}{one}" for one in ids)}
    root = Path(app.srcdir)
    page_notes(env, env.docname)[_NOTE] = {name: version(name, root) for name in sorted(names)}


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    root = Path(app.srcdir)
    read: dict[str, Versions] = dict(noted(env, _NOTE))
    now = {name: version(name, root) for name in {one for page in read.values() for one in page}}
    return [
        docname
        for docname, versions in read.items()
        if any(now[name] != was for name, was in versions.items())
    ]


def setup_inputs(app: Sphinx) -> None:
    """Note what each page shows as it is read; compare before the next build."""
    app.connect("source-read", _begin)
    # After all components have put their nodes in.
    app.connect("doctree-read", _end, priority=900)
    app.connect("env-get-outdated", _outdated)
