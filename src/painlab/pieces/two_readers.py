"""Two readers: on how many of the same 100 scans do two trained readers differ?"""

from __future__ import annotations

from typing import Any, NamedTuple

from painlab import ev, stats
from painlab.evidence.record import remembered
from painlab.models.two_readers import Readings, draw_readings, typical_readings
from painlab.pieces import pictures
from painlab.pieces.shell import piece_html, table
from painlab.pieces.words import GAP_ENDS, quoted, shown, studies, whole

NAME = "two-readers"
PREVALENCE = 0.5
LOW_PREVALENCE = 0.2
DRAWS = 12
START = "disk_degeneration"

# Landis and Koch, Biometrics 1977;33:159-174: upper ends of their words for kappa, a convention.
_AGREEMENT = ((0.6, "moderate"), (0.8, "substantial"), (1.0, "almost perfect"))
_GRADES = (
    "The real readers chose between several grades; here each says yes or no. They had training "
    "and written rules: in everyday work people agree less."
)
_SCIATICA = (
    "Here each answer is yes or no. All patients had clear pain down one leg, where a scan is at "
    "its best."
)


class Question(NamedTuple):
    """What two readers were asked.

    Attributes
    ----------
    name : what stands beside the radio button.
    about : what they differ about, in a sentence.
    kappas : keys of kappa in the evidence; of two (a range) the middle is drawn.
    caveat : how the real readings differ from this picture.
    """

    name: str
    about: str
    kappas: tuple[str, ...]
    caveat: str = _GRADES


QUESTIONS = {
    "high_intensity_zone": Question(
        "Bright spot in a disc's edge",
        "a bright spot in a disc's edge",
        ("carrino2009.between_reader_kappa[high_intensity_zone]",),
    ),
    "facet_arthropathy": Question(
        "Worn facet joints",
        "worn facet joints",
        ("carrino2009.between_reader_kappa[facet_arthropathy]",),
    ),
    "spondylolisthesis": Question(
        "Slipped vertebra",
        "a slipped vertebra",
        ("carrino2009.between_reader_kappa[spondylolisthesis]",),
    ),
    "modic_changes": Question(
        "Modic change (in the bone beside a disc)",
        "a change in the bone beside a disc",
        ("carrino2009.between_reader_kappa[modic_changes]",),
    ),
    "disk_degeneration": Question(
        "Worn disc",
        "a worn disc",
        ("carrino2009.between_reader_kappa[disk_degeneration]",),
    ),
    "disc_level": Question(
        "Which disc, when leg pain points to one",
        "which disc it is when leg pain points to one",
        (
            "elbarzouhi2013b.kappa_ranges[disc_level_low]",
            "elbarzouhi2013b.kappa_ranges[disc_level_high]",
        ),
        _SCIATICA,
    ),
}
"""From least to most agreement."""


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    data = state(base)
    start = next(question for question in data["questions"] if question["id"] == START)
    kappa = ev("carrino2009.between_reader_kappa[disk_degeneration]").value
    sheets = typical_readings(kappa, PREVALENCE, seed=0)
    words = data["picture"]
    return piece_html(
        NAME,
        data,
        picture=pictures.reader_sheets(
            words["title"],
            start["draws"][0]["text"],
            [(words["first"], sheets.first), (words["second"], sheets.second)],
            sheets.differ,
        ),
        sentences=[start["sentence"], start["insight"], words["key"], start["draws"][0]["text"]],
        caveat=start["caveat"],
        numbers=_all_questions(),
        item="imaging-piece-03",
        base=base,
    )


def state(base: str | None) -> dict[str, Any]:
    """Return everything the front end shows: six questions, each with its draws.

    Parameters
    ----------
    base : way from the page to the book's root; None where there is no book around.
    """
    return {
        "title": "Two readers",
        "question": "Two trained readers look at the same 100 scans. On how many do they "
        "differ about a worn disc?",
        "setting": "Each square is one scan. A filled one means that the reader says yes.",
        "ask": "Set your guess.",
        "commit": "Show me their answers",
        "kind": "Illustrative",
        "label": "How well readers agree was measured, as kappa (0 is luck, 1 is full agreement), "
        f"on scans of {shown('carrino2009.n')} and of {shown('elbarzouhi2013b.n')} people. The "
        "two sheets are a model's, made to agree just as well.",
        "sources": studies(["carrino2009", "elbarzouhi2013b"], base),
        "start": START,
        "field": "They differ on:",
        "value": "{value} of 100 scans",
        "gap": {"said": "You said {guess} of 100. The model says {truth}.", **GAP_ENDS},
        "control": "Now choose what they look for",
        "again": "Show another 100 scans",
        "picture": {
            "title": "The answers of two readers to the same 100 scans",
            "first": "Reader A",
            "second": "Reader B",
            "empty": "Two empty sheets of 100 squares.",
            "key": "Ringed: here the two readers differ.",
        },
        "questions": [_question(name) for name in QUESTIONS],
        "table": _all_questions(),
    }


def expected(name: str, prevalence: float = PREVALENCE) -> int:
    """Return on how many of 100 scans two readers differ, on average.

    Parameters
    ----------
    name : a key of `QUESTIONS`.
    prevalence : share of scans on which each reader says yes, between 0 and 1.
    """
    return whole(100 * stats.expected_disagreement(kappa_of(name), prevalence))


def kappa_of(name: str) -> float:
    """Return the kappa that is drawn for a question: the measured one, or the middle of a range."""
    values = [ev(key).value for key in QUESTIONS[name].kappas]
    return sum(values) / len(values)


@remembered
def readings(name: str, number: int) -> Readings:
    """Return the sheets of a question: the typical ones (number 0), or one of the draws."""
    make = draw_readings if number else typical_readings
    return make(kappa_of(name), PREVALENCE, seed=number)


def _question(name: str) -> dict[str, Any]:
    question, differ = QUESTIONS[name], expected(name)
    return {
        "id": name,
        "name": question.name,
        "expected": differ,
        "sentence": f"About {question.about}: kappa {_kappa_words(name)}. When each reader says "
        f"yes to half of the scans, they differ on about {differ} of 100.",
        "insight": f"Such a kappa is often called {quoted(_agreement(kappa_of(name)))} agreement. "
        f"Still, {differ} of 100 scans get two different answers.",
        "caveat": f"{question.caveat} It also matters how common a yes is: if each "
        f"says it to only {whole(100 * LOW_PREVALENCE)} of 100 scans, the same kappa means about "
        f"{expected(name, LOW_PREVALENCE)} of 100.",
        "draws": [_draw(name, number) for number in range(DRAWS + 1)],
    }


def _draw(name: str, number: int) -> dict[str, Any]:
    sheets = readings(name, number)
    pairs = zip(sheets.first, sheets.second, strict=True)
    luck = (
        f"In this new set of 100 scans they differ on {len(sheets.differ)}. Luck moves the "
        f"number; over many sets it is about {expected(name)}."
    )
    return {
        # One digit a scan: 0 nobody says yes, 1 only A, 2 only B, 3 both.
        "codes": "".join(str(one + 2 * other) for one, other in pairs),
        "again": luck if number else "",
        "text": f"They differ on scans {', '.join(map(str, sheets.differ))}.",
    }


def _kappa_words(name: str) -> str:
    return " to ".join(shown(key) for key in QUESTIONS[name].kappas)


def _agreement(kappa: float) -> str:
    return next(words for end, words in _AGREEMENT if kappa <= end)


def _all_questions() -> dict[str, Any]:
    return table(
        "Scans of 100 on which two readers differ",
        ["What they look for", "Kappa", "If half are a yes", "If 20 of 100 are a yes"],
        [
            [question.name, _kappa_words(name), expected(name), expected(name, LOW_PREVALENCE)]
            for name, question in QUESTIONS.items()
        ],
    )
