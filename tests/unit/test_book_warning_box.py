"""The warning-signs box says what the published cards say; page and safety check the same signs."""

import re
from pathlib import Path

import pytest

from painlab.content import checkout_dir
from painlab.evidence.load import course_evidence
from painlab.quiz.bank import load_form
from painlab.quiz.forms.models import Checklist

# The words that carry each sign of the cards, and the words that carry it in the box. A card that
# gains a sign without a row here turns the test red.
SIGNS = {
    r"start.*urin|start.*pass|pass.*urin": "starting to pass urine",
    r"flow|feel passing|stop or feel": "not feeling it flow",
    r"leak|hold": "leaking urine or stool",
    r"bladder is (full|empty)": "whether your bladder or bowel is full",
    r"full rectum|bowel": "bowel is full",
    r"numbness|changed feeling|tingl|pins": "numbness, tingling or a changed feeling",
    r"between the (inner )?(thighs|legs)|inner thighs|genital": "between the legs",
    r"back passage": "around the back passage",
    r"small area": "even a small area counts",
    r"toilet paper": "toilet paper may feel different",
    r"sex|erection": "new trouble with sex",
    r"loss of .*genital|genital feeling": "loss of feeling in the genitals",
    r"both legs": "pain, tingling, numbness or weakness in both legs",
}


@pytest.fixture(scope="module")
def box() -> str:
    path = Path(checkout_dir(), "book/_includes/warning-signs.md")
    return " ".join(path.read_text(encoding="utf-8").casefold().split())


@pytest.mark.parametrize("key", ["girft2023.emergency_signs", "ces_signs.plain_word_signs"])
def test_every_sign_of_the_cards_is_in_the_box(box: str, key: str) -> None:
    study, name = key.split(".")
    items = course_evidence().studies[study].figures[name].items or ()
    assert items
    go_now = box[: box.index("**ask to be seen today**")]
    for item in items:
        said = [words for sign, words in SIGNS.items() if re.search(sign, item, re.IGNORECASE)]
        assert said, f"no words of the box are named for '{item}'"
        assert all(words in go_now for words in said), (item, said)


@pytest.mark.parametrize(
    "words",
    [
        "any *one* of these that is new or getting worse",
        "go to an emergency department",
        "call your local emergency number",
        "no weakness in the legs is needed",
        "a fever or feel ill",
        "lose weight without trying",
        "had cancer",
        "a fall or a knock",
        "steroids for long",
        "your hands turn clumsy",
        "your walk turns unsteady",
        "no clinician has reviewed this course",
        "{study}`girft2023`",
        "{study}`ces_signs`",
    ],
)
def test_the_box_says_what_to_do(box: str, words: str) -> None:
    assert words in box


def test_the_safety_check_names_the_signs_of_the_page_word_for_word() -> None:
    text = Path(checkout_dir(), "book/start/warning-signs.md").read_text(encoding="utf-8")
    lists = text[text.index("## Now") : text.index("## Routine")]
    listed = [line.removeprefix("- ") for line in lists.splitlines() if line.startswith("- ")]
    form = load_form("start-safety-01")
    assert isinstance(form, Checklist)
    urgent = [level for level in form.levels if level.tone != "routine"]
    assert [sign for level in urgent for sign in level.statements] == listed
