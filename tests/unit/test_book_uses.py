"""Uses of evidence are found wherever a reader or a program meets a key."""

from pathlib import Path

import pytest

from painlab.book.ledger_uses import Place, Places
from painlab.book.sources import draw
from painlab.charts import PICTURES
from painlab.derived import lookup
from painlab.evidence.anchors import anchor
from painlab.evidence.load import course_evidence
from painlab.evidence.record import recorded, remembered
from painlab.evidence.uses import Use, covering, find_uses
from painlab.pieces import PIECES

ROOT = Path(__file__).parents[2]
EVIDENCE = "- key: smith2020\n  design: trial\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for folder in ("book/evidence", "book/quizzes", "book/imaging", "notebooks", "src/painlab"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "book/evidence/one.yml").write_text(EVIDENCE)
    return tmp_path


def test_roles_and_lists_in_prose(checkout: Path) -> None:
    (checkout / "book/imaging/a.md").write_text(
        "# A\n\nAbout {ev:of100}`smith2020.bulge[50]` ({study}`smith2020`).\n\n"
        ":::{ev-list} smith2020.signs smith2020.terms\n:::\n\n{num}`7` {term}`disc`\n"
    )
    page = "book/imaging/a.md"
    assert find_uses(checkout) == {
        "smith2020": [Use(page, 3, "page")],
        "smith2020.bulge[50]": [Use(page, 3, "page")],
        "smith2020.signs": [Use(page, 5, "page")],
        "smith2020.terms": [Use(page, 5, "page")],
    }


def test_quoted_markup_is_no_use_and_keeps_the_line_numbers(checkout: Path) -> None:
    (checkout / "index.md").write_text(
        "Write ``{ev}`smith2020.quoted` `` so:\n\n```md\n{ev}`smith2020.fenced`\n```\n\n"
        "{ev}`smith2020.real`\n"
    )
    assert find_uses(checkout) == {"smith2020.real": [Use("index.md", 7, "page")]}


def test_a_role_in_the_title_of_a_box_is_a_use(checkout: Path) -> None:
    (checkout / "index.md").write_text(
        "# A\n\n:::{admonition} About {ev}`smith2020.bulge`\nWords.\n:::\n"
    )
    assert find_uses(checkout) == {"smith2020.bulge": [Use("index.md", 3, "page")]}


def test_quiz_items_name_the_item(checkout: Path) -> None:
    (checkout / "book/quizzes/one.yml").write_text(
        "- id: one-01\n"
        "  prompt: 'About {ev}`smith2020.asked`?'\n"
        "  curve: {ev: smith2020.bulge, labels: [20, 30]}\n"
        "  evidence: ['smith2020.listed']\n"
    )
    bank = "book/quizzes/one.yml"
    uses = find_uses(checkout)
    assert uses["smith2020.asked"] == [Use(bank, 2, "quiz", "one-01")]
    assert uses["smith2020.bulge[20]"] == [Use(bank, 3, "quiz", "one-01")]
    assert uses["smith2020.listed"] == [Use(bank, 4, "quiz", "one-01")]
    assert "smith2020.bulge" not in uses


def test_notebooks_give_the_line_of_the_file(checkout: Path) -> None:
    (checkout / "notebooks/lab.ipynb").write_text(
        '{"cells": [{"cell_type": "code", "outputs": [],\n'
        '"source": [\n"x = 1\\n",\n"ev(\\"smith2020.bulge\\", 50)\\n",\n'
        '"open(\\"book.js\\")"]}]}'
    )
    assert find_uses(checkout) == {
        "smith2020.bulge": [Use("notebooks/lab.ipynb", 4, "notebook")],
        "smith2020.bulge[50]": [Use("notebooks/lab.ipynb", 4, "notebook")],
    }


def test_the_same_line_in_two_cells_is_two_uses(checkout: Path) -> None:
    cell = '{"cell_type": "code", "source": [\n"ev(\\"smith2020.bulge\\")"]}'
    (checkout / "notebooks/lab.ipynb").write_text(f'{{"cells": [{cell},\n{cell}]}}')
    lines = [use.line for use in find_uses(checkout)["smith2020.bulge"]]
    assert lines == [2, 4]


def test_our_own_code(checkout: Path) -> None:
    (checkout / "src/painlab/derived.py").write_text(
        'A = "smith2020.bulge[50]"\nB = f"smith2020.curve[{age}]"\nC = "other.thing"\n'
    )
    assert find_uses(checkout) == {
        "smith2020.bulge[50]": [Use("src/painlab/derived.py", 1, "code")],
        "smith2020.curve": [Use("src/painlab/derived.py", 2, "code")],
    }


def test_a_broken_bank_is_passed_over(checkout: Path) -> None:
    (checkout / "book/quizzes/one.yml").write_text("- [")
    assert find_uses(checkout) == {}


def test_a_figure_without_its_label_stands_for_all_labels() -> None:
    assert covering("smith2020.bulge[50]") == ("smith2020.bulge[50]", "smith2020.bulge")
    assert covering("smith2020.bulge") == ("smith2020.bulge",)


def test_every_key_of_the_course_has_a_place_of_its_own_in_the_ledger() -> None:
    evidence = course_evidence()
    keys = [*evidence.studies, *evidence.keys()]
    anchors = [anchor(key) for key in keys]
    assert len(set(anchors)) == len(keys)
    assert all(name.replace("-", "").replace("_", "").isalnum() for name in anchors)


def test_a_record_holds_what_is_looked_up_inside_it_and_nothing_else() -> None:
    lookup("brinjikji2015.disk_bulge", 40)
    with recorded() as outer:
        lookup("brinjikji2015.disk_bulge", 50)
        with recorded() as inner:
            lookup("calc.protrusion_with_pain_40")
    lookup("brinjikji2015.disk_bulge", 60)
    assert outer == {"brinjikji2015.disk_bulge[50]"}
    assert "calc.protrusion_with_pain_40" in inner
    assert "brinjikji2015.disk_protrusion[40]" in inner


def test_a_key_put_together_at_run_time_counts_for_the_page_with_the_picture() -> None:
    key = "ashar2022.pain_mean_1y[prt]"
    _, keys = draw("chart", PICTURES["prt_over_time"])
    assert key in keys
    places = Places(ROOT, {("chart", "prt_over_time"): keys})
    assert Place("book/prt/does-it-last", "picture") in places.of(key)


def test_words_shown_by_a_piece_are_a_use_of_them() -> None:
    assert any(_word_lists() & {*draw("piece", make)[1]} for make in PIECES.values())


def test_a_result_from_memory_notes_the_same_keys_as_the_first_time() -> None:
    @remembered
    def share(age: int) -> float:
        return lookup("brinjikji2015.disk_bulge", age).value

    records = []
    for _ in range(2):
        with recorded() as keys:
            share(40)
        records.append(keys)
    assert records == [{"brinjikji2015.disk_bulge[40]"}] * 2


def test_what_stands_behind_a_piece_does_not_depend_on_what_was_drawn_before() -> None:
    make = PIECES["silent-danger"]
    first = draw("piece", make)[1]
    assert draw("piece", make)[1] == first


def _word_lists() -> set[str]:
    studies = course_evidence().studies
    return {
        f"{study}.{name}"
        for study, entry in studies.items()
        for name, figure in entry.figures.items()
        if figure.items is not None
    }
