"""A guide to the one module of the clean course, for tests of the pages for instructors."""

from course_copy import CourseCopy

GUIDE = "book/teach/imaging.md"
LABS = "book/teach/labs.yml"
TEXT = """---
kind: module-guide
reviewed: 2026-11-23
next_review: 2027-11-23
description: How to teach the lesson on what a word of a report can tell, for a small class.
---

# Teach

:::{summary}
Begin with the signs.
:::

:::{warning-signs}
:::

:::{lesson-plan} 50
| Minutes | You |
|---|---|
| {num}`20` | Ask for {num}`3` words. |
| {num}`30` | Talk. |
:::

:::{lesson-plan} 90
| Minutes | You |
|---|---|
| {num}`90` | Run the lab. |
:::

:::{outcomes} imaging
:::

:::{materials} imaging
:::

:::{labs} imaging
:::

:::{misconceptions} imaging
:::

:::{blueprint} imaging
:::

:::{page-end}
:::
"""


def add_guide(course: CourseCopy) -> None:
    """Put the guide and the minutes of the lab into a course."""
    place = "  - file: notebooks/lab\n"
    course.change("_toc.yml", place, f"{place}  - file: {GUIDE.removesuffix('.md')}\n")
    (course.root / GUIDE).parent.mkdir()
    (course.root / GUIDE).write_text(TEXT)
    (course.root / LABS).write_text("lab: 20\n")
