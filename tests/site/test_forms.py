"""Each form alone on a page, in a real browser: by mouse, by taps and by keyboard alone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from banks import forms_of
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from standalone import DARK, write_page

from painlab.frontend import built, toolchain
from painlab.quiz.forms.models import Form
from painlab.quiz.forms.render import form_html
from painlab.quiz.forms.state import form_state

pytestmark = pytest.mark.site

BANK = Path(__file__).parents[1] / "fixtures" / "banks" / "forms.yml"
FORMS = forms_of(BANK)
CHECKLIST, REFLECTION, SURVEY, PLAN, CERTIFICATE = FORMS.values()
OPEN_PLAN = PLAN.model_copy(update={"gate": None})
HOLDS = {
    "lessons": ["book/one", "book/two", "book/three"],
    "items": ["a", "b", "c"],
    "objectives": [[0, 1], [2]],
}
SECRET = REFLECTION.model_copy(update={"store": False})
BODIES = {
    "checklist": form_html(CHECKLIST),
    "reflection": form_html(REFLECTION),
    "survey": form_html(SURVEY, "before") + form_html(SURVEY, "after"),
    "after": form_html(SURVEY, "after"),
    "plan": form_html(OPEN_PLAN, known=FORMS),
    "gated": form_html(PLAN, known=FORMS),
    "secret": form_html(SECRET),
    "certificate": form_html(CERTIFICATE, holds=HOLDS),
}
KINDS = ("checklist", "reflection", "survey", "plan", "certificate")
BODIES["all"] = "".join(BODIES[name] for name in KINDS)
HOSTILE = '</textarea><img src=x onerror="window.hacked=1"> <b>bold</b>\n  two  spaces'
KEY = "painlab.progress"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every page these tests open."""
    folder = tmp_path_factory.mktemp("forms")
    for name, body in BODIES.items():
        around = f"<p>Before it.</p>{body}<p>After it.</p>"
        write_page(folder, around, f"{name}.html", module="form")
    much = f'<div class="much"></div>{BODIES["certificate"]}'
    write_page(folder, much, "certificate-below-much.html", ".much { height: 40cm; }", "form")
    write_page(folder, BODIES["all"], "all-dark.html", DARK, module="form")
    for name, form in (("lab", REFLECTION), ("lab-secret", SECRET), ("lab-sheet", CERTIFICATE)):
        write_notebook_page(folder, name, form)
    return folder


def write_notebook_page(folder: Path, name: str, form: Form) -> None:
    """Write a page that shows the form as JupyterLab does: the ES module with a widget's model."""
    shutil.copy(built("form.js"), folder / "form.js")
    shutil.copytree(toolchain.FRONTEND / "src" / "shared", folder / "shared", dirs_exist_ok=True)
    state = {**form_state(form, "", None, FORMS), "forms": {}, "response": {}, "completed": False}
    (folder / f"{name}.js").write_text(
        'import { createModel } from "./shared/host.js";\nimport widget from "./form.js";\n'
        f"window.model = createModel({json.dumps(state)});\n"
        'const el = document.querySelector(".pl-mount");\n'
        "window.leave = widget.render({ model: window.model, el });\n"
    )
    path = write_page(folder, '<div class="pl-mount"></div>', f"{name}.html", module="form")
    text = path.read_text().replace('defer src="form.book.js"', f'type="module" src="{name}.js"')
    path.write_text(text)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a small phone without any stored data."""
    size = {"width": 320, "height": 640}
    made = browser.new_context(has_touch=True, viewport=size)  # type: ignore[arg-type]
    made.set_default_timeout(5000)
    made.add_init_script("window.print = () => (window.printed = (window.printed ?? 0) + 1);")
    yield made
    made.close()


def live(page: Page, index: int = 0) -> Locator:
    return page.locator(".pl-mount").nth(index)


def button(within: Locator, name: str) -> Locator:
    return within.get_by_role("button", name=name, exact=True)


def stored(page: Page) -> Any:
    raw = page.evaluate(f"localStorage.getItem('{KEY}')")
    return json.loads(raw)["forms"] if raw else {}


def said(page: Page) -> list[str]:
    messages = live(page).get_by_role("alert").locator("div")
    return [text.strip() for text in messages.all_inner_texts()]


# ------------------------------------------------------------------ every form, three ways


@pytest.mark.parametrize(("act", "scheme"), [("click", "http"), ("tap", "file")])
def test_every_form_by_mouse_and_by_taps(
    page: Page, roots: dict[str, str], act: str, scheme: str
) -> None:
    def use(target: Locator) -> None:
        target.click() if act == "click" else target.tap()

    page.goto(f"{roots[scheme]}/checklist.html")
    use(live(page).get_by_text("Trouble passing water"))
    expect(live(page).get_by_role("alert")).to_contain_text("Go to an emergency department now.")

    page.goto(f"{roots[scheme]}/reflection.html")
    use(live(page).get_by_text("Yes, and it worries me."))
    expect(live(page).get_by_role("status").first).to_have_text("Ask what the word means.")
    use(live(page).get_by_text("Not yet."))
    expect(live(page).get_by_role("listitem")).to_have_text(
        ["What does the word in my report mean?", "Please explain my report."]
    )

    page.goto(f"{roots[scheme]}/survey.html")
    for index, word in ((0, "Agree"), (1, "Not sure")):
        use(live(page, index).get_by_text(word, exact=True).first)
        use(button(live(page, index), "Done"))
    expect(live(page, 1)).to_contain_text("before: Agree; now: Not sure")

    page.goto(f"{roots[scheme]}/plan.html")
    use(live(page).get_by_label("What is new"))
    page.keyboard.type("Less pain.")
    use(button(live(page), "Make my page"))
    expect(live(page).get_by_role("heading", level=3)).to_have_text(["What is new"])
    assert "Less" not in page.url

    page.goto(f"{roots[scheme]}/certificate.html")
    use(button(live(page), "Make my certificate"))
    expect(sheet(page).get_by_role("heading")).to_have_text("A course on backs")


def test_every_form_by_keyboard_alone(page: Page, roots: dict[str, str]) -> None:
    keys = page.keyboard

    page.goto(f"{roots['file']}/checklist.html")
    keys.press("Tab")
    keys.press("Space")
    expect(live(page).get_by_role("alert")).to_contain_text("Go to an emergency")
    expect(live(page).get_by_role("checkbox").first).to_be_focused()

    page.goto(f"{roots['file']}/reflection.html")
    for key in ("Tab", "Space", "Tab", "ArrowDown"):
        keys.press(key)
    expect(live(page).get_by_role("status").nth(1)).to_contain_text("have one. Ask.")

    page.goto(f"{roots['file']}/survey.html")
    for key in ("Tab", "Space", "Tab", "Tab", "Enter"):
        keys.press(key)
    expect(live(page).get_by_role("status").first).to_contain_text("Thank you.")

    page.goto(f"{roots['file']}/plan.html")
    keys.press("Tab")
    keys.type("By keys")
    for _ in range(6):
        if page.evaluate("document.activeElement.textContent") == "Make my page":
            break
        keys.press("Tab")
    keys.press("Enter")
    expect(live(page).get_by_text("By keys").last).to_be_visible()
    expect(button(live(page), "Make my page")).to_be_focused()

    page.goto(f"{roots['file']}/certificate.html")
    keys.press("Tab")
    keys.type("Kim")
    keys.press("Enter")
    expect(sheet(page)).to_contain_text("Kim")
    expect(live(page).get_by_label("Your name")).to_be_focused()


@pytest.mark.parametrize("name", KINDS)
def test_without_javascript_everything_can_be_read(
    browser: Browser, roots: dict[str, str], name: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{roots['file']}/{name}.html")
    words = {
        "checklist": "Go to an emergency department now.",
        "reflection": "What we would say to each answer",
        "survey": "not a validated scale",
        "plan": "What I want to ask",
        "certificate": "This sheet is no proof",
    }
    expect(page.get_by_text(words[name]).first).to_be_visible()
    assert page.locator("fieldset, table, textarea, .pl-certificate .pl-line").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


# ------------------------------------------------------------------ checklist and gate


def test_messages_come_in_order_of_urgency_and_go_with_the_tick(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/checklist.html")
    form = live(page)
    form.get_by_label("A fever").check()
    form.get_by_label("Trouble passing water").check()
    form.get_by_label("It worries you").check()
    assert [text[:6] for text in said(page)] == ["Go to ", "Ask to"]
    expect(form.get_by_role("status")).to_have_text("Book an ordinary visit.")
    form.get_by_label("Trouble passing water").uncheck()
    assert [text[:6] for text in said(page)] == ["Ask to"]


def test_an_urgent_message_is_seen_wherever_the_tick_stands(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/checklist.html")
    page.set_viewport_size({"width": 320, "height": 300})
    live(page).get_by_label("It worries you").scroll_into_view_if_needed()
    expect(live(page).get_by_text("First of all")).not_to_be_in_viewport()
    live(page).get_by_label("Weight loss").tap()
    expect(live(page).get_by_role("alert")).to_be_in_viewport(ratio=1)


def test_none_of_these_excludes_every_sign(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/checklist.html")
    form = live(page)
    expect(form.get_by_role("status")).to_be_empty()
    form.get_by_label("A fever").check()
    form.get_by_label("None of these").check()
    expect(form.get_by_label("A fever")).not_to_be_checked()
    expect(form.get_by_role("alert")).to_be_empty()
    expect(form.get_by_role("status")).to_contain_text("Nothing to tick is no proof.")
    form.get_by_label("A fever").check()
    expect(form.get_by_label("None of these")).not_to_be_checked()
    expect(form.get_by_role("status")).to_be_empty()


def test_a_gate_opens_when_clear_and_shuts_again(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/gated.html")
    form = live(page)
    field = form.get_by_label("What is new")
    expect(field).to_be_hidden()
    expect(form).to_contain_text("Start with the checklist above.")
    form.get_by_label("It worries you").check()
    expect(field).to_be_visible()
    field.fill("Kept while shut")
    form.get_by_label("A fever").check()
    expect(field).to_be_hidden()
    expect(form).to_contain_text("stays closed for now, because of what you ticked")
    form.get_by_label("None of these").check()
    expect(field).to_have_value("Kept while shut")
    assert list(stored(page)) == ["fixture-plan-01"]
    page.reload()
    expect(field).to_be_hidden()


@pytest.mark.parametrize("name", ["checklist", "secret"])
def test_a_form_that_is_not_stored_leaves_no_trace(
    page: Page, roots: dict[str, str], name: str
) -> None:
    page.add_init_script(
        "const get = Storage.prototype.getItem; window.reads = 0;"
        "Storage.prototype.getItem = function (k) { window.reads += 1; return get.call(this, k); };"
    )
    page.goto(f"{roots['http']}/{name}.html")
    for box in live(page).locator("input").all():
        box.check()
    expect(live(page)).to_contain_text("Nothing you")
    assert button(live(page), "Erase this form").count() == 0
    assert page.evaluate("[localStorage.length, window.reads]") == [0, 0]
    page.reload()
    assert live(page).locator("input:checked").count() == 0


# ------------------------------------------------------------------ what is kept


def test_a_survey_compares_across_a_reload(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/survey.html")
    first = live(page, 0)
    button(first, "Done").click()
    expect(first).to_contain_text("Choose an answer for at least one statement first.")
    expect(first.get_by_role("radio").first).to_be_focused()
    first.get_by_label("Agree", exact=True).first.check()
    first.get_by_label("Disagree").nth(1).check()
    button(first, "Done").click()
    page.goto(f"{roots['http']}/after.html")
    second = live(page)
    second.get_by_label("Not sure").first.check()
    second.get_by_label("Disagree").nth(1).check()
    expect(second).not_to_contain_text("before:")
    button(second, "Done").click()
    outcome = second.get_by_role("status").first
    expect(outcome).to_contain_text("before: Agree; now: Not sure")
    expect(outcome).to_contain_text("the same both times: Disagree")
    expect(outcome).to_contain_text("people without pain have one")
    page.reload()
    expect(outcome).to_contain_text("before: Agree; now: Not sure")
    assert not any(word in outcome.inner_text().lower() for word in ("score", "points", "total"))


def test_a_survey_without_a_first_time_says_so(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/after.html")
    live(page).get_by_label("Disagree").first.check()
    button(live(page), "Done").click()
    expect(live(page)).to_contain_text("nothing to compare. That is fine.")
    expect(live(page)).to_contain_text("now: Disagree")


def test_answers_return_after_a_reload_until_erased(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/reflection.html")
    form = live(page)
    form.get_by_label("Yes, someone has.").check()
    page.reload()
    expect(form.get_by_label("Yes, someone has.")).to_be_checked()
    expect(form).to_contain_text("Good.")
    button(form, "Erase this form").click()
    expect(form.get_by_label("Yes, someone has.")).to_be_checked()
    button(form, "Tap again to erase what you filled in here").click()
    expect(form.get_by_label("Yes, someone has.")).not_to_be_checked()
    expect(form).not_to_contain_text("Good.")
    assert stored(page) == {}


def test_an_answer_can_be_changed_and_its_note_goes(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/reflection.html")
    form = live(page)
    form.get_by_label("Yes, and it worries me.").check()
    expect(form.get_by_role("listitem")).to_have_count(1)
    form.get_by_label("No.", exact=True).check()
    expect(form.get_by_role("status").first).to_have_text("Then leave it.")
    expect(form.get_by_role("listitem")).to_have_count(0)
    form.get_by_label("Yes, someone has.").check()
    expect(form).to_contain_text("This form does not say what you have.")


def test_typed_words_are_kept_as_typed_and_stay_text(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/plan.html")
    form = live(page)
    form.get_by_label("What is new").fill(HOSTILE)
    page.wait_for_timeout(600)
    assert "fixture-plan-01" in stored(page)
    page.reload()
    expect(form.get_by_label("What is new")).to_have_value(HOSTILE)
    button(form, "Make my page").click()
    paper = form.locator(".pl-paper")
    assert paper.locator(".pl-typed").evaluate("node => node.textContent") == HOSTILE
    assert paper.locator(".pl-typed").evaluate("n => getComputedStyle(n).whiteSpace") == "pre-wrap"
    assert paper.locator("img, b").count() == 0
    assert page.evaluate("window.hacked") is None
    assert "bold" not in page.url


def test_words_are_saved_when_the_page_is_left_at_once(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/plan.html")
    live(page).get_by_label("What is new").press_sequentially("Last words")
    page.goto(f"{roots['http']}/after.html")
    kept = stored(page)["fixture-plan-01"][""]["response"]["fields"]
    assert kept["new"] == "Last words"


def test_another_tab_sees_the_words_and_does_not_lose_its_own(
    context: BrowserContext, page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['http']}/plan.html")
    other = context.new_page()
    other.goto(f"{roots['http']}/plan.html")
    live(page).get_by_label("What is new").fill("One")
    live(page).get_by_label("What is new").blur()
    expect(live(other).get_by_label("What is new")).to_have_value("One")
    live(other).get_by_label("What I want to ask").fill("Two")
    live(other).get_by_label("What I want to ask").blur()
    expect(live(page).get_by_label("What I want to ask")).to_have_value("Two")
    fields = stored(page)["fixture-plan-01"][""]["response"]["fields"]
    assert (fields["new"], fields["ask"]) == ("One", "Two")


def test_a_plan_brings_in_what_was_noted_before(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/plan.html")
    assert live(page).get_by_role("button", name="Bring in").count() == 0
    page.goto(f"{roots['http']}/reflection.html")
    live(page).get_by_label("Not yet.").check()
    page.goto(f"{roots['http']}/plan.html")
    ask = live(page).get_by_label("What I want to ask")
    ask.fill("My own.")
    live(page).get_by_role("button", name="Bring in").click()
    expect(ask).to_have_value("My own.\nPlease explain my report.")
    expect(ask).to_be_focused()
    assert live(page).get_by_role("button", name="Bring in").count() == 0


def test_a_field_holds_4000_characters_and_says_when_it_is_nearly_full(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/plan.html")
    field = live(page).get_by_label("What is new")
    field.fill("x" * 3998)
    expect(live(page)).to_contain_text("2 characters left in this field.")
    field.press_sequentially("yyyy")
    assert len(field.input_value()) == 4000


def test_blocked_storage_is_said_and_the_form_works(page: Page, roots: dict[str, str]) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
    )
    page.goto(f"{roots['file']}/reflection.html")
    live(page).get_by_label("Yes, someone has.").check()
    expect(live(page)).to_contain_text("Good.")
    expect(live(page)).to_contain_text("does not let the page save")


# ------------------------------------------------------------------ a certificate


def sheet(page: Page) -> Locator:
    return live(page).locator(".pl-certificate")


def tried(*, right: bool) -> dict[str, Any]:
    return {"response": 0, "correct": right, "first": right, "tries": 1, "log": []}


DONE = {
    "version": 2,
    "answers": {"a": tried(right=True), "b": tried(right=True), "gone": tried(right=True)},
    "forms": {},
    "pages": {
        "book/one": {"title": "One", "at": 1, "read": 2},
        "book/two": {"title": "Two", "at": 3},
    },
}


def test_a_certificate_counts_what_was_done_of_the_whole_course(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['http']}/certificate.html")
    page.evaluate(f"localStorage.setItem('{KEY}', {json.dumps(json.dumps(DONE))})")
    page.reload()
    button(live(page), "Make my certificate").click()
    counts = [
        "Lessons read 1 of 3",
        "Questions answered 2 of 3",
        "Learning goals that are firm 1 of 2",
    ]
    found = [" ".join(row.split()) for row in sheet(page).get_by_role("listitem").all_inner_texts()]
    assert found == counts
    expect(sheet(page)).to_contain_text("This sheet is no proof of what you know.")
    expect(sheet(page)).to_contain_text("A goal is firm when")
    # Nothing was typed: there is a line to write the name on.
    expect(sheet(page).locator(".pl-named")).to_have_text("Name")


def test_a_certificate_blocks_nobody_and_follows_another_tab(
    context: BrowserContext, page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['http']}/certificate.html")
    button(live(page), "Make my certificate").click()
    expect(sheet(page)).to_contain_text("0 of 3")
    other = context.new_page()
    other.goto(f"{roots['http']}/certificate.html")
    other.evaluate(f"localStorage.setItem('{KEY}', {json.dumps(json.dumps(DONE))})")
    expect(sheet(page)).to_contain_text("1 of 3")


def test_the_name_is_kept_nowhere_and_sent_nowhere(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/certificate.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    name = live(page).get_by_label("Your name")
    name.fill(HOSTILE[:80])
    name.press("Enter")
    expect(sheet(page).locator(".pl-named")).to_have_text(HOSTILE[:80])
    assert sheet(page).locator("img, b").count() == 0
    assert page.evaluate("window.hacked") is None
    kept = page.evaluate(
        "[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, "
        "location.href, JSON.stringify(history.state), window.name]"
    )
    assert not any("textarea" in text for text in kept if text)
    assert asked == []
    # A page left and come back to may be the very same page, held by the browser.
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(name).to_have_value("")
    expect(sheet(page)).to_be_hidden()
    assert "textarea" not in sheet(page).inner_html()
    expect(live(page)).to_contain_text("Nothing you enter here is kept.")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_certificate_is_printed_on_one_page(
    page: Page, roots: dict[str, str], paper: str
) -> None:
    page.goto(f"{roots['http']}/certificate-below-much.html")
    assert pages_of(page.pdf(format=paper)) > 1
    live(page).get_by_label("Your name").fill("Maximiliane " * 6)
    button(live(page), "Make my certificate").click()
    button(live(page), "Print this certificate only").click()
    assert pages_of(page.pdf(format=paper)) == 1


def pages_of(pdf: bytes) -> int:
    """Count the pages of a PDF as Chromium writes it."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


# ------------------------------------------------------------------ on paper


@pytest.mark.parametrize("name", ["plan", "reflection", "certificate"])
def test_only_the_page_or_list_is_printed(page: Page, roots: dict[str, str], name: str) -> None:
    page.goto(f"{roots['file']}/{name}.html")
    form = live(page)
    if name == "plan":
        form.get_by_label("What is new").fill("One\n  two")
        button(form, "Make my page").click()
        expect(form.get_by_role("heading", level=3)).to_have_count(1)
    elif name == "certificate":
        button(form, "Make my certificate").click()
    else:
        form.get_by_label("Not yet.").check()
    form.get_by_role("button", name="Print this").click()
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    expect(form.locator(".pl-paper")).to_be_visible()
    for around in ("Before it.", "After it.", "Write what fits.", "What you did,", "A quiz"):
        assert page.get_by_text(around).locator("visible=true").count() == 0
    expect(form.locator("textarea, input, button").locator("visible=true")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".pl-printing, .pl-print-path, .pl-print-this").count() == 0
    expect(page.get_by_text("After it.")).to_be_visible()


def test_a_list_is_copied_or_left_selected(page: Page, roots: dict[str, str]) -> None:
    page.add_init_script(
        "window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: "
        "{ writeText: async (t) => { if (window.forbid) throw new Error(); copied.push(t); } } });"
    )
    page.goto(f"{roots['file']}/reflection.html")
    live(page).get_by_label("Not yet.").check()
    button(live(page), "Copy the list").click()
    expect(live(page)).to_contain_text("Copied.")
    assert page.evaluate("copied") == ["Things to tell your clinician\n- Please explain my report."]
    page.evaluate("window.forbid = true")
    button(live(page), "Copy the list").click()
    expect(live(page)).to_contain_text("The list is selected.")
    assert "Please explain my report." in page.evaluate("getSelection().toString()")


# ------------------------------------------------------------------ for everyone


@pytest.mark.parametrize("name", ["all", "all-dark"])
def test_every_form_is_accessible_empty_and_filled_in(
    page: Page, roots: dict[str, str], name: str
) -> None:
    page.goto(f"{roots['file']}/{name}.html")
    assert faults(page) == []
    for box in page.locator(".pl-mount input:not([type=text]):visible").all():
        box.check()
    for box in page.locator(".pl-mount textarea").all():
        box.fill("words")
    for words in ("Done", "Make my page", "Make my certificate"):
        for one in page.get_by_role("button", name=words).all():
            one.click()
    assert page.locator(".pl-mount :is(.pl-say, .pl-paper):visible").count() > 5
    assert faults(page) == []


def faults(page: Page) -> list[Any]:
    """Return what axe finds, what is too small to tap, and whether the page is too wide."""
    toolchain.install()
    found: list[Any] = page.evaluate(f"""async () => {{
        {toolchain.AXE.read_text()};
        const {{ violations }} = await axe.run(document, {{ preload: false }});
        const targets = ".pl-mount :is(label, button, textarea, a)";
        const small = [...document.querySelectorAll(targets)].filter((node) =>
          node.offsetParent && !node.closest("p, dd") && !node.matches(".pl-field > label") &&
          node.getBoundingClientRect().height < 24);
        const wide = document.documentElement.scrollWidth > innerWidth ? ["too wide"] : [];
        return [...violations.map((v) => v.id + v.nodes[0].html), ...small.map((n) => n.outerHTML),
          ...wide];
    }}""")
    return found


# ------------------------------------------------------------------ in a notebook


def test_a_notebook_reads_the_response_of_a_stored_form(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/lab.html")
    live(page).get_by_label("Not yet.").check()
    assert page.evaluate("model.get('response')") == {"answers": {"told": 1}}
    assert page.evaluate("model.get('completed')") is False
    live(page).get_by_label("No.", exact=True).check()
    assert page.evaluate("model.get('completed')") is True
    assert page.evaluate("localStorage.length") == 0


def test_a_certificate_in_a_notebook_says_what_it_cannot_know(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['http']}/lab-sheet.html")
    live(page).get_by_label("Your name").fill("Kim")
    button(live(page), "Make my certificate").click()
    expect(sheet(page)).to_contain_text("A notebook does not see it")
    assert sheet(page).get_by_role("listitem").count() == 0
    assert page.evaluate("[model.get('response'), model.get('completed')]") == [{}, True]


def test_a_notebook_never_hears_what_is_not_stored(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/lab-secret.html")
    live(page).get_by_label("Not yet.").check()
    live(page).get_by_label("No.", exact=True).check()
    expect(live(page)).to_contain_text("Then leave it.")
    assert page.evaluate("[model.get('response'), model.get('forms')]") == [{}, {}]
    assert page.evaluate("model.get('completed')") is True
