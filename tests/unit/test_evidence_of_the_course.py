"""The course's own evidence: complete, traceable, in plain words, and true to its own counts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from painlab.content import content_dir
from painlab.evidence import Evidence
from painlab.evidence.load import read_evidence
from painlab.evidence.schema import Cell, FigureEntry

_NOT_FOR_READERS = re.compile(
    r"\b(seed|dossier|recalled|saw|from memory|check done here|core)\b", re.I
)
# Pooled or modelled shares need not equal the plain counts beside them.
_POOLED = {"wang2020.regression"}


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    found, problems = read_evidence(content_dir())
    assert not problems, "\n".join(map(str, problems))
    return found


def files() -> list[Path]:
    return sorted((content_dir() / "evidence").glob("*.yml"))


def cells(evidence: Evidence) -> Iterator[tuple[str, FigureEntry, Cell]]:
    for study in evidence.studies.values():
        for name, entry in study.figures.items():
            for label in entry.values or (None,):
                if entry.items is None:
                    yield f"{study.key}.{name}[{label}]", entry, entry.cell(label)


def test_every_topic_is_there(evidence: Evidence) -> None:
    topics = {"fear", "imaging", "learning", "measures", "pain_science", "prt", "safety", "surgery"}
    assert {path.stem for path in files()} >= topics
    assert len(evidence.studies) >= 249


def test_every_study_has_a_reference_with_an_address_and_the_reverse(evidence: Evidence) -> None:
    assert evidence.studies.keys() == evidence.references.keys()
    assert [key for key, one in evidence.references.items() if not one.link] == []


def test_the_bibliography_is_in_alphabetical_order(evidence: Evidence) -> None:
    assert list(evidence.references) == sorted(evidence.references)


def test_no_two_studies_share_a_short_citation(evidence: Evidence) -> None:
    shorts = [one.short for one in evidence.references.values()]
    assert len(set(shorts)) == len(shorts)


def test_addresses_lead_to_publishers_and_public_bodies(evidence: Evidence) -> None:
    allowed = re.compile(
        r"https://(doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov"
        r"|www\.ncbi\.nlm\.nih\.gov|journals\.lww\.com|ajnrdigest\.org|www\.csp\.org\.uk"
        r"|gettingitrightfirsttime\.co\.uk|www\.nice\.org\.uk|www\.nhs\.uk|pifonline\.org\.uk"
        r"|norfolkandwaveneycommunityhealth\.nhs\.uk|www\.jpain\.org"
        r"|clinicaltrials\.gov|www\.healthmeasures\.net|www\.ahrq\.gov|thismighthurtfilm\.com"
        r"|experiencelife\.com|aans2025\.eventscribe\.net|isass\.org|uu\.diva-portal\.org|lownhospitalsindex\.org)/"
    )
    strange = [one.link for one in evidence.references.values() if not allowed.match(one.link)]
    assert strange == []


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_texts_are_written_for_readers(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        assert not _NOT_FOR_READERS.search(line), f"{path.name}:{number}: {line}"
        assert "http" not in line, f"{path.name}:{number}: addresses stand in references.bib"


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_each_file_says_how_to_add_a_study(path: Path) -> None:
    head = path.read_text(encoding="utf-8").split("\n- key:")[0]
    assert all(line.startswith("#") or not line for line in head.splitlines())
    assert all(words in head for words in ("To add a study", "verified ", "secondary "))


def test_a_percent_fits_the_counts_beside_it(evidence: Evidence) -> None:
    checked = 0
    for key, entry, cell in cells(evidence):
        total = cell.total if cell.total is not None else entry.total
        unit = cell.unit or entry.unit
        if unit == "percent" and cell.events is not None and total:
            checked += 1
            if key.removesuffix("[None]") not in _POOLED:
                assert cell.value == pytest.approx(100 * cell.events / total, abs=0.51), key
    assert checked >= 8


def test_shares_lie_between_none_and_all(evidence: Evidence) -> None:
    changes = {"jarvik2020.spine_care_one_year[None]", "gbd2021lbp.rates_fell[None]"}
    for key, entry, cell in cells(evidence):
        unit = cell.unit or entry.unit
        if unit == "percent" and key not in changes:
            assert 0 <= cell.value <= 100, key
        if unit == "proportion":
            assert 0 <= cell.value <= 1, key
        if unit == "yes or no":
            assert cell.value in (0, 1), key
            assert "1 means" in entry.what, key


def test_fitted_cells_say_where_they_were_read(evidence: Evidence) -> None:
    """Cells of the review's abstract are verified; those read in copies of its table are not."""
    study = evidence.studies["brinjikji2015"]
    in_abstract = {"disk_degeneration", "disk_bulge", "disk_protrusion", "annular_fissure"}
    for name, entry in study.figures.items():
        if entry.label == "age" and not name.startswith("people_behind"):
            verified = {label for label in entry.values or () if entry.cell(label).status}
            assert verified == ({"20", "80"} if name in in_abstract else set()), name
            assert entry.status == "secondary"


def test_known_weak_spots_are_told(evidence: Evidence) -> None:
    def limits(key: str) -> str:
        return " ".join(evidence.studies[key].limits)

    assert "correction" in limits("downie2013")
    assert "over 50" in limits("davies2018")
    assert "both legs" in limits("girft2023")
    assert "leaking" in limits("girft2023").lower()
    assert "no people at all" in limits("brinjikji2015")
    assert "One patient" in limits("herzog2017")
    assert "paid for it" in limits("herzog2017")
    assert "correction" in limits("fairbank2005")
    assert "direction cannot be told" in limits("brox2010")
    assert "odi_difference_as_drawn_4y" not in evidence.studies["brox2010"].figures
    assert "clocks differ" in limits("nguyen2011")
    assert evidence.studies["bydon2014"].n is None


def test_differences_after_operations_say_which_side_they_favour(evidence: Evidence) -> None:
    """Papers disagree on the sign, so a bare difference would be read the wrong way round."""
    checked = 0
    for key, study in evidence.studies.items():
        if evidence.places[key][0].endswith("surgery.yml"):
            for name, entry in study.figures.items():
                if re.search("difference|smd", name) and entry.unit != "yes or no":
                    checked += 1
                    assert name == "difference_looked_for" or "favours" in entry.what, (key, name)
    assert checked >= 40
