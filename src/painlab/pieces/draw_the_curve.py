"""Draw the curve: guess how common a finding is without pain, then see the fitted curve."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pandas as pd

from painlab import ev
from painlab.evidence.record import remembered
from painlab.models.prevalence_curve import AGES, FINDINGS, STUDY, prevalence_table
from painlab.pieces import pictures
from painlab.pieces.shell import piece_html, table
from painlab.pieces.words import GAP_ENDS, listed, quoted, shown, studies, whole

NAME = "draw-the-curve"
START = "disk_bulge"
GIVEN = 20
FOCUS = 50
LAST = AGES[-1]
_COUNTS = "The numbers of people behind the points are quoted from a later paper."


class Words(NamedTuple):
    """A finding in plain words.

    Attributes
    ----------
    name : beside the radio button, with the word that reports use.
    one : in a sentence, with its article.
    """

    name: str
    one: str


WORDS = {
    "disk_degeneration": Words("Worn disc (degeneration)", "a worn disc"),
    "disk_signal_loss": Words("Dried-out disc (signal loss)", "a dried-out disc"),
    "disk_height_loss": Words("Disc height loss", "a disc that has lost height"),
    "disk_bulge": Words("Disc bulge", "a bulging disc"),
    "disk_protrusion": Words("Disc protrusion", "a disc protrusion"),
    "annular_fissure": Words("Annular fissure", "a small split in a disc's edge"),
    "facet_degeneration": Words("Worn facet joints", "worn facet joints"),
    "spondylolisthesis": Words("Slipped vertebra", "a slipped vertebra"),
}
"""Findings of `painlab.models.prevalence_curve`, from the disc outwards."""


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    data = state(base)
    bulge = next(finding for finding in data["findings"] if finding["id"] == START)
    cells = [ev("brinjikji2015.disk_bulge", age) for age in AGES]
    return piece_html(
        NAME,
        data,
        picture=pictures.curve(
            data["chart"]["title"],
            bulge["text"],
            [(age, cell.value) for age, cell in zip(AGES, cells, strict=True)],
            [age for age, cell in zip(AGES, cells, strict=True) if cell.status == "secondary"],
            data["chart"]["x"],
        ),
        sentences=[bulge["sentence"], bulge["insight"]],
        caveat=f"{bulge['caveat']} {data['chart']['key']}",
        numbers=_all_findings(),
        item="imaging-piece-01",
        base=base,
    )


def state(base: str | None) -> dict[str, Any]:
    """Return everything the front end shows: eight curves with their sentences and tables.

    Parameters
    ----------
    base : way from the page to the book's root; None where there is no book around.
    """
    given = shown(f"{STUDY}.{START}[{GIVEN}]")
    return {
        "title": "Draw the curve",
        "question": "Of 100 people with no back pain, how many have a bulging disc?",
        "setting": "",
        "ask": f"At age {GIVEN} it is {given}. Guess the other ages: type a number, "
        "or tap the chart.",
        "commit": "Show me the curve",
        "missing": f"Still to guess: age {{ages}}. Or choose {quoted('Skip, show me')}.",
        "kind": "Fitted",
        "label": "Each point lies on a curve fitted through "
        f"{shown('brinjikji2015.articles_and_people[articles]')} papers, with "
        f"{shown('brinjikji2015.n')} people without back pain.",
        "sources": studies([STUDY], base),
        "ages": list(AGES),
        "given": GIVEN,
        "focus": FOCUS,
        "start": START,
        "gap": {
            "said": f"At {FOCUS} you said {{guess}} of 100. The fitted curve says {{truth}}.",
            **GAP_ENDS,
        },
        "control": "Now choose another finding",
        "guessColumn": "Your guess",
        "chart": {
            "title": "People of 100 without back pain who have the finding, by age",
            "x": "age",
            "y": "of 100",
            "curve": "fitted curve",
            "guess": "your guess",
            "people": "People behind each point",
            "unseen": "?",
            "key": "Full dot: seen in the paper's summary. Hollow: from a copy of its table. "
            "Cross: nobody of that age was scanned.",
        },
        "findings": [_finding(name, rows) for name, rows in _rows().items()],
        "aside": _with_pain(base),
    }


@remembered
def _rows() -> dict[str, pd.DataFrame]:
    cells = prevalence_table()
    return {name: cells[cells.finding == FINDINGS[name]] for name in WORDS}


def _finding(name: str, rows: pd.DataFrame) -> dict[str, Any]:
    values = {int(age): whole(value) for age, value in zip(rows.age, rows.percent, strict=True)}
    people = [None if math.isnan(count) else int(count) for count in rows.people]
    one = WORDS[name].one
    pairs = listed([f"{value} at {age}" for age, value in values.items()])
    where = [_where(count, status) for count, status in zip(people, rows.status, strict=True)]
    return {
        "id": name,
        "name": WORDS[name].name,
        "curve": list(values.values()),
        "people": people,
        # What each point looks like: in the paper's summary, from a copy, or nobody behind it.
        "marks": [mark for mark, _ in where],
        "text": f"Of 100 people without back pain who have {one}: {pairs}.",
        "sentence": f"By the fitted curve, {values[GIVEN]} of 100 people without back pain have "
        f"{one} at {GIVEN}, {values[FOCUS]} at {FOCUS} and {values[LAST]} at {LAST}.",
        "insight": _half(values, one),
        "caveat": f"These are points on a fitted curve, not counts. {_behind(people)} What counts "
        f"as a finding, and as {quoted('no pain')}, differs from paper to paper.",
        "table": table(
            f"People of 100 without back pain who have {one}. {_COUNTS}",
            ["Age", "Fitted curve", "People behind it", "Where we saw it"],
            [
                [age, value, "not seen" if count is None else count, words]
                for (age, value), count, (_, words) in zip(
                    values.items(), people, where, strict=True
                )
            ],
        ),
    }


def _where(count: int | None, status: str) -> tuple[str, str]:
    words = "paper's summary" if status == "verified" else "copy of its table"
    if count == 0:
        return "nobody", words
    return ("seen" if status == "verified" else "copied"), words


def _half(values: dict[int, int], one: str) -> str:
    """Say from which age on half of people without pain have the finding."""
    for age, value in values.items():
        if value >= 50:
            much = "half" if value == 50 else "more than half"
            return f"So at {age}, {much} of the people who feel no pain have {one}."
    return f"Even at {LAST}, most people who feel no pain do not have {one}."


def _behind(people: list[int | None]) -> str:
    """Say how many people stand behind the points, and where nobody does."""
    nobody = [age for age, count in zip(AGES, people, strict=True) if count == 0]
    first, *more = [(count, age) for age, count in zip(AGES, people, strict=True) if count]
    some = [f"{first[0]} people at {first[1]}", *(f"{count} at {age}" for count, age in more)]
    unseen = [age for age, count in zip(AGES, people, strict=True) if count is None]
    words = f"Behind them stand {listed(some)}."
    if nobody:
        words += f" At {listed(nobody)} there was nobody: there the curve just runs on."
    return f"{words} For {listed(unseen)} we have not seen how many."


def _with_pain(base: str | None) -> dict[str, Any]:
    """Return the other half of the story: how much more common findings are with pain."""
    protrusion = "brinjikji2015b.odds_ratio[disc_protrusion]"
    extrusion = "brinjikji2015b.odds_ratio[disc_extrusion]"
    without = "jensen1994.disc_findings_in_pain_free_people[extrusion]"
    return {
        "summary": "But is it more common with pain?",
        "paragraphs": [
            "Yes, it is. Of 100 people of 40 without back pain, "
            f"{shown('brinjikji2015.disk_protrusion[40]')} have a protrusion; with pain, about "
            f"{shown('calc.protrusion_with_pain_40')}. A larger piece, an extrusion: "
            f"{shown(without)} of 100 without pain; with pain, about "
            f"{shown('calc.extrusion_with_pain')}.",
            f"This rests on {shown('brinjikji2015b.n')} adults up to 50, with and without pain. "
            f"The odds ratio is {shown(protrusion)} for a protrusion (margin "
            f"{shown(protrusion, 'ci')}) and {shown(extrusion)} for an extrusion (margin "
            f"{shown(extrusion, 'ci')}). The numbers with pain are our sums, not counts.",
            "So a finding is a clue, but a weak one.",
        ],
        "sources": studies(["brinjikji2015b"], base),
        **({} if base is None else {"link": _next_lesson(base)}),
    }


def _next_lesson(base: str) -> dict[str, str]:
    return {
        "text": "The next lesson is about that.",
        "href": f"{base}book/imaging/people-with-pain.html",
    }


def _all_findings() -> dict[str, Any]:
    rows = [
        [
            WORDS[name].name,
            *(_cell(*cell) for cell in zip(cells.percent, cells.people, cells.status, strict=True)),
        ]
        for name, cells in _rows().items()
    ]
    return table(
        "People of 100 without back pain who have each finding, by age. In brackets: people "
        f"behind the point, ? where we have not seen how many. {_COUNTS} * The share was seen in "
        "a copy of the paper's table.",
        ["Finding", *(f"Age {age}" for age in AGES)],
        rows,
    )


def _cell(percent: float, people: float, status: str) -> str:
    behind = "?" if math.isnan(people) else f"{people:g}"
    return f"{whole(percent)}{'*' if status == 'secondary' else ''} ({behind})"
