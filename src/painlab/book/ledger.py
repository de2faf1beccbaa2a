"""The ledger page: every study and figure of the course, with its limits and every use of it."""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from painlab import derived
from painlab.book.evidence_roles import STATUS_WORDS
from painlab.book.ledger_records import as_csv, as_json, ledger_records
from painlab.book.ledger_uses import Places
from painlab.evidence.anchors import LEDGER, anchor
from painlab.evidence.format import plain
from painlab.evidence.load import Evidence, course_evidence
from painlab.evidence.schema import Cell, FigureEntry, Interval, StudyEntry

TOPICS = {
    "safety": "Warning signs",
    "pain_science": "How pain works",
    "imaging": "Scans and backs",
    "fear": "Fear, avoiding and ways out",
    "surgery": "Surgery",
    "prt": "Pain Reprocessing Therapy",
    "learning": "Learning and showing numbers",
}
"""Heading of each evidence file; a file without one is headed by its own name."""

_CONTROLS = """<form class="pl-filter" id="pl-filter" hidden>
<p><label for="pl-find">Find a word</label>
<input id="pl-find" type="search" autocomplete="off"></p>
<p><label for="pl-status">Show</label> <select id="pl-status">
<option value="">every figure</option>
<option value="verified">seen in the paper itself</option>
<option value="secondary">seen on another page</option>
<option value="used">used on a page of the course</option>
</select></p>
<p id="pl-count" role="status"></p>
</form>
"""
_DOWNLOADS = (
    '<p>Take it with you: <a href="ledger.csv" download>ledger.csv</a> (a table), '
    '<a href="ledger.json" download>ledger.json</a> (for programs).</p>\n'
)


class LedgerNode(nodes.container):
    """Stands for the ledger until the titles of all pages are known."""


class LedgerDirective(SphinxDirective):
    """``:::{ledger}`` on the page `painlab.evidence.anchors.LEDGER`."""

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        return [LedgerNode()]


class _Page:
    """Writes the ledger's HTML for one builder."""

    def __init__(self, evidence: Evidence, places: Places, app: Sphinx) -> None:
        self.evidence = evidence
        self.places = places
        self.app = app

    def html(self) -> str:
        topics: dict[str, list[str]] = defaultdict(list)
        for study in sorted(self.evidence.studies.values(), key=self._sort_key):
            topics[Path(self.evidence.places[study.key][0]).stem].append(self.study(study))
        ordered = sorted(topics, key=lambda name: [*TOPICS, name].index(name))
        parts = [_DOWNLOADS, _CONTROLS]
        for topic in ordered:
            title = TOPICS.get(topic, topic.capitalize())
            parts.append(f'<h2 id="{topic}">{escape(title)}</h2>\n' + "".join(topics[topic]))
        return "".join([*parts, self.computed()])

    def study(self, study: StudyEntry) -> str:
        reference = self.evidence.references.get(study.key)
        short = reference.short if reference else study.key
        people = f" · {plain(study.n)} {study.counted}" if study.n is not None else ""
        title = f"<i>{escape(reference.title)}</i>. " if reference and reference.title else ""
        link = reference.link if reference else ""
        source = f'<a href="{escape(link)}">{escape(link.partition("://")[2])}</a>' if link else ""
        used = self._used(study.key)
        figures = "".join(
            self.figure(f"{study.key}.{name}", entry) for name, entry in study.figures.items()
        )
        if study.n is not None:
            number = f"{study.key}.n"
            figures = (
                f'<li id="{anchor(number)}" data-s="verified{self._mark(number)}">'
                f"<b>{plain(study.n)}</b> {escape(study.counted)} studied"
                f"{self._used(number)}</li>\n{figures}"
            )
        return (
            f'<details class="pl-study" id="{anchor(study.key)}"><summary><b>{escape(short)}</b> '
            f"<span>{escape(study.design)}{people}</span></summary>\n"
            f"<p>{title}{source}{used}</p>\n<p>Who was studied: {escape(study.population)}.</p>\n"
            f"<p>Limits: {self._named(' '.join(map(_sentence, study.limits)))}</p>\n"
            f"<ul>\n{figures}</ul></details>\n"
        )

    def figure(self, key: str, entry: FigureEntry) -> str:
        if entry.items is not None:
            shown = "; ".join(map(escape, entry.items))
        elif entry.values is not None:
            shown = " · ".join(
                f'<span id="{anchor(f"{key}[{label}]")}">{escape(label.replace("_", " "))}: '
                f"{_cell(cell, entry)}</span>"
                for label, cell in entry.values.items()
            )
        else:
            shown = _cell(entry.cell(None), entry)
        keys = [f"{key}[{label}]" for label in entry.values] if entry.values else [key]
        unit = "" if entry.unit == "percent" or entry.items else f" ({escape(entry.unit)})"
        return (
            f'<li id="{anchor(key)}" data-s="{entry.status}{self._mark(*keys)}">{shown}{unit}<br>'
            f"{self._named(_sentence(entry.what))} <small>{escape(_sentence(entry.where))} "
            f"{STATUS_WORDS[entry.status]}{self._used(*keys)}</small></li>\n"
        )

    def _named(self, text: str) -> str:
        """Escape a text and turn the study keys in it into links with their short citations."""

        def link(match: re.Match[str]) -> str:
            reference = self.evidence.references.get(match[0])
            if match[0] not in self.evidence.studies or reference is None:
                return match[0]
            return f'<a href="#{anchor(match[0])}">{escape(reference.short)}</a>'

        return re.sub(r"\w+", link, escape(text))

    def computed(self) -> str:
        rows = []
        for key in derived.DERIVED:
            figure = derived.lookup(key)
            inputs = ", ".join(
                f'<a href="#{anchor(one)}">{escape(one)}</a>' for one in figure.inputs
            )
            unit = "%" if figure.unit == "percent" else f" ({escape(figure.unit)})"
            rows.append(
                f'<li id="{anchor(key)}" data-s="computed{self._mark(key)}">'
                f"<b>{plain(figure.value)}{unit}</b>{_interval(figure.ci95)}<br>"
                f"{escape(_sentence(figure.what))} <small>From {inputs}.{self._used(key)}</small>"
                "</li>\n"
            )
        return (
            '<h2 id="computed">Worked out by this course</h2>\n'
            '<details class="pl-study" open><summary><b>Figures no paper prints</b> '
            "<span>made from the figures named; the code is in painlab.derived</span></summary>\n"
            f"<ul>\n{''.join(rows)}</ul></details>\n"
        )

    def _sort_key(self, study: StudyEntry) -> str:
        reference = self.evidence.references.get(study.key)
        return (reference.short if reference else study.key).casefold()

    def _mark(self, *keys: str) -> str:
        return " used" if any(self.places.of(key) for key in keys) else ""

    def _used(self, *keys: str) -> str:
        """Return `` Used in …``: links to pages, with what is used there in brackets."""
        found: dict[str, set[str]] = defaultdict(set)
        for key in keys:
            for one in self.places.of(key):
                found[one.docname].add(one.how)
        links: list[str] = []
        elsewhere: set[str] = set()
        for docname, hows in sorted(found.items()):
            if docname not in self.app.env.titles:
                elsewhere.update(hows)
                continue
            address = self.app.builder.get_relative_uri(LEDGER, docname)
            title = self.app.env.titles[docname].astext()
            also = sorted(hows - {"text", "lab"})
            words = f" ({', '.join(also)})" if also else ""
            links.append(f'<a href="{escape(address)}">{escape(title)}</a>{words}')
        links = links or [escape(how) for how in sorted(elsewhere)]
        return f" Used in: {', '.join(links)}." if links else ""


def _interval(ends: Interval | None) -> str:
    return f" (95% interval {plain(ends[0])} to {plain(ends[1])})" if ends else ""


def _cell(cell: Cell, entry: FigureEntry) -> str:
    unit = cell.unit or entry.unit
    text = f"<b>{plain(cell.value)}{'%' if unit == 'percent' else ''}</b>"
    if cell.unit and cell.unit != "percent":
        text += f" {escape(cell.unit)}"
    more = []
    if cell.ci95 is not None:
        more.append(f"95% interval {plain(cell.ci95[0])} to {plain(cell.ci95[1])}")
    total = cell.total if cell.total is not None else entry.total
    if cell.events is not None and total is not None:
        more.append(f"{plain(cell.events)} of {plain(total)}")
    elif total is not None:
        more.append(f"of {plain(total)}")
    if cell.status is not None and cell.status != entry.status:
        more.append("second-hand" if cell.status == "secondary" else "seen in the paper")
    return text + (f" ({'; '.join(more)})" if more else "")


def _sentence(text: str) -> str:
    text = f"{text[:1].upper()}{text[1:]}"
    return text if text.endswith((".", "?")) else f"{text}."


def _visit(translator: HTML5Translator, node: LedgerNode) -> None:
    app = translator.builder.app
    page = _Page(course_evidence(), Places(Path(app.srcdir)), app)
    translator.body.append(page.html())
    raise nodes.SkipNode


def _always_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read the ledger anew in each build: any page may have begun to use a figure."""
    return [LEDGER] if LEDGER in env.found_docs else []


def _write_data(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or LEDGER not in app.env.found_docs:
        return
    records = ledger_records(course_evidence(), Places(Path(app.srcdir)).lines)
    folder = Path(app.outdir, LEDGER).parent
    (folder / "ledger.csv").write_text(as_csv(records), encoding="utf-8")
    (folder / "ledger.json").write_text(as_json(records), encoding="utf-8")


def setup_ledger(app: Sphinx) -> None:
    """Register directive and node; write the downloads when the build is done."""
    app.add_node(LedgerNode, html=(_visit, None))
    app.add_directive("ledger", LedgerDirective)
    app.connect("env-get-outdated", _always_outdated)
    app.connect("build-finished", _write_data)
