"""A course of two lessons on small pages: lessons, landing page, progress page, review page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page
from standalone import DARK, write_page

from painlab.book.course_map import CourseMap, Lesson
from painlab.book.course_path import course_path_html
from painlab.book.progress import continue_html, page_mark, progress_html
from painlab.book.review import items_script, review_html
from painlab.book.stored import stored_html
from painlab.frontend import built
from painlab.quiz.bank import course_items, load_form
from painlab.quiz.forms.render import form_html
from painlab.quiz.models import Single
from painlab.quiz.render import quiz_html

KEY = "painlab.progress"
ONE, TWO, THREE = "imaging-pain-free-01", "imaging-with-pain-01", "imaging-readers-01"
FORM = "examples-reflection-01"
COURSE = CourseMap(
    (
        Lesson("book/imaging/one", "Lesson <one>", "lesson", (ONE, TWO), 7),
        Lesson("book/imaging/two", "Lesson two", "lesson", (THREE, ONE), 5),
    )
)
STATES = [
    {"name": lesson.name, "title": lesson.title, "href": f"{lesson.name.rpartition('/')[2]}.html"}
    for lesson in COURSE.lessons
]
DAY = 86_400_000


def write_course(folder: Path) -> None:
    """Write the lessons, the landing page, the other pages in light and dark, ``both.html``."""
    for name in ("reading", "going-on", "progress", "review", "stored", "form"):
        shutil.copy(built(f"{name}.book.js"), folder)
    shutil.copy(built("progress.css"), folder)
    for lesson, state in zip(COURSE.lessons, STATES, strict=True):
        quiz = quiz_html([course_items()[name] for name in lesson.items])
        body = f'{quiz}<div class="space"></div><div class="pl-page-end">The end</div>'
        path = write_page(folder, body, state["href"], ".space { height: 200vh; }")
        mark = page_mark(lesson.name, lesson.title)
        _change(path, "</head>", f'{mark}<script defer src="reading.book.js"></script></head>')
    # Items and a form on one page: two scripts with one store.
    both = quiz_html([course_items()[ONE]]) + form_html(load_form(FORM))
    path = write_page(folder, both, "both.html")
    _change(path, "</head>", '<script defer src="form.book.js"></script></head>')
    line = continue_html("<p>New here?</p>", STATES, "review.html")
    path = write_page(folder, line + course_path_html(COURSE, STATES), "landing.html")
    _change(path, "quiz.book.js", "going-on.book.js")
    bodies = {
        "progress": progress_html(COURSE, STATES),
        "review": review_html(COURSE, STATES),
        "stored": stored_html(),
    }
    for name, body in bodies.items():
        for twin, css in ((name, ""), (f"{name}-dark", DARK)):
            path = write_page(folder, body, f"{twin}.html", css)
            _change(path, "quiz.book.js", f"{name}.book.js")
            _change(path, "pieces.css", "progress.css")
    scripts = folder / "review-items"
    scripts.mkdir()
    items = list(COURSE.graded().values())
    (scripts / "imaging.js").write_text(items_script("imaging", items, ""))


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def answer(page: Page, name: str, *, right: bool) -> None:
    """Choose a right or a wrong option of the question `name` on the page, and check it."""
    item = course_items()[name]
    assert isinstance(item, Single)
    text = next(option.text for option in item.options if option.correct is right)
    form = page.locator(".pl-mount .pl-item").filter(has_text=text)
    form.get_by_label(text).check()
    form.get_by_role("button", name="Check", exact=True).click()


def stored(page: Page) -> Any:
    """Return what the browser keeps."""
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def seed(context: BrowserContext, raw: str) -> None:
    """Store `raw` before the first page of `context` opens."""
    once = f"if (!localStorage.seeded) {{ localStorage.seeded = 1; localStorage['{KEY}'] = x; }}"
    # The empty page that a tab begins with may store nothing.
    somewhere = "location.protocol !== 'about:'"
    context.add_init_script(f"const x = {json.dumps(raw)}; if ({somewhere}) {once}")


def tries(*log: tuple[int, bool, str]) -> dict[str, Any]:
    """Return a stored answer with these tries: when, whether right, how sure."""
    entries = [
        {"at": at, "correct": correct, **({"confidence": sure} if sure else {})}
        for at, correct, sure in log
    ]
    return {"response": 0, **entries[-1], "first": log[0][1], "tries": len(log), "log": entries}


def progress(**parts: Any) -> str:
    """Return stored progress with these answers, forms and pages."""
    return json.dumps({"version": 2, "answers": {}, "forms": {}, "pages": {}, **parts})
