"""Keep the search index of a book that was built again the same as that of a new one.

Sphinx takes up the index of the build before. Words that no page holds any more stay in it, and
index entries of pages that are not written again are lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def _with_entries(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write pages with index entries in each build; only the glossary has any."""
    entries = env.domaindata["index"]["entries"]
    return sorted(page for page, found in entries.items() if found)


def _drop_unused(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    # The last event before the index is written; no page is added.
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        for words in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, pages in words.items() if not pages]:
                del words[word]
    return iter(())


def setup_search_index(app: Sphinx) -> None:
    """Mend the index before it is written."""
    app.connect("env-updated", _with_entries)
    app.connect("html-collect-pages", _drop_unused)
