"""What a finding tells you: shade a guess, then see how far a worn disc moves a starting number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from painlab import ev, stats
from painlab.charts import CHARTS
from painlab.models.bayes import after_finding
from painlab.pieces.shell import piece_html, table
from painlab.pieces.words import GAP_ENDS, quoted, shown, studies, whole

NAME = "what-a-finding-tells-you"
STARTS = tuple(range(5, 85, 5))
START = 40
RARE_PER_1000 = 1
"""Start for the rare cause: an example, and called one where it stands."""

_WORN = "han2023dx.lr_positive[disc_degeneration]"
_NORMAL = "han2023dx.lr_negative[disc_degeneration]"


class After(NamedTuple):
    """People of 100 whose disc is the source after a finding, with the ratio's interval."""

    value: int
    low: int
    high: int


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    data = state(base)
    first = data["settings"][str(START)]
    return piece_html(
        NAME,
        data,
        # Under a name of its own: the same chart may stand elsewhere on the page.
        picture=replace(CHARTS["worn_disc_arrays"](), name=NAME).svg(),
        sentences=[first["sentence"], first["insight"]],
        caveat=first["caveat"],
        numbers=table(
            "People of 100 whose disc is the source",
            ["Before the scan", "With a worn disc", "With a normal-looking disc"],
            [[start, after(start, _WORN).value, after(start, _NORMAL).value] for start in STARTS],
        ),
        item="imaging-piece-02",
        base=base,
    )


def state(base: str | None) -> dict[str, Any]:
    """Return everything the front end shows: each starting number with its sentences.

    Parameters
    ----------
    base : way from the page to the book's root; None where there is no book around.
    """
    return {
        "title": "What a finding tells you",
        # Numbers stay out of the question: readers take them from the picture (Micallef 2012).
        "question": "A scan shows a worn disc. In how many of these people is a disc the source "
        "of the pain?",
        "setting": "Each figure is a person with lasting back pain. Before the scan, say, a disc "
        "is the source in the filled ones.",
        "ask": "Guess twice: once for a worn disc, once for a disc that looks normal.",
        "commit": "Show me the answer",
        "kind": "Illustrative",
        "label": "The starting number is an example. How far a finding moves it was measured.",
        "sources": studies(["han2023dx"], base),
        "start": START,
        "starts": list(STARTS),
        "value": "{value} of 100",
        "picture": {
            "title": "People of 100 in whom a disc is the source of the pain",
            "before": "Before",
            "worn": "Worn disc",
            "normal": "Normal disc",
            "said": "you said {guess}",
            "asking": "{value}?",
        },
        "asks": {
            "worn": "If the scan shows a worn disc:",
            "normal": "If the disc looks normal:",
        },
        "gaps": {
            "worn": {
                "said": "With a worn disc you said {guess} of 100. It is {truth}.",
                **GAP_ENDS,
            },
            "normal": {
                "said": "With a normal-looking disc you said {guess} of 100. It is {truth}.",
                **GAP_ENDS,
            },
        },
        "control": "Now change the start. Before the scan, a disc is the source in:",
        "settings": {str(start): _setting(start) for start in STARTS},
        "aside": _rare_cause(base),
    }


def after(start: int, key: str) -> After:
    """Return people of 100 after the finding whose likelihood ratio stands under `key`.

    Raises
    ------
    ValueError
        When the figure has no interval, or `start` is not between 0 and 100.
    """
    ratio = ev(key)
    if ratio.ci95 is None:
        raise ValueError(f"'{key}' has no ci95; choose a likelihood ratio that has one.")
    return After(*(whole(after_finding(start, number)) for number in (ratio.value, *ratio.ci95)))


def _setting(start: int) -> dict[str, Any]:
    worn, normal = after(start, _WORN), after(start, _NORMAL)
    return {
        "worn": worn.value,
        "normal": normal.value,
        "sentence": f"Before the scan {start} of 100. With a worn disc {worn.value}. "
        f"With a normal-looking disc {normal.value}.",
        "insight": _insight(worn.value - start, start - normal.value),
        "caveat": f"{start} is an example, not you. The study's margins allow {worn.low} to "
        f"{worn.high} in place of {worn.value}, and {_span(normal)} in place of "
        f"{normal.value}. {quoted('Source')} was judged by an injection into the disc, a test "
        "that experts dispute, in patients sent to specialists. And a source of pain is not a "
        "reason to operate.",
        "table": table(
            "Of 100 people with lasting back pain",
            ["A disc is", "Before the scan", "With a worn disc", "With a normal-looking disc"],
            [
                ["the source", start, worn.value, normal.value],
                ["not the source", 100 - start, 100 - worn.value, 100 - normal.value],
            ],
        ),
    }


def _span(after: After) -> str:
    return f"{after.low} to {after.high}" if after.low else f"at most {after.high}"


def _insight(up: int, down: int) -> str:
    """Say which finding moves the number more."""
    if down > up:
        more = "The clean picture tells you more than the worn one."
    elif up > down:
        more = "Here the worn disc moves it more: from so low a start there is little room to fall."
    else:
        more = "From this start, both move it by the same amount."
    return f"A worn disc moves it up by {up}, a normal-looking one down by {down}. {more}"


def _rare_cause(base: str | None) -> dict[str, Any]:
    """Return the second truth: where a danger is rare, most alarms of a strong test are false."""
    sensitivity = "jarvik2002.mri_for_infection[sensitivity]"
    specificity = "jarvik2002.mri_for_infection[specificity]"
    found = whole(10 * ev("calc.infection_low_prior").value)
    return {
        "summary": "And for a rare, dangerous cause?",
        "paragraphs": [
            f"For an infection of the spine, MRI is a strong test. It finds "
            f"{shown(sensitivity, 'of100')} infections, and it clears "
            f"{shown(specificity, 'of100')} people who have none.",
            f"But say only {RARE_PER_1000} of 1,000 people scanned has one. When the scan then "
            f"shows an infection, it is really there in about {found} of 1,000. When the scan is "
            f"clear, in {_missed(ev(sensitivity).value, ev(specificity).value)} of 1,000.",
            "Warning signs change the start. From 20 of 100, the same scan lifts it to "
            f"{shown('calc.infection_high_prior', 'of100')}. A scan is worth most where there is "
            "a reason to look.",
        ],
        "sources": studies(["jarvik2002"], base),
    }


def _missed(sensitivity: float, specificity: float) -> str:
    ratio = stats.likelihood_ratio_negative(sensitivity, specificity)
    missed = 1000 * stats.posterior(RARE_PER_1000 / 1000, ratio)
    return "fewer than 1" if missed < 1 else str(whole(missed))
