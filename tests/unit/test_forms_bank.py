"""Forms are read with messages that name file, line, form and fix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from painlab.quiz import bank
from painlab.quiz.bank import UnknownItemError, load_form, read_bank, read_banks
from painlab.quiz.forms.models import FORM_KINDS, Form, check_occasion
from painlab.quiz.forms.texts import form_texts

FORMS = Path(__file__).parents[1] / "fixtures" / "banks" / "forms.yml"
GOOD = yaml.safe_load(FORMS.read_text())
BY_KIND = {form["kind"]: form for form in GOOD}


def messages(tmp_path: Path, *forms: object) -> str:
    """Return everything wrong with a course whose one bank holds `forms`, one finding a line."""
    folder = tmp_path / "quizzes"
    folder.mkdir()
    (folder / "bank.yml").write_text(yaml.safe_dump(list(forms), sort_keys=False))
    return "\n".join(map(str, read_banks(tmp_path)[1]))


def changed(kind: str, /, **fields: object) -> dict[str, object]:
    """Return the good form of `kind` with fields replaced; None takes a field out."""
    form = {**BY_KIND[kind], **fields}
    return {name: value for name, value in form.items() if value is not None}


def level(**fields: object) -> dict[str, object]:
    return {**BY_KIND["checklist"]["levels"][0], **fields}


def question(**fields: object) -> dict[str, object]:
    return {**BY_KIND["reflection"]["questions"][1], **fields}


def reply(text: str, **fields: object) -> dict[str, object]:
    return {"text": text, "say": "Yes.", **fields}


def plan_from(form: str, **fields: object) -> dict[str, object]:
    field = {"id": "ask", "label": "Ask", "from": {"form": form, **fields}}
    return changed("plan", fields=[field])


NOW, DAYS, VISIT = BY_KIND["checklist"]["levels"]
FIRST, SECOND = BY_KIND["reflection"]["questions"]


def test_every_kind_is_read() -> None:
    forms, findings = read_bank(FORMS)
    assert findings == []
    assert [form.kind for form in forms] == list(FORM_KINDS)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (changed("checklist", levels=[]), "'levels' has 0 entries; give at least 1."),
        (changed("checklist", store=True), "a safety checklist is never stored; add 'store: fal"),
        (changed("checklist", store=None), "a safety checklist is never stored; add 'store: fal"),
        (changed("checklist", gate="fixture-report-01"), "a checklist is a gate itself; remove"),
        (
            changed("checklist", levels=[NOW, {**DAYS, "id": "now"}]),
            "two levels have the id 'now'; rename one",
        ),
        (
            changed("checklist", levels=[NOW, {**DAYS, "statements": NOW["statements"][1:]}]),
            "two statements say 'Trouble passing water'; change or remove one",
        ),
        (
            changed("checklist", levels=[VISIT, NOW]),
            "'now' is more urgent than 'visit' above it; put the most urgent level first",
        ),
        (
            changed("checklist", levels=[level(statements=["One", " "])]),
            "level 1, statement 2: the text is empty",
        ),
        (
            changed("checklist", levels=[level(tone="red")]),
            "level 1: tone: input should be 'now', 'week' or 'routine'.",
        ),
        (
            changed("checklist", levels=[level(shows="x")]),
            "level 1: unknown field 'shows'. Did you mean 'show'?",
        ),
        (
            changed("checklist", levels=[level(show="{ev}`ces_sign.n`")]),
            "level 1: unknown evidence key 'ces_sign.n'. Did you mean",
        ),
        (changed("checklist", clear=None), "the field 'clear' is missing; add it."),
        (
            changed("checklist", evidence=["ces_sign"]),
            "unknown evidence key 'ces_sign'. Did you mean 'ces_signs'?",
        ),
        (changed("reflection", kind="reflexion"), "Did you mean 'reflection'?"),
        (changed("reflection", notes_title=None), 'name the list of notes with "notes_title: ..."'),
        (
            changed("reflection", questions=[question(options=[reply("a"), reply("b")])]),
            "no answer leaves a note; add one or remove the title",
        ),
        (
            changed("reflection", questions=[question(options=[reply("a"), reply("a ")])]),
            "question 1: two options say 'a'; change or remove one",
        ),
        (
            changed("reflection", questions=[FIRST, {**SECOND, "text": FIRST["text"]}]),
            "two questions ask 'Is there a word that stayed with you?'",
        ),
        (
            changed("reflection", questions=[question(options=[reply("a"), reply("b", sya="c")])]),
            "question 1, option 2: unknown field 'sya'. Did you mean 'say'?",
        ),
        (
            changed("reflection", questions=[question(options=[reply("a"), {"text": "b"}])]),
            "question 1, option 2: the field 'say' is missing",
        ),
        (changed("survey", scale=["Yes", "No"]), "'scale' has 2 entries; give at least 3."),
        (changed("survey", scale=["Yes", "No", "Yes"]), "two points are called 'Yes'; rename one"),
        (
            changed("survey", statements=[{"id": "a", "text": "One"}, {"id": "b", "text": "One "}]),
            "two statements say 'One'; change or remove one",
        ),
        (
            changed("survey", statements=[{"id": "a", "text": "{study}`brinjikj2015`"}]),
            "statement 1: unknown study 'brinjikj2015'. Did you mean 'brinjikji2015'?",
        ),
        (changed("survey", store=False), "a survey shows the first answers again; it must be"),
        (changed("survey", store="no"), "'store' must be true or false, not str"),
        (changed("plan", gate="fixture-plan-01"), "a form cannot be its own gate"),
        (
            changed("plan", gate="fixture-sings-01"),
            "no checklist 'fixture-sings-01'. Did you mean 'fixture-signs-01'? Name one, or",
        ),
        (changed("plan", gate="fixture-report-01"), "'fixture-report-01' is no checklist."),
        (plan_from("fixture-reports-01"), "Did you mean 'fixture-report-01'?"),
        (plan_from("fixture-signs-01"), "'fixture-signs-01' keeps no words to take"),
        (plan_from("fixture-plan-01"), "a plan cannot take words from itself"),
        (plan_from("fixture-beliefs-01"), "is a survey; add 'occasion: before' or"),
        (plan_from("fixture-report-01", occasion="after"), "is no survey; remove 'occasion'."),
        (plan_from("fixture-report-01", ocasion="x"), "Did you mean 'occasion'?"),
        (plan_from("fixture-report-01", parts=["tol"]), "has no part 'tol'. Did you mean 'told'?"),
        (
            changed("plan", fields=[{"id": "a", "label": "A", "form": "x"}]),
            "field 1: unknown field 'form'. Did you mean 'from'?",
        ),
        (changed("plan", title="x" * 81), "'title' has 81 characters; keep it within 80."),
        (changed("plan", objective="read-a-prevalence"), "unknown field 'objective'"),
        (changed("certificate", store=True), "a certificate keeps no name; add 'store: false'"),
        (changed("certificate", store=None), "a certificate keeps no name; add 'store: false'"),
        (changed("certificate", limits=None), "the field 'limits' is missing; add it."),
        (plan_from("fixture-certificate-01"), "'fixture-certificate-01' keeps no words to take"),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)
def test_each_mistake_is_named_with_its_fix(
    tmp_path: Path, form: dict[str, Any], said: str
) -> None:
    others = [good for good in GOOD if good["id"] != form["id"] and good["kind"] != "plan"]
    found = messages(tmp_path, *others, form)
    about = [line for line in found.splitlines() if f" {form['id']}: " in line]
    assert len(about) == 1, found
    assert said in about[0]
    assert about[0].startswith(f"{tmp_path.name}/quizzes/bank.yml:")


def test_a_gate_may_stand_in_another_bank(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    for name, forms in (("a", GOOD[:3]), ("b", GOOD[3:])):
        (tmp_path / "quizzes" / f"{name}.yml").write_text(yaml.safe_dump(forms))
    entries, findings = read_banks(tmp_path)
    assert findings == []
    assert list(entries) == [form["id"] for form in GOOD]


def test_a_gate_that_is_stored_is_refused(tmp_path: Path) -> None:
    gate = changed("checklist", levels=[VISIT], store=True)
    found = messages(tmp_path, gate, *GOOD[1:])
    assert "gate: 'fixture-signs-01' is stored, and a gate never is" in found
    assert len(found.splitlines()) == 1


def test_a_link_finding_names_the_line_of_the_field(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    text = FORMS.read_text().replace("gate: fixture-signs-01", "gate: fixture-sings-01")
    (tmp_path / "quizzes" / "a.yml").write_text(text)
    (finding,) = read_banks(tmp_path)[1]
    assert text.splitlines()[finding.line - 1].strip() == "gate: fixture-sings-01"


def test_items_and_forms_are_told_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    items = (FORMS.parent / "all_kinds.yml").read_text()
    (tmp_path / "quizzes" / "a.yml").write_text(f"{items}\n{FORMS.read_text()}")
    monkeypatch.setattr(bank, "content_dir", lambda: tmp_path)
    whole = bank.course_bank.__wrapped__()
    monkeypatch.setattr(bank, "course_bank", lambda: whole)
    forms = bank.course_forms.__wrapped__()
    assert list(forms) == [form["id"] for form in GOOD]
    assert list(bank.course_items.__wrapped__()) == [item["id"] for item in yaml.safe_load(items)]
    monkeypatch.setattr(bank, "course_forms", lambda: forms)
    assert load_form("fixture-plan-01").title == "My questions"
    with pytest.raises(UnknownItemError, match=r"no form 'fixture-plans-01'.*'fixture-plan-01'"):
        load_form("fixture-plans-01")


NO_TEXTS = {"id", "kind", "title", "evidence", "gate", "tone", "from", "label", "scale", "course"}


def learner_texts(data: Any) -> list[str]:
    """Return the strings of a form as a bank holds it, without names and plain titles."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        data = [value for key, value in data.items() if key not in {*NO_TEXTS, "notes_title"}]
    return [text for one in data for text in learner_texts(one)] if isinstance(data, list) else []


def test_every_text_of_a_form_is_listed() -> None:
    forms = [form for form in read_bank(FORMS)[0] if isinstance(form, Form)]
    for form, raw in zip(forms, GOOD, strict=True):
        assert sorted(text for _, text in form_texts(form)) == sorted(learner_texts(raw))


def test_occasions_belong_to_surveys() -> None:
    forms = {form.kind: form for form in read_bank(FORMS)[0] if isinstance(form, Form)}
    check_occasion(forms["survey"], "before")
    check_occasion(forms["plan"], "")
    with pytest.raises(ValueError, match="needs the occasion 'before' or 'after'"):
        check_occasion(forms["survey"], "")
    with pytest.raises(ValueError, match="only a survey has an occasion"):
        check_occasion(forms["plan"], "after")
