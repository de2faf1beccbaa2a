"""The HTML of the ledger: studies and figures with their limits, sources and uses."""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from painlab import derived
from painlab.book.ledger_uses import Places
from painlab.evidence.anchors import anchor, ledger_page, topic_page
from painlab.evidence.bibliography import shown_address
from painlab.evidence.format import plain
from painlab.evidence.left_out import WHY, LeftOut, course_left_out
from painlab.evidence.load import Evidence
from painlab.evidence.schema import Cell, FigureEntry, Interval, StudyEntry

TOPICS = {
    "safety": "Warning signs",
    "pain_science": "How pain works",
    "imaging": "Scans and backs",
    "fear": "Fear, avoiding and ways out",
    "surgery": "Surgery",
    "prt": "Pain Reprocessing Therapy",
    "neck": "The neck",
    "measures": "How pain is measured",
    "learning": "Learning and showing numbers",
}
"""Heading of each evidence file, in the order of the ledger's pages."""

_CONTROLS = """<form class="pl-filter" id="pl-filter" data-counted="{counted}" hidden>
<p><label for="pl-find">Find a word</label>
<input id="pl-find" type="search" autocomplete="off"></p>
<p><label for="pl-status">Show</label> <select id="pl-status">
<option value="">every figure</option>
<option value="verified">seen first-hand</option>
<option value="secondary">seen second-hand</option>
<option value="used">used on a page of the course</option>
<option value="unused">on no page so far</option>
</select></p>
<p id="pl-count" role="status"></p>
</form>
"""
_DOWNLOADS = (
    '<p>Take it with you: <a href="ledger.csv" download>ledger.csv</a> (a table), '
    '<a href="ledger.json" download>ledger.json</a> (for programs).</p>\n'
)

_SEEN = {"verified": "first-hand", "secondary": "second-hand"}
_UNUSED = " Not on a page so far."
_UNUSED_STUDY = (
    " No page of the course uses this study so far. It is here so that you see all we looked at."
)


class LedgerPage:
    """Writes the ledger's HTML for one builder."""

    def __init__(self, evidence: Evidence, places: Places, app: Sphinx, docname: str) -> None:
        """Keep the evidence, its uses, and the page `docname` from which links lead."""
        self.evidence = evidence
        self.places = places
        self.app = app
        self.docname = docname

    def html(self, topic: str) -> str:
        """Return the page of one evidence file, or the first page where `topic` is empty."""
        if topic:
            studies = "".join(map(self.study, self._studies(topic)))
            return _CONTROLS.format(counted="figure") + studies
        lists = "".join(map(self.listed, TOPICS))
        controls = _CONTROLS.format(counted="entry")
        return f"{_DOWNLOADS}{controls}{lists}{self.computed()}{self.left_out()}"

    def _studies(self, topic: str) -> list[StudyEntry]:
        found = [
            study
            for study in self.evidence.studies.values()
            if Path(self.evidence.places[study.key][0]).stem == topic
        ]
        return sorted(found, key=self._sort_key)

    def listed(self, topic: str) -> str:
        """Return the studies of one topic in a line each, with the way to their page."""
        studies = self._studies(topic)
        if not studies:
            return ""
        lines = "".join(
            f'<li data-s="{self._statuses(study)}"><a href="{self._href(study.key)}">'
            f"{escape(self._short(study.key))}</a> {escape(study.design)}</li>\n"
            for study in studies
        )
        title, page = escape(TOPICS[topic]), self._page(topic_page(topic))
        return (
            f'<h2 id="{topic}"><a href="{page}">{title}</a></h2>\n'
            f'<details class="pl-study"><summary><b>{len(studies)} studies</b></summary>\n'
            f"<ul>\n{lines}</ul></details>\n"
        )

    def _statuses(self, study: StudyEntry) -> str:
        marks = dict.fromkeys(figure.status for figure in study.figures.values())
        return " ".join([*marks, "used" if self._is_used(study) else "unused"])

    def _is_used(self, study: StudyEntry) -> bool:
        known = self.evidence.keys()
        keys = [study.key, *(key for key in known if key.startswith(f"{study.key}."))]
        return any(map(self.places.of, keys))

    def _page(self, docname: str) -> str:
        return escape(self.app.builder.get_relative_uri(self.docname, docname))

    def _href(self, key: str) -> str:
        return f"{self._page(ledger_page(key))}#{anchor(key)}"

    def _short(self, key: str) -> str:
        reference = self.evidence.references.get(key)
        return reference.short if reference else key

    def _in_words(self, key: str) -> str:
        """Return a figure's key as a reader can take it: the study, then the figure's name."""
        study, _, name = key.partition(".")
        return f"{self._short(study)}: {' '.join(re.findall('[A-Za-z0-9]+', name))}"

    def study(self, study: StudyEntry) -> str:
        """Return one study in a fold: who was studied, its limits, its figures and their uses."""
        reference = self.evidence.references.get(study.key)
        short = self._short(study.key)
        people = f" · {plain(study.n)} {study.counted}" if study.n is not None else ""
        title = f"<i>{escape(reference.title)}</i>. " if reference and reference.title else ""
        link = reference.link if reference else ""
        source = f'<a href="{escape(link)}">{escape(shown_address(link))}</a>' if link else ""
        used = self._used(study.key) if self._is_used(study) else _UNUSED_STUDY
        figures = "".join(
            self.figure(f"{study.key}.{name}", entry) for name, entry in study.figures.items()
        )
        if study.n is not None:
            number = f"{study.key}.n"
            figures = (
                f'<li id="{anchor(number)}" data-s="verified{self._mark(number)}">'
                f"<b>{plain(study.n)}</b> {escape(study.counted)} studied"
                f"<small>{self._used(number) or _UNUSED}</small></li>\n{figures}"
            )
        return (
            f'<details class="pl-study" id="{anchor(study.key)}"><summary><b>{escape(short)}</b> '
            f"<span>{escape(study.design)}{people}</span></summary>\n"
            f"<p>{title}{source}{used}</p>\n<p>Who was studied: {escape(study.population)}.</p>\n"
            f"<p>Limits: {self._named(' '.join(map(_sentence, study.limits)))}</p>\n"
            f"<ul>\n{figures}</ul></details>\n"
        )

    def figure(self, key: str, entry: FigureEntry) -> str:
        """Return one figure with its numbers or words, its place in the paper and its uses."""
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
            f"Seen {_SEEN[entry.status]}.{self._used(*keys) or _UNUSED}</small></li>\n"
        )

    def _named(self, text: str) -> str:
        """Escape a text and turn the study keys in it into links with their short citations."""

        def link(match: re.Match[str]) -> str:
            reference = self.evidence.references.get(match[0])
            if match[0] not in self.evidence.studies or reference is None:
                return match[0]
            return f'<a href="{self._href(match[0])}">{escape(reference.short)}</a>'

        return re.sub(r"\w+", link, escape(text))

    def computed(self) -> str:
        """Return the numbers this course worked out, each with the figures it rests on."""
        rows = []
        for key in derived.DERIVED:
            figure = derived.lookup(key)
            inputs = "; ".join(
                f'<a href="{self._href(one)}">{escape(self._in_words(one))}</a>'
                for one in figure.inputs
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
            f'<details class="pl-study"><summary><b>{len(rows)} figures that no paper prints</b> '
            "<span>made from the figures named; the code is in painlab.derived</span></summary>\n"
            f"<ul>\n{''.join(rows)}</ul></details>\n"
        )

    def left_out(self) -> str:
        """Return what does not stand in the ledger, by reason, with the way to what does."""
        parts = []
        for why, heading in WHY.items():
            entries = [entry for entry in course_left_out() if entry.why == why]
            lines = "".join(
                f'<li data-s="out">{escape(_sentence(entry.what))} {escape(entry.because)}'
                f"{self._instead(entry)}</li>\n"
                for entry in entries
            )
            if lines:
                parts.append(
                    f'<details class="pl-study"><summary><b>{heading}</b> '
                    f"<span>{len(entries)}</span></summary>\n<ul>\n{lines}</ul></details>\n"
                )
        return f'<h2 id="left-out">What is not in the ledger</h2>\n{"".join(parts)}'

    def _instead(self, entry: LeftOut) -> str:
        if entry.see is None:
            return ""
        return f' See <a href="{self._href(entry.see)}">{escape(self._short(entry.see))}</a>.'

    def _sort_key(self, study: StudyEntry) -> str:
        return self._short(study.key).casefold()

    def _mark(self, *keys: str) -> str:
        return " used" if any(map(self.places.of, keys)) else " unused"

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
            address = self._page(docname)
            title = self.app.env.titles[docname].astext()
            also = sorted(hows - {"text", "lab"})
            words = f" ({', '.join(also)})" if also else ""
            links.append(f'<a href="{address}">{escape(title)}</a>{words}')
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
        more.append(_SEEN[cell.status])
    return text + (f" ({'; '.join(more)})" if more else "")


def _sentence(text: str) -> str:
    text = f"{text[:1].upper()}{text[1:]}"
    return text if text.endswith((".", "?")) else f"{text}."
