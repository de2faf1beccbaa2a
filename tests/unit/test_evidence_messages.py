"""Broken evidence: each mistake is named with file, line, study, figure and the way out."""

from pathlib import Path

import pytest

from painlab.evidence.load import load_evidence, read_evidence
from painlab.findings import ContentError, Finding

STUDY = """\
- key: smith2020
  design: cohort
  population: people without pain
  n: 100
  limits:
    - Small.
  figures:
    bulge:
      what: people with a bulge
      unit: percent
      where: abstract
      status: verified
      label: age
      values: {50: 60, 60: {value: 70, ci95: [65, 75]}}
    pain:
      what: people with pain
      unit: percent
      where: abstract
      status: verified
      value: 20
"""
BIB = "@article{smith2020,\n  title = {T},\n  year = {2020},\n  doi = {10.1/x},\n}\n"


def content(tmp_path: Path, evidence: str, bib: str = BIB) -> Path:
    folder = tmp_path / "book"
    (folder / "evidence").mkdir(parents=True)
    (folder / "evidence" / "topic.yml").write_text(evidence, encoding="utf-8")
    (folder / "references.bib").write_text(bib, encoding="utf-8")
    return folder


def findings(tmp_path: Path, evidence: str, bib: str = BIB) -> list[Finding]:
    return read_evidence(content(tmp_path, evidence, bib))[1]


def only(tmp_path: Path, old: str, new: str) -> str:
    """Return the one message for the study with `old` written as `new`."""
    assert STUDY.count(old) >= 1
    found = findings(tmp_path, STUDY.replace(old, new, 1))
    assert len(found) == 1, found
    return str(found[0])


def test_a_whole_study_loads(tmp_path: Path) -> None:
    evidence = load_evidence(content(tmp_path, STUDY))
    assert evidence.studies["smith2020"].figures["bulge"].cell("60").value == 70
    assert evidence.places == {"smith2020": ("book/evidence/topic.yml", 1)}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  design:",
            "  desing:",
            "topic.yml:2:3 smith2020: unknown field 'desing'. Did you mean 'design'?",
        ),
        (
            "      value: 20",
            "      value: 20\n      limit: small",
            "topic.yml:21:7 smith2020.pain: unknown field 'limit'. Remove or rename it.",
        ),
        (
            "      value: 20",
            "      vlue: 20",
            "topic.yml:20:7 smith2020.pain: unknown field 'vlue'. Did you mean 'value'?",
        ),
        (
            "ci95: [65, 75]",
            "ci_95: [65, 75]",
            "topic.yml:14:40 smith2020.bulge[60]: unknown field 'ci_95'. Did you mean 'ci95'?",
        ),
    ],
    ids=["study", "figure: no study field is offered", "figure", "cell"],
)
def test_an_unknown_field_comes_with_the_nearest_right_one(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    found = [str(one) for one in findings(tmp_path, STUDY.replace(old, new, 1))]
    assert any(one.startswith(f"book/evidence/{said}") for one in found), found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: verified", "status: sure", "bulge: the status 'sure' is not known"),
        ("value: 70", "value: 'seventy'", "bulge[60]: the field 'value' must be a number; it is"),
        ("value: 20", "value: '20'", "pain: the field 'value' must be a number; it is '20'."),
        ("value: 20", "value: yes", "pain: the field 'value' must be a number; it is True."),
        ("value: 20", "value: .nan", "pain: the field 'value' must be a finite number"),
        ("{50: 60,", "{50: sixty,", "bulge[50]: the field 'value' must be a number"),
        ("n: 100", "n: 99.5", "smith2020: the field 'n' must be a whole number; it is 99.5."),
        ("n: 100", "n: 0", "smith2020: the field 'n' must be a number above zero; it is 0."),
        ("where: abstract", "where: 2015", "bulge: the field 'where' must be text"),
        ("where: abstract", "where: ' '", "bulge: the field 'where' is empty; fill it in"),
        ("[65, 75]", "[71, 75]", "bulge[60]: the value lies outside its ci95; check both"),
        ("[65, 75]", "[60, 65]", "bulge[60]: the value lies outside its ci95; check both"),
        ("[65, 75]", "[75, 65]", "bulge[60]: the value lies outside its ci95; check both"),
        ("[65, 75]", "[65]", "bulge[60]: ci95 needs exactly a low and a high end"),
        ("[65, 75]", "[65, 70, 75]", "bulge[60]: ci95 needs exactly a low and a high end"),
        ("[65, 75]", "65 to 75", "bulge[60]: the field 'ci95' must be a list"),
        ("{value: 70,", "{", "bulge[60]: the field 'value' is missing; add it."),
        ("value: 20", "value: 20\n      events: 9\n      total: 5", "pain: events is larger than"),
        ("value: 20", "value: 20\n      events: -1", "pain: the field 'events' must be zero or"),
        ("value: 20", "value: 20\n      items: [a]", "pain: give exactly one of value, values or"),
        ("      value: 20\n", "", "pain: give exactly one of value, values or items."),
        ("      label: age", "      ci95: [1, 2]", "bulge: ci95 and events belong beside a single"),
        ("value: 20", "value: 20\n      label: age", "pain: label names what the labels of"),
        ("value: 20", "items: []", "pain: the field 'items' is empty; fill it in or remove it."),
        ("{50: 60,", "{'50': 60, 50: 61,", "bulge: the label '50' stands twice; keep one."),
        ("{50: 60,", "{no: 60,", "bulge: the label False must be a word or a whole number"),
        ("{50: 60,", "{'a b': 60,", "the label 'a b' must be letters, digits"),
        ("key: smith2020", "key: Smith 2020", "Smith 2020: the name 'Smith 2020' must be small"),
        ("    pain:", "    Pain score:", "the name 'Pain score' must be small letters"),
        ("    pain:", "    n:", "smith2020: a figure cannot be called 'n'"),
        ("  limits:\n    - Small.\n", "", "smith2020: the field 'limits' is missing; add it."),
        ("\n    - Small.", " []", "smith2020: the field 'limits' is empty; fill it in"),
        ("\n    - Small.", " Small.", "smith2020: the field 'limits' must be a list"),
        ("key: smith2020\n", "x: 1\n", "study without key"),
    ],
)
def test_each_mistake_is_told_in_a_sentence(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = [str(one) for one in findings(tmp_path, STUDY.replace(old, new, 1))]
    assert any(said in one for one in found), found
    assert all(one.startswith("book/evidence/topic.yml:") for one in found)


def test_a_message_names_the_line(tmp_path: Path) -> None:
    assert only(tmp_path, "value: 20", "value: maybe").startswith(
        "book/evidence/topic.yml:20:7 smith2020.pain: the field 'value' must be a number"
    )


def test_a_label_is_found_in_its_own_line(tmp_path: Path) -> None:
    text = STUDY.replace("{50: 60, 60:", "\n        50: x\n        60:").replace("75]}}", "75]}")
    (found,) = findings(tmp_path, text)
    assert (found.line, found.item) == (15, "smith2020.bulge[50]")


def test_a_recalled_figure_is_refused_under_its_own_rule(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, STUDY.replace("status: verified", "status: recalled", 1))
    assert (found.rule, found.item, found.line) == ("recalled", "smith2020.bulge", 12)
    assert "nobody has read it in a source, so leave it out" in found.message


def test_a_study_that_stands_twice_is_named_where_it_stands_again(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, STUDY + STUDY)
    assert (found.line, found.item) == (21, "smith2020")
    assert found.message == (
        "this study already stands at book/evidence/topic.yml:1; keep one entry."
    )


def test_a_study_that_stands_twice_and_a_broken_file_hide_no_other(tmp_path: Path) -> None:
    other = STUDY.replace("smith2020", "jones2021")
    folder = content(tmp_path, STUDY + STUDY + other)
    (folder / "evidence" / "broken.yml").write_text("- key: [\n", encoding="utf-8")
    evidence, found = read_evidence(folder)
    assert list(evidence.studies) == ["smith2020", "jones2021"]
    assert [one.path.rpartition("/")[2] for one in found] == ["broken.yml", "topic.yml"]


def test_a_cell_of_a_table_is_offered_no_field_of_its_figure(tmp_path: Path) -> None:
    said = only(tmp_path, "ci95: [65, 75]", "labl: age")
    assert "unknown field 'labl'. Remove or rename it." in said


def test_one_broken_study_does_not_hide_the_others(tmp_path: Path) -> None:
    broken = STUDY.replace("smith2020", "jones2021").replace("design: cohort", "design: 5")
    evidence, found = read_evidence(content(tmp_path, broken + STUDY))
    assert list(evidence.studies) == ["smith2020"]
    assert [one.item for one in found] == ["jones2021"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("key: smith2020\n", "book/evidence/topic.yml:1: the file must be a list of studies"),
        ("", "book/evidence/topic.yml:1: the file must be a list of studies"),
        ("- smith2020\n", "book/evidence/topic.yml:1:3: each study must be a mapping"),
        ("- key: [\n", "broken YAML"),
        ("- key: &a x\n- key: *a\n", "book/evidence/topic.yml:2:8: the alias '*a' is not allowed"),
        ("- !study {key: x}\n", "book/evidence/topic.yml:1:3: the tag '!study' is not allowed"),
        ("- key: x\n  key: y\n", "book/evidence/topic.yml:2:3: the key 'key' stands twice"),
    ],
)
def test_a_file_that_is_no_list_of_studies_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (found,) = findings(tmp_path, text)
    assert said in str(found)


def test_a_missing_bibliography_is_a_finding(tmp_path: Path) -> None:
    folder = content(tmp_path, STUDY)
    (folder / "references.bib").unlink()
    (found,) = read_evidence(folder)[1]
    assert (found.path, found.rule) == ("book/references.bib", "bibtex")


def test_load_raises_every_finding_at_once(tmp_path: Path) -> None:
    text = STUDY.replace("design: cohort", "design: 5").replace("value: 20", "value: x")
    with pytest.raises(ContentError) as raised:
        load_evidence(content(tmp_path, text))
    assert [one.item for one in raised.value.findings] == ["smith2020", "smith2020.pain"]
