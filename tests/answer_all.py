"""Answer every question and fill in every form of a page at once, by script: for whole-book walks.

How a person does it, by mouse, touch or keyboard, is tested by `answering` on a page of each kind.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

# Choices are answered wrongly, so that all there is to say is said; gates are passed.
_ANSWER = """async () => {
  // A form's last button may print it; there is no paper here.
  window.print = () => {};
  const turn = () => new Promise((done) => setTimeout(done));
  const tell = (field, kind) => field.dispatchEvent(new Event(kind, { bubbles: true }));
  const write = (field, value) => {
    field.value = value;
    tell(field, "input");
    tell(field, "change");
  };
  const choose = (input) => input && !input.checked && !input.disabled && input.click();
  const each = (root, selector) => [...root.querySelectorAll(selector)];
  const state = (place) => JSON.parse(place.querySelector(":scope > .pl-state").textContent);
  const mount = (place) => place.querySelector(":scope > .pl-mount");

  function answer(form, item) {
    // Answered before, on another page.
    if (form.querySelector(".pl-feedback").textContent) return;
    const wrong = (item.options ?? []).findIndex(({ correct }) => !correct);
    const picked = Math.max(wrong, 0);
    if (item.options) choose(form.querySelector(`.pl-options input[value="${picked}"]`));
    form.querySelector(".pl-move:not([disabled])")?.click();
    for (const field of each(form, "select")) write(field, field.options[1].value);
    for (const field of each(form, ".pl-number input, .pl-curve-field input:not([disabled])")) {
      write(field, String(item.min ?? 1));
    }
    choose(form.querySelector(".pl-sure input"));
    form.querySelector("button[type=submit]").click();
    if (!form.querySelector(".pl-feedback").textContent) {
      throw new Error(`not answered: ${item.id}: ${form.querySelector(".pl-problem").textContent}`);
    }
  }

  function fillIn(root) {
    if (root.querySelector(".pl-door")) choose(each(root, ".pl-level input").at(-1));
    else for (const level of each(root, ".pl-level")) choose(level.querySelector("input"));
    for (const field of each(root, "fieldset:not(.pl-level)")) choose(field.querySelector("input"));
    for (const field of each(root, "textarea, .pl-name")) write(field, "To walk to the sea.");
    each(root, ".pl-button").at(-1)?.click();
  }

  // A page is laid out, and its quizzes start, one step after the other.
  const STARTED = '.pl-widget:is([data-module="quiz"], [data-module="form"])';
  const ready = () =>
    document.documentElement.classList.contains("pl-laid-out") &&
    each(document, STARTED).every((place) => mount(place)?.childElementCount);
  for (let i = 0; i < 1000 && !ready(); i += 1) await new Promise((done) => setTimeout(done, 10));
  if (!ready()) {
    const { className } = document.documentElement;
    const late = each(document, STARTED).filter((place) => !mount(place)?.childElementCount);
    throw new Error(`not complete: ${location.pathname} ${className} ${late.map((one) => one.id)}`);
  }

  let count = 0;
  for (const place of each(document, '.pl-widget[data-module="quiz"]')) {
    const forms = each(mount(place), "form.pl-item");
    const { items } = state(place);
    const counts = `${items.length} questions, ${forms.length} forms`;
    if (forms.length !== items.length) throw new Error(counts);
    for (const [i, item] of items.entries()) {
      answer(forms[i], item);
      count += 1;
      await turn();
    }
  }
  for (const place of each(document, '.pl-widget[data-module="form"]')) {
    fillIn(mount(place));
    count += 1;
    await turn();
  }
  const OTHERS = ".pl-widget[data-module]:not([data-module=quiz]):not([data-module=form])";
  // The other pieces ask for a guess first; the quick way past it is to skip.
  for (const place of each(document, OTHERS)) {
    place.scrollIntoView();
    for (let i = 0; i < 200 && !mount(place)?.childElementCount; i += 1) {
      await new Promise((done) => setTimeout(done, 10));
    }
    if (!mount(place)?.childElementCount) throw new Error(`not mounted: ${place.dataset.module}`);
    mount(place).querySelector("form .pl-quiet-button")?.click();
    count += 1;
    await turn();
  }
  return count;
}"""


def answer_all(page: Page) -> int:
    """Answer all there is on a page; return how many questions, forms and pieces that were.

    Raises
    ------
    playwright.sync_api.Error
        What did not start, or took no answer, by name.
    """
    count: int = page.evaluate(_ANSWER)
    return count


def do_everything(page: Page) -> int:
    """Answer all there is on a page and see every chart move; return how much that was."""
    count = answer_all(page)
    for chart in page.locator('[data-module="vega-chart"]').all():
        chart.evaluate("(one) => one.scrollIntoView()")
        expect(chart.locator(".pl-explore")).to_have_attribute("data-live", "true")
    return count
