"""Guided attention: six prompts to watch a feeling calmly, at the reader's own pace."""

from __future__ import annotations

from typing import Any

from painlab.pieces import pictures
from painlab.pieces.shell import piece_html, table
from painlab.pieces.words import shown, studies

NAME = "guided-attention"
MINUTES = (1, 2, 5)
CHOSEN = 1
"""Place in `MINUTES` of the length that is chosen at first."""
PROMPTS = (
    "Sit or lie as you like. Nothing has to happen now.",
    "Where is the feeling? Look at the place as you would look at a cloud.",
    "Notice where it is softest. Does it have an edge?",
    "Say to yourself: I was examined, and it is safe to look at this.",
    "Does it move, grow or fade? Let it. It may also stay as it is.",
    "Now find a place that feels pleasant, or just plain. A hand, perhaps. Rest there.",
)
RATINGS = range(11)
ACROSS = tuple(30 + 52 * place for place in range(len(PROMPTS)))
"""Where the dot of each prompt lies in the picture, in its own units."""
LAYOUT = {"width": 320, "height": 50, "down": 16, "radius": 6, "radiusNow": 10, "words": 44}
"""The other lengths of the picture; the front end is given them."""


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    data = state(base)
    return piece_html(
        NAME,
        data,
        picture=track(0),
        sentences=[sentence(place) for place in range(len(PROMPTS))],
        caveat=data["caveat"],
        numbers=_times(),
        item="prt-piece-attention-01",
        base=base,
    )


def sentence(place: int) -> str:
    """Return the prompt at `place`, counted from 0, with its number."""
    return f"Prompt {place + 1} of {len(PROMPTS)}: {PROMPTS[place]}"


def track(place: int) -> str:
    """Return the picture of the way through the prompts, standing at `place`.

    Parameters
    ----------
    place : counted from 0. Dots passed are filled, the present one is large, others are hollow.
    """
    down = LAYOUT["down"]
    shapes = pictures.mark("pl-line", f"M{ACROSS[0]} {down}H{ACROSS[-1]}")
    for at, across in enumerate(ACROSS):
        radius = LAYOUT["radiusNow" if at == place else "radius"]
        left = across - radius
        circle = f"M{left} {down}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0"
        shapes += pictures.mark(
            "pl-on" if at <= place else "pl-copied", f"{circle}{-2 * radius} 0z"
        )
        shapes += pictures.words(across, LAYOUT["words"], str(at + 1))
    width, height = LAYOUT["width"], LAYOUT["height"]
    return pictures.svg("Where you are in the prompts", sentence(place), width, height, shapes)


def state(base: str | None) -> dict[str, Any]:
    """Return everything the front end shows; it adds only the clock.

    Parameters
    ----------
    base : way from the page to the book's root; None where there is no book around.
    """
    return {
        "title": "Guided attention",
        "question": "What does the feeling do when you watch it calmly?",
        "setting": "For pain that has lasted and was examined. Not with a new or growing warning "
        "sign, and not alone if turning inward brings back terrible things. You can stop at any "
        "time. To stop is part of it.",
        "ask": "Say how it is now, if you like. Then start. What you choose stays on this page, "
        "and is gone when you leave.",
        "commit": "I am done",
        "revealed": "Before and after",
        "skipped": "The prompts, to read",
        "missing": "Start the prompts first, or skip them.",
        "kind": "Illustrative",
        "label": "The six prompts are our own. They follow the third part of PRT, as a therapist "
        "sums it up: attend to the feeling as something safe.",
        "sources": studies(["prt_components", "adverse_effects_psych_pain"], base),
        "gate": "I did the safety check today. Nothing urgent came up, and someone has examined me "
        "for this pain.",
        "gateLink": None if base is None else f"{base}book/start/safety-check.html",
        "lengths": [
            {"name": "1 minute" if minutes == 1 else f"{minutes} minutes", "seconds": 60 * minutes}
            for minutes in MINUTES
        ],
        "chosen": CHOSEN,
        "prompts": [sentence(place) for place in range(len(PROMPTS))],
        "dots": {"across": list(ACROSS), **LAYOUT},
        "ratings": [
            {"id": "", "name": "not said"},
            *({"id": str(rating), "name": str(rating)} for rating in RATINGS),
        ],
        "control": "Read a prompt again",
        "words": _words(),
        "caveat": _caveat(),
        "aha": "The aim is not that the pain must fall. Perhaps the feeling moved or changed, "
        "perhaps it did not. Both are fine. If it grew and frightens you, leave this practice and "
        "talk to someone.",
        "table": _times(),
    }


def _words() -> dict[str, str]:
    return {
        "check": "Do the safety check",
        "unchecked": "Tick the line about the safety check first. If you cannot, ask a clinician "
        "before you try this.",
        "length": "How long?",
        "bell": "Ring a soft bell when the prompt changes",
        "before_strength": "Before: how strong is it, from 0 to 10?",
        "before_threat": "Before: how threatening, from 0 to 10?",
        "after_strength": "After: how strong is it, from 0 to 10?",
        "after_threat": "After: how threatening, from 0 to 10?",
        "start": "Start",
        "pause": "Pause",
        "resume": "Go on",
        "stop": "Stop",
        "back": "Prompt before",
        "next": "Next prompt",
        "idle": "Nothing runs until you press Start.",
        "left_many": "About {n} minutes left.",
        "left_one": "About a minute left.",
        "left_less": "Less than a minute left.",
        "paused": "Paused.",
        "stopped": "Stopped. That is part of it, and you can start again.",
        "over": "The prompts are over. Look around the room, and move a little if you like.",
        "strength": "Strength: {before} before, {after} after.",
        "threat": "Threat: {before} before, {after} after.",
        "no_rating": "You did not say how it was before and after. That is fine.",
    }


def _caveat() -> str:
    key = "adverse_effects_psych_pain.any_side_effect"
    return (
        "This practice alone has not been tested. Of "
        f"{shown(key, 'total')} people in other psychological care for pain, {shown(key, 'of100')} "
        "named a side effect, most often bad sleep, stress or worry. Mostly it was slight. Stop "
        "if you feel worse, and ask a clinician if that lasts for days. A new sign is never a "
        "thing to watch calmly: get it looked at."
    )


def _times() -> dict[str, Any]:
    rows: list[list[str | int]] = []
    for place in range(len(PROMPTS)):
        begins = [60 * minutes * place // len(PROMPTS) for minutes in MINUTES]
        rows.append([place + 1, *(f"{second // 60}:{second % 60:02}" for second in begins)])
    return table(
        "When each prompt begins by itself (minutes and seconds)",
        ["Prompt", "Of 1 minute", "Of 2 minutes", "Of 5 minutes"],
        rows,
    )
