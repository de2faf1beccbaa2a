"""The glossary: each report term says how common it is without pain, or that we do not know."""

import re

import pytest

from painlab.content import content_dir

REPORT_TERMS = (
    "annular fissure",
    "disc bulge",
    "disc degeneration",
    "disc desiccation",
    "disc extrusion",
    "disc height loss",
    "disc protrusion",
    "facet degeneration",
    "high-intensity zone",
    "Modic change",
    "nerve root compression",
    "spinal stenosis",
    "spondylolisthesis",
    "spondylolysis",
)
_SHARE = re.compile(r"\{ev:of100\}`(brinjikji2015|jensen1994|jarvik2001|ishimoto2013|boden1990)\.")
_WITH_PAIN = re.compile(r"`brinjikji2015b\.|`tan2018`|people in pain|go with symptoms")


def definitions() -> dict[str, str]:
    text = (content_dir() / "reference" / "glossary.md").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for block in re.findall(r"^:::\{glossary\}\n(.*?)^:::$", text, re.S | re.M):
        for entry in re.split(r"\n(?=\S)", block.strip("\n")):
            term, _, body = entry.partition("\n")
            found[term] = body.strip()
    return found


def test_the_words_of_reports_are_all_there() -> None:
    assert set(REPORT_TERMS) <= set(definitions())


@pytest.mark.parametrize("term", REPORT_TERMS)
def test_a_report_term_tells_both_halves(term: str) -> None:
    body = definitions()[term]
    assert _SHARE.search(body) or "We have no share for people without pain." in body
    assert _WITH_PAIN.search(body)


def test_a_point_of_the_curve_with_few_people_says_how_few() -> None:
    for term, figure in {
        "facet degeneration": "facet_degeneration",
        "spondylolisthesis": "spondylolisthesis",
    }.items():
        assert f"brinjikji2015.people_behind_{figure}[50]" in definitions()[term]


def test_the_emergencies_lead_to_the_warning_signs() -> None:
    for term in ("cauda equina syndrome", "cervical myelopathy"):
        assert "(../start/warning-signs.md)" in definitions()[term]
