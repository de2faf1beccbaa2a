"""What pages show of each other: when that changes, all are written anew, into an empty folder.

Every page shows the titles of others in its menu, in links and in "next" and "previous". Sphinx
writes only the pages whose own text changed, and leaves the files of pages that are gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from painlab.book.unfinished import empty

_ATTRIBUTE = "painlab_shared_facts"
_SHOWN = ("kind", "minutes", "myst_slugs")
"""Of a page's metadata: what maps and sums of minutes show, and where links to its parts lead."""


def shared_facts(env: BuildEnvironment) -> Iterator[str]:
    """Yield everything of a page that another one may show, as text: the same for the same book."""
    for page in sorted(env.found_docs):
        yield page
        yield str(env.titles[page])
        yield repr([env.metadata[page].get(name) for name in _SHOWN])
        yield from (str(tree) for tree in env.tocs[page].findall(addnodes.toctree))
    standard = env.domaindata["std"]
    for name in ("labels", "anonlabels", "objects"):
        yield repr(sorted(standard[name].items()))
    # Two pictures of one name are told apart by a number.
    yield repr(sorted((name, file) for name, (_, file) in env.images.items()))


def _updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    result = sha256(app.config.painlab_fingerprint.encode())
    for fact in shared_facts(env):
        result.update(fact.encode())
    facts = result.hexdigest()
    if getattr(env, _ATTRIBUTE, "") == facts:
        return []
    setattr(env, _ATTRIBUTE, facts)
    empty(Path(app.outdir))
    return sorted(env.found_docs)


def setup_shared_facts(app: Sphinx) -> None:
    """Compare once all pages are read."""
    app.connect("env-updated", _updated, priority=900)
