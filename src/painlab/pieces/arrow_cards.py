"""The cards of the fear map: what an arrow is, and every sentence that is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from painlab import ev
from painlab.models.arrow_steps import STEPS, Report, arrow_step, best_design, stands_alone
from painlab.pieces import fear_drawing
from painlab.pieces.words import quoted, shown, studies

GUESSES = ("none", "thin", "thick")
"""What a reader can say of an arrow: step 0, steps 1 and 2, steps 3 and 4."""

_KINDS = {
    "theory": "no study here shows it",
    "snapshot": "snapshot, people were looked at once",
    "follow-up": "follow-up, the same people were looked at again later",
    "experiment": "experiment, something was changed on purpose in a laboratory",
    "trial": "trial, chance decided who got a change",
}
_NOT = (
    "None means that no study here shows this arrow. It does not mean that it is wrong.",
    "Thin means that this arrow is not well tested yet. It does not mean that the link is weak.",
    "Thick means that this arrow is well tested. It does not mean that the link is strong.",
)
_ALONE = "one study alone, which counts a step less"
_PART = "it tested only a part of a box, which counts a step less"


@dataclass(frozen=True)
class Paper(Report):
    """A paper on a card.

    Attributes
    ----------
    size : how many people, studies or trials, in words.
    result : what it found about this arrow, in a few words.
    """

    size: str = ""
    result: str = ""


@dataclass(frozen=True)
class Arrow:
    """An arrow of the map.

    Attributes
    ----------
    name : from where to where, as it stands in lists.
    claim : the same as a claim, a whole sentence without its full stop.
    papers : all papers on its card, those that speak against it too.
    found : what they found, in one or two sentences.
    way : which way it points; anything but ``as drawn`` is dashed.
    link : how large the link is, as far as the course has seen it.
    doubt : the best reasons not to trust it.
    """

    name: str
    claim: str
    papers: tuple[Paper, ...]
    found: str
    way: Literal["as drawn", "not known", "the other way round"]
    link: str
    doubt: str

    @property
    def step(self) -> int:
        """Step of thickness, 0 to 4."""
        return arrow_step(self.papers)

    @property
    def dashed(self) -> bool:
        """Whether it is unknown which way the arrow points, or it points the other way."""
        return self.way != "as drawn"

    @property
    def bucket(self) -> int:
        """Place in `GUESSES` of what the studies make of the arrow."""
        return (self.step + 1) // 2

    @property
    def look(self) -> str:
        """Thickness and dash in words."""
        if self.step == 0:
            return GUESSES[0]
        dash = " and dashed" if self.dashed else ""
        return f"{GUESSES[self.bucket]} (step {self.step} of 4){dash}"

    @property
    def kind(self) -> str:
        """Kind of the best study that shows the arrow, in words."""
        best = best_design(self.papers)
        if self.step == STEPS[best]:
            return _KINDS[best]
        return f"{_KINDS[best]}; {_ALONE if stands_alone(self.papers) else _PART}"


def paper(
    design: str, size: str, unit: str, result: str, fits: int = 0, *, part: bool = False
) -> Paper:
    """Return a paper whose size stands in the evidence.

    Parameters
    ----------
    design, result, fits, part : see `Paper`.
    size : evidence key of how large it is, or the study alone where that is not known.
    unit : what that counts.
    """
    key, dot, _ = size.partition(".")
    return Paper(key, design, fits, part, f"{shown(size)} {unit}" if dot else unit, result)


def count(key: str) -> int:
    """Return the whole number under an evidence key."""
    return int(ev(key).value)


def sentence(arrow: Arrow) -> str:
    """Say how the arrow is drawn and what was found."""
    return f"{quoted(arrow.claim)}: {arrow.look}. {arrow.found}"


def reply(guess: int, bucket: int) -> str:
    """Answer a guess; both are places in `GUESSES`."""
    said = f"You said {GUESSES[guess]}."
    if guess == bucket:
        return f"{said} That fits what was studied."
    return f"{said} There is {'less' if guess > bucket else 'more'} behind it than that."


def card(number: int, arrow_id: str, arrow: Arrow, base: str | None) -> dict[str, Any]:
    """Return an arrow as the front end takes it.

    Parameters
    ----------
    number : its number on the map.
    arrow_id : its id, as `painlab.pieces.fear_drawing` knows it.
    arrow : the arrow.
    base : way from the page to the book's root; None where there is no book around.
    """
    links = studies([paper.key for paper in arrow.papers], base)
    return {
        "id": arrow_id,
        "name": f"{number} \N{MIDDLE DOT} {_capital(arrow.name)}",
        "sentence": sentence(arrow),
        "replies": [reply(guess, arrow.bucket) for guess in range(len(GUESSES))],
        "papers": [
            {**link, "about": f": {paper.design}, {paper.size}; {paper.result}."}
            for link, paper in zip(links, arrow.papers, strict=True)
        ],
        "facts": [
            ["Best evidence", f"{_capital(arrow.kind)}."],
            ["Which way", f"{_capital(arrow.way)}."],
            ["Size of the link", f"{_capital(arrow.link)}."],
            ["Doubt", arrow.doubt],
        ],
        "caveat": _NOT[arrow.bucket],
        "shape": {**fear_drawing.shapes(arrow_id), "look": fear_drawing.paint(look(number, arrow))},
    }


def look(number: int, arrow: Arrow) -> fear_drawing.Look:
    """Return how an arrow is drawn."""
    return fear_drawing.Look(number, arrow.step, arrow.dashed)


def row(number: int, arrow: Arrow) -> Sequence[str]:
    """Return an arrow as a row of the table under the map."""
    names = studies([paper.key for paper in arrow.papers], None)
    papers = [
        f"{name['text']} ({paper.design}, {paper.size})"
        for name, paper in zip(names, arrow.papers, strict=True)
    ]
    return [
        f"{number}. {_capital(arrow.name)}",
        arrow.look,
        "; ".join(papers),
        arrow.way,
        arrow.link,
    ]


def in_a_line(arrows: Iterable[Arrow]) -> str:
    """Say of each arrow how it is drawn, for readers who do not see the map."""
    return " ".join(
        f"{number}. {arrow.name}: {arrow.look}." for number, arrow in enumerate(arrows, 1)
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
