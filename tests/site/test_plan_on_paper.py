"""The plan and the sheet for a clinician fit one sheet of paper; outside links are marked."""

from __future__ import annotations

import re

import pytest
from built_book import when_laid_out
from playwright.sync_api import Locator, Page, expect

from painlab.book.links import ADDRESS_WORDS
from painlab.links import course_links
from painlab.quiz.bank import load_form
from painlab.quiz.forms.models import Plan

pytestmark = pytest.mark.site

PAPERS = ("A4", "Letter")
_LINE = "Words of an ordinary length, as a reader may write them on a quiet evening with some time."
# The lesson says that one sheet holds about 250 words.
_LINES = 2


def sheets(page: Page, paper: str) -> int:
    """Return how many sheets the page takes, with the margins that browsers begin with."""
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
    raw = page.pdf(format=paper, margin=margin)  # type: ignore[arg-type]
    return len(re.findall(rb"/Type\s*/Page\b", raw))


def live(page: Page) -> Locator:
    """Return the plan as it answers, apart from its text for pages without JavaScript."""
    return page.locator(".pl-mount").filter(has_text="My plan")


def straight(text: str) -> str:
    """Return `text` with the quotation marks that the files hold."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))  # noqa: RUF001


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sheet_for_a_clinician_is_one_page(page: Page, address: str, paper: str) -> None:
    page.goto(f"{address}/book/plan/for-your-clinician.html")
    assert sheets(page, paper) == 1
    page.emulate_media(media="print")
    for words in ("What the course says", "Questions to answer together", "Notes"):
        expect(page.get_by_role("heading", name=words)).to_be_visible()
    expect(page.get_by_text("No clinician has reviewed this course.").first).to_be_visible()


@pytest.fixture
def plan(page: Page, address: str) -> Page:
    """Return the lesson with the safety check answered and every line of the plan filled."""
    form = load_form("plan-page-01")
    assert isinstance(form, Plan)
    page.add_init_script("window.print = () => {};")
    page.goto(f"{address}/book/plan/your-plan.html")
    live(page).get_by_label("None of these").check()
    for field in form.fields:
        live(page).get_by_label(field.label).fill("\n".join([_LINE] * _LINES))
    return page


@pytest.mark.parametrize("paper", PAPERS)
def test_a_filled_plan_is_one_page(plan: Page, paper: str) -> None:
    live(plan).get_by_role("button", name="Make my page").click()
    typed = plan.locator(".pl-typed").all_inner_texts()
    assert len(" ".join(typed).split()) >= 220
    plan.get_by_role("button", name="Print this page only").click()
    assert sheets(plan, paper) == 1


def test_the_plan_opens_only_after_the_safety_check(page: Page, address: str) -> None:
    page.goto(f"{address}/book/plan/your-plan.html")
    expect(live(page).get_by_label("What matters to me")).to_be_hidden()
    live(page).get_by_label("you walk unsteadily, or fall more often").check()
    expect(live(page).get_by_text("This part stays closed for now")).to_be_visible()
    expect(live(page).get_by_label("What matters to me")).to_be_hidden()


def test_words_of_an_earlier_plan_are_brought_in_part_by_part(plan: Page) -> None:
    fields = {"goal": "My garden.", "step": "Three weeds.", "when": "Saturday.", "guess": "Sore."}
    plan.evaluate(
        """(fields) => {
          const kept = JSON.parse(localStorage.getItem("painlab.progress"));
          kept.forms["fear-plan-01"] = { "": { response: { fields }, at: 1 } };
          localStorage.setItem("painlab.progress", JSON.stringify(kept));
        }""",
        fields,
    )
    plan.reload()
    live(plan).get_by_label("None of these").check()
    step = live(plan).get_by_label("My one small step, with when and where")
    step.fill("")
    live(plan).get_by_role("button", name="Bring in").last.click()
    expect(step).to_have_value("Three weeds.\nSaturday.")


def test_what_leads_outside_says_so_and_hands_nothing_on(page: Page, address: str) -> None:
    page.goto(f"{address}/book/plan/tools.html")
    when_laid_out(page)
    rows = page.locator("table.pl-links tbody tr").all()
    titles = [straight(row.locator("strong").first.inner_text()) for row in rows]
    links = course_links().links
    assert sorted(title.split("\n")[0] for title in titles) == sorted(link.title for link in links)
    for link in links:
        row = next(row for row, title in zip(rows, titles, strict=True) if link.title in title)
        if not link.link:
            expect(row).to_contain_text("Address not found. Search for:")
            expect(row.locator("a[target]")).to_have_count(0)
            continue
        outside = row.locator("a[target=_blank]")
        expect(outside).to_have_attribute("href", link.link)
        expect(outside).to_have_attribute("rel", "noopener noreferrer")
        expect(outside).to_contain_text("(opens in a new tab)")
        expect(row).to_contain_text(ADDRESS_WORDS[link.address])
    expect(page.locator("iframe, embed, object, video, audio")).to_have_count(0)


def test_on_a_phone_a_row_is_a_card_with_the_heads_of_its_columns(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(f"{address}/book/plan/tools.html")
    row = page.locator("table.pl-links tbody tr").first
    for head in ("Kind:", "Keep in mind:"):
        expect(row.get_by_text(head)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
