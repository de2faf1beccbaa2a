"""Silent danger: three paths, and the danger is switched off. Do you find out? (mahajan2026)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from painlab.evidence.record import remembered
from painlab.models.avoidance import (
    Signal,
    draw_signals,
    log_odds,
    published,
    published_rewards,
    simulate_beliefs,
)
from painlab.pieces import pictures
from painlab.pieces.shell import piece_html, table
from painlab.pieces.words import shown, studies, whole

NAME = "silent-danger"
DAYS = 20
START = 60
"""First belief that the danger is there, of 100: an example, as in the lesson."""
STEPS = 1000
"""The front end adds up log-odds in thousandths."""
PEOPLE = 100
_SEED = 11
_CROWD = 2000
"""Invented people behind each "of 100", so that luck does not decide."""


class Path(NamedTuple):
    """A way to the shop.

    Attributes
    ----------
    id : name in the state.
    name : on its button.
    taken : in a sentence after "you took".
    signal : what it tells about the danger.
    """

    id: str
    name: str
    taken: str
    signal: Signal


class Crowd(NamedTuple):
    """Of 100 people who always take one path: who takes it for safe on the last day.

    Attributes
    ----------
    found_out : of those for whom the danger is gone.
    fooled : of those for whom it is still there.
    """

    found_out: int
    fooled: int


@remembered
def paths() -> tuple[Path, ...]:
    """Return the three paths: resting and moving as published, and one of ours between them."""
    rest, move = published("rest"), published("move")
    between = Signal(
        healed=(rest.healed + move.healed) / 2,
        injured=(rest.injured + move.injured) / 2,
        sd=(rest.sd + move.sd) / 2,
    )
    return (
        Path("long", "The long way round", "the long way round", rest),
        Path("middle", "Half-way near it", "the path half-way near it", between),
        Path("short", "The short path, a few steps", "a few steps of the short path", move),
    )


@remembered
def crowd(name: str) -> Crowd:
    """Return what becomes of 100 people who take one path on every day.

    Parameters
    ----------
    name : ``long``, ``middle`` or ``short``.
    """
    signal = next(path.signal for path in paths() if path.id == name)
    limit = published_rewards().threshold

    def safe(injured: bool) -> int:
        beliefs = simulate_beliefs(
            START / 100, signal, injured=injured, days=DAYS, people=_CROWD, seed=_SEED
        )
        return whole(PEOPLE * float(np.mean(beliefs[-1] < limit)))

    return Crowd(found_out=safe(injured=False), fooled=safe(injured=True))


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    data = state(base)
    first = data["crowds"][0]
    return piece_html(
        NAME,
        data,
        picture=pictures.reader_sheets(
            data["crowdTitle"],
            first["sentence"],
            [
                (data["gone"], [place < first["found_out"] for place in range(PEOPLE)]),
                (data["there"], [place < first["fooled"] for place in range(PEOPLE)]),
            ],
            [],
        ),
        sentences=[crowd["sentence"] for crowd in data["crowds"]],
        caveat=data["caveat"],
        numbers=_numbers(),
        item="fear-piece-danger-01",
        base=base,
    )


def state(base: str | None) -> dict[str, Any]:
    """Return everything the front end shows: signals for each day, and what crowds find out.

    Parameters
    ----------
    base : way from the page to the book's root; None where there is no book around.
    """
    limit = whole(100 * published_rewards().threshold)
    return {
        "title": "Silent danger",
        "question": "On the short path to the shop it hurt, badly. Is it still dangerous? Choose a "
        f"path on each of {DAYS} days.",
        "setting": "This is a game about pain, with invented numbers. You can skip it. Nobody wins "
        "or loses.",
        "ask": "Each day you feel a signal from 1 (calm) to 100 (alarm), not the truth. The nearer "
        "you go, the clearer it speaks.",
        "commit": "Stop, and show me the truth",
        "revealed": "Your days, and the truth",
        "missing": "Choose a path for at least one day, or skip.",
        "kind": "Illustrative",
        "label": "Signals and rewards of the long and the short path are those of a theory paper, "
        "made up by its authors; the path between is ours. No person was fitted. It leaves out "
        "how pain feels, how a body heals, and that people do not reckon like this.",
        "sources": studies(["mahajan2026", "glogan2021"], base),
        "days": DAYS,
        "start": START,
        "startOdds": _thousandths(log_odds(START / 100)),
        "steps": [_thousandths(log_odds((belief - 0.5) / 100)) for belief in range(1, 101)],
        "limit": limit,
        "paths": [_days(path) for path in paths()],
        "words": {
            "before": f"Day 1. Your best guess that the danger is there: {START} of 100.",
            "day": "Day {day}: you took {path}. The signal was {seen}. Your best guess that the "
            "danger is there: {belief} of 100.",
            "over": f"The {DAYS} days are over.",
            "left": f"Day {{day}} of {DAYS}. Which way?",
            "chart": "Your best guess that the danger is there, of 100, day by day",
            "day_name": "day",
            "guess_name": "of 100",
            "limit_name": f"below {limit}: going pays",
            "truth": "The danger was gone from day 1. You went near it on {near} of {days} days, "
            "and your best guess ended at {belief} of 100.",
            "found": f"That is below {limit}, where going pays: you found out.",
            "not_found": f"That is not below {limit}, where going pays: you did not find out. The "
            "long way keeps you safe, and keeps the news from you.",
            "columns": ["Day", "Path", "Signal", "Best guess, of 100"],
            "log": "What you felt, day by day",
        },
        "control": "If 100 people always took one path",
        "crowdTitle": f"Who takes the path for safe after {DAYS} days, of 100",
        "gone": "danger gone",
        "there": "danger still there",
        "crowds": [_crowd(path) for path in paths()],
        "caveat": _caveat(),
        "table": _numbers(),
    }


def _days(path: Path) -> dict[str, Any]:
    """Return the signals of one path on a day without danger, and what each one tells."""
    place = [known.id for known in paths()].index(path.id)
    drawn = draw_signals(path.signal, injured=False, shape=(DAYS, 1), seed=_SEED + place)
    seen = [round(float(value)) for value in drawn[:, 0]]
    return {
        "id": path.id,
        "name": path.name,
        "taken": path.taken,
        "seen": seen,
        "told": [_thousandths(path.signal.log_ratio(value)) for value in seen],
    }


def _thousandths(odds: float) -> int:
    return round(STEPS * odds)


def _crowd(path: Path) -> dict[str, Any]:
    found, fooled = crowd(path.id)
    return {
        "id": path.id,
        "name": path.name,
        "found_out": found,
        "fooled": fooled,
        "sentence": f"If 100 people take {path.taken} on each of {DAYS} days and the danger is "
        f"gone, {found} find out. If it is still there, {fooled} wrongly take it for gone.",
    }


def _caveat() -> str:
    cost = shown("mahajan2026.reward[act_injured]")
    gain = shown("mahajan2026.reward[act_healed]")
    return (
        "What if the danger is still there? Then going all the way costs a lot: in the model "
        f"{cost} points, against {gain} when it is gone. So the steps are small, and a safety "
        "check comes first. In the laboratory, with "
        f"{shown('glogan2021.n')} healthy people and a robot arm, fear spread to new harmless "
        "moves in both experiments; avoiding spread only where people could not be sure whether "
        "pain would come. This is not for a fresh injury, nor with a warning sign."
    )


def _numbers() -> dict[str, Any]:
    rows: list[list[str | int]] = []
    for path in paths():
        found, fooled = crowd(path.id)
        look = f"{path.signal.evidence:.3f}"
        rows.append([path.name, look, found, fooled])
    return table(
        f"What a look tells, and who takes the path for safe after {DAYS} days, of 100",
        ["Path on every day", "Evidence a look (nats)", "If the danger is gone", "If it is there"],
        rows,
    )
