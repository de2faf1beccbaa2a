"""The fear map: how well is each arrow of the fear-avoidance loop tested?"""

from __future__ import annotations

from typing import Any

from painlab.evidence.record import remembered
from painlab.pieces import fear_drawing
from painlab.pieces.arrow_cards import (
    GUESSES,
    Arrow,
    card,
    count,
    in_a_line,
    look,
    paper,
    row,
)
from painlab.pieces.shell import piece_html, table
from painlab.pieces.words import in_words, quoted, shown, studies

NAME = "fear-map"
START = "fear-less"
BESIDE = "confidence"

_TO = " \N{RIGHTWARDS ARROW} "
_WORST, _FEAR, _LESS = "fearing the worst", "fear of moving", "a smaller life"


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    data = state(base)
    looks = {name: look(number, arrow) for number, (name, arrow) in enumerate(arrows().items(), 1)}
    return piece_html(
        NAME,
        data,
        picture=fear_drawing.draw(data["map"]["title"], data["map"]["text"], looks),
        sentences=[data["summary"], data["insight"], data["map"]["key"]],
        caveat=data["caveat"],
        numbers=data["table"],
        item="fear-piece-map-01",
        base=base,
    )


def state(base: str | None) -> dict[str, Any]:
    """Return everything the front end shows: the map and a card for each arrow.

    Parameters
    ----------
    base : way from the page to the book's root; None where there is no book around.
    """
    return {
        "title": "The fear map",
        "question": "Pain frightens, fear makes us avoid, and avoiding keeps the pain: so the "
        "story goes. How much evidence stands behind each arrow?",
        "setting": "Each box is a part of the story. Each numbered arrow says that one part leads "
        "to the next.",
        "ask": "Choose for each arrow. Thick means well tested, not strong.",
        "commit": "Show me the map",
        "missing": f"Still to choose: arrow {{numbers}}. Or choose {quoted('Skip, show me')}.",
        "kind": "Illustrative",
        "label": "The studies are real. The boxes and the rule for thickness are ours: the best "
        "kind of study that shows the arrow, one step less where it is one study alone or tests a "
        "part. The studies were chosen for this course, not by a full search.",
        "sources": studies(["vlaeyen2000", "lee2015", "martinezcalderon2019", "wideman2009"], base),
        "start": START,
        "beside": BESIDE,
        "papers": "Studies",
        "guesses": list(GUESSES),
        "guessColumn": "You said",
        "control": "Now choose an arrow and read its card",
        "pick": "Show arrow {name}",
        "hint": "Tap a number to see its arrow.",
        "summary": _summary(),
        "insight": _insight(),
        "caveat": _caveat(),
        "map": {
            "title": "The fear-avoidance loop: boxes, and an arrow from each to the next",
            "before": "Six boxes with plain arrows, all alike.",
            "text": in_a_line(arrows().values()),
            "chosen": "{text} Chosen: {name}.",
            "key": "Thicker: better tested. Dashed: which way it points is not known, or it points "
            "the other way. Dotted: no study here shows it.",
            **fear_drawing.frame(),
        },
        "arrows": [
            card(number, name, arrow, base)
            for number, (name, arrow) in enumerate(arrows().items(), 1)
        ],
        "table": table(
            "The arrows of the map",
            ["Arrow", "Drawn", "Studies", "Which way", "Size of the link"],
            [row(number, arrow) for number, arrow in enumerate(arrows().values(), 1)],
        ),
    }


def _summary() -> str:
    buckets = [arrow.bucket for name, arrow in arrows().items() if name != BESIDE]
    counts = [buckets.count(place) for place in range(len(GUESSES))]
    return (
        f"Of the {len(buckets)} arrows, {counts[2]} is thick and {counts[1]} are thin. For "
        f"{counts[0]} there is no study here that shows them."
    )


def _insight() -> str:
    path = "lee2015.indirect_path"
    return (
        "The strongest middle path that was measured runs through confidence "
        f"({shown(f'{path}[confidence]')}), not through fear ({shown(f'{path}[fear]')}). The loop "
        "has no box for it."
    )


def _caveat() -> str:
    return (
        f"Of {shown('martinezcalderon2019.studies')} studies in one review, "
        f"{shown('martinezcalderon2019.snapshots', '')} were single snapshots. A snapshot cannot "
        f"show what comes first. And in {shown('wideman2009.n')} people the parts did not get "
        "better one after another: think of several dials, not of dominoes."
    )


def _margin(key: str) -> str:
    return f"{shown(key)} (margin {shown(key, 'ci')})"


@remembered
def arrows() -> dict[str, Arrow]:
    """Return the arrows by id, in the order of their numbers; the one beside the loop is last."""
    return {
        "pain-worst": Arrow(
            f"pain{_TO}{_WORST}",
            "Pain makes us fear the worst",
            (
                paper("snapshot", "marshall2017.n", "people", "a link in part of them", fits=1),
                paper("snapshot", "lee2015.studies", "studies", "put together, no clear link"),
            ),
            "One snapshot shows a link, in people who exercise. All put together show no clear "
            "one.",
            "not known",
            f"path through {_WORST} {_margin('lee2015.indirect_path[catastrophising]')}",
            "Nobody can see in a snapshot what came first. It may run the other way round as well.",
        ),
        "worst-fear": Arrow(
            f"{_WORST}{_TO}{_FEAR}",
            "Fearing the worst makes us fear to move",
            (paper("follow-up", "wideman2009.n", "people", "no such order was found"),),
            "In people hurt at work, an early fall in one was not followed by a fall in the other.",
            "not known",
            "no number",
            "Not shown is not the same as not there. These were few people, all in one programme.",
        ),
        "fear-avoid": Arrow(
            f"{_FEAR}{_TO}avoiding",
            "Fear of moving makes us avoid",
            (paper("experiment", "glogan2021.n", "people", "in one of its two parts", fits=1),),
            "Some moves brought a shock. Fear then spread to safe moves. Avoiding spread with it "
            "only where people could not be sure of the pain.",
            "as drawn",
            "no number",
            "Healthy people and short shocks are far from a sore back. And fear did not always "
            "bring avoiding.",
        ),
        "avoid-less": Arrow(
            f"avoiding{_TO}{_LESS}",
            "Avoiding makes life smaller",
            (
                paper(
                    "snapshot",
                    "lin2011.studies",
                    "studies",
                    "in lasting pain",
                    fits=count("lin2011.studies"),
                    part=True,
                ),
            ),
            "In lasting pain, the less active are also the more limited. In new pain there is "
            "hardly a link.",
            "not known",
            f"correlation {shown('lin2011.activity_and_disability[chronic]')} in lasting pain, "
            f"{shown('lin2011.activity_and_disability[under_three_months]')} in new pain",
            "Being limited may make people less active just as well. Being less active is not the "
            "same as avoiding. And this review did not look at mood.",
        ),
        "less-pain": Arrow(
            f"{_LESS}{_TO}pain",
            "A smaller life leads to more pain",
            (
                paper(
                    "trial",
                    "hayden2021.trials",
                    "trials",
                    "less pain with exercise",
                    fits=count("hayden2021.trials"),
                    part=True,
                ),
                paper("snapshot", "ema_clbp2025.n", "people", "a little more when active"),
            ),
            f"With exercise, people had {shown('hayden2021.pain_better')} points of 100 less pain "
            "than with nothing, usual care or a placebo.",
            "as drawn",
            f"points of 100: {_margin('hayden2021.pain_better')}",
            "The trials tested exercise, and that is only a part of a life. Nobody can be blind to "
            "it. Mood was not tested here.",
        ),
        "fear-less": Arrow(
            f"{_FEAR}{_TO}{_LESS}",
            "Fear of moving makes life smaller",
            (
                paper(
                    "snapshot",
                    "zale2013.n",
                    "people",
                    f"a {in_words('zale2013.size_in_words')} link",
                    fits=count("zale2013.samples_and_people[samples]"),
                ),
                paper("follow-up", "gheldof2010.n", "workers, two studies", "fear first", fits=2),
                paper("trial", "leeuw2008.n", "people", "less sense of harm, about as limited"),
            ),
            "In two studies of workers, fear came ahead of being limited.",
            "as drawn",
            f"path through fear {_margin('lee2015.indirect_path[fear]')}",
            "Questions about fear often ask about activity too, so a part is shared wording. A "
            "trial lowered the sense of harm more than its rival did; limits stayed alike.",
        ),
        "fear-pain": Arrow(
            f"{_FEAR}{_TO}pain",
            "Fear of moving leads to more pain",
            (
                paper(
                    "snapshot",
                    "kroska2016.studies",
                    "studies",
                    f"a {in_words('kroska2016.size_in_words')} link",
                    fits=count("kroska2016.studies"),
                ),
                paper(
                    "snapshot",
                    "markfelder2020.n",
                    "people",
                    f"a link {in_words('markfelder2020.size_in_words')}",
                    fits=count("markfelder2020.results_and_people[results]"),
                ),
                paper("follow-up", "gheldof2010.n", "workers, two studies", "pain came first"),
                paper("follow-up", "sieben2002.n", "people", "no order could be shown"),
            ),
            "The two go together. But in two studies of workers fear came after pain.",
            "the other way round",
            in_words("kroska2016.size_in_words"),
            "Those workers had no long and severe pain. In other people it may be different.",
        ),
        "worst-pain": Arrow(
            f"{_WORST}{_TO}pain",
            "Fearing the worst leads to more pain",
            (
                paper(
                    "follow-up", "picavet2002.n", "people", "it came ahead of severe pain", fits=1
                ),
            ),
            "In people with back pain, those who feared the worst most had higher odds of severe "
            "pain six months later.",
            "as drawn",
            f"odds ratio {_margin('picavet2002.odds_ratio_catastrophising[severe_back_pain]')}",
            "How bad the pain was at the start may be a part of the reason. We have not seen how "
            "many people of 100 that is.",
        ),
        "avoid-fear": Arrow(
            f"avoiding{_TO}{_FEAR}",
            "Avoiding keeps fear of moving alive",
            (paper("theory", "mahajan2026", "no people", "rest hides that an injury healed"),),
            "If you rest, you cannot learn that it would have gone well. So says a computer model.",
            "not known",
            "no number",
            "No people were studied, and its authors chose every number of the model.",
        ),
        BESIDE: Arrow(
            f"pain{_TO}confidence{_TO}{_LESS}",
            "Pain takes confidence, and life gets smaller",
            (
                paper(
                    "snapshot",
                    "lee2015.studies",
                    "studies",
                    "the strongest of four paths",
                    fits=count("lee2015.studies"),
                ),
            ),
            "Of four paths from pain to being limited, this one was the strongest.",
            "not known",
            f"path through confidence {_margin('lee2015.indirect_path[confidence]')}",
            "Most were snapshots, of low quality. Being limited may take away confidence just as "
            "well. And its margin overlaps with that of the path through fear.",
        ),
    }
