"""The report of an export: what each file is for, what became of each kind, what is not in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from painlab.quiz.export.formats import ExportFormat
from painlab.quiz.export.selection import Entry, Selection


def report(
    selection: Selection,
    formats: Sequence[ExportFormat],
    left_out: Mapping[str, Sequence[tuple[Entry, str]]],
) -> str:
    """Return the report as Markdown.

    Parameters
    ----------
    selection : what was to be exported.
    formats : the formats that were written.
    left_out : for each format, the items and forms that are not in its file, with the reason.
    """
    return "\n".join(_lines(selection, formats, left_out)) + "\n"


def _lines(
    selection: Selection,
    formats: Sequence[ExportFormat],
    left_out: Mapping[str, Sequence[tuple[Entry, str]]],
) -> Iterator[str]:
    entries = list(selection.entries())
    count = len(entries)
    yield f"# Quizzes of {selection.title}: what was exported"
    yield ""
    yield f"{count} items and forms, from: {', '.join(selection.modules)}."
    yield ""
    yield from _table(
        ("file", "for", "holds", "left out"),
        [
            (one.file, one.use, str(count - len(left_out[one.name])), str(len(left_out[one.name])))
            for one in formats
        ],
    )
    yield (
        f"Numbers and terms lead to the course at {selection.base}."
        if selection.base
        else "Numbers lead to their studies. To lead them to the course's list of evidence, "
        "set `baseurl` in `_config.yml` to the address of your copy."
    )
    yield ""
    yield "## How each kind is written"
    kinds = dict.fromkeys(entry.kind for entry in entries)
    for one in formats:
        yield ""
        yield f"### {one.file}"
        yield ""
        rows = [
            (kind, "yes" if fate.held else "no", fate.words)
            for kind, fate in one.fates.items()
            if kind in kinds
        ]
        yield from _table(("kind", "held", "how, or why not"), rows)
        if one.lost:
            yield "What this format cannot take along of any item:"
            yield ""
            yield from (f"- {words}" for words in one.lost)
    yield ""
    yield "## What was left out"
    for one in formats:
        yield ""
        yield f"### {one.file}: {len(left_out[one.name])}"
        yield ""
        yield from (
            f"- `{entry.id}` ({entry.kind}): {reason}" for entry, reason in left_out[one.name]
        )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
