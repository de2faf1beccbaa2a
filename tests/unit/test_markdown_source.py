"""The scanner tells prose from markup and knows the line of each."""

from painlab.markdown_source import Page, scan_text


def _words(page: Page) -> list[tuple[str, int]]:
    return [
        (piece.text.strip(), piece.line)
        for segment in page.segments()
        for piece in segment.pieces
        if piece.text.strip() and not piece.role
    ]


def test_lines_survive_lists_quotes_options_and_nesting() -> None:
    text = """---
kind: lesson
---
# Title

> said
> twice

- item
  goes on

::::{tip}
:class: wide

Outer
:::{note}
---
class: small
---
Inner
:::
::::

| a | b |
|---|---|
| c | d |
"""
    assert _words(scan_text(text, "page.md")) == [
        ("Title", 4),
        ("said", 6),
        ("twice", 7),
        ("item", 9),
        ("goes on", 10),
        ("Outer", 15),
        ("Inner", 20),
        ("a", 24),
        ("b", 24),
        ("c", 26),
        ("d", 26),
    ]


def test_directives_keep_name_argument_options_and_parents() -> None:
    text = "::::{today}\n:::{quiz} a-01 b-02\n:title: Check\n:::\n::::\n"
    today, quiz = scan_text(text, "page.md").directives()
    assert (quiz.name, quiz.argument, quiz.options) == ("quiz", "a-01 b-02", {"title": "Check"})
    assert quiz.within == (today,)
    assert (today.line, quiz.line) == (1, 2)


def test_a_role_over_a_line_end_does_not_shift_what_follows() -> None:
    text = "see {study}`some\nwhere` and\nthen `co\nde` last"
    assert _words(scan_text(text, "page.md")) == [("see", 1), ("and", 2), ("then", 3), ("last", 4)]


def test_a_role_in_code_is_no_role() -> None:
    assert not list(scan_text("write ``{ev}`a.b` `` here", "page.md").roles())


def test_comments_targets_code_and_urls_are_no_prose() -> None:
    text = (
        "(here)=\n% a comment\n<!-- hidden -->\n\n```python\nx = 1\n```\n\n"
        "[words](https://example.org/a1) <https://example.org/b2> `code`"
    )
    page = scan_text(text, "page.md")
    assert _words(page) == [("words", 9)]
    assert [link.target for link in page.links] == [
        "https://example.org/a1",
        "https://example.org/b2",
    ]


def test_glossary_terms_stand_apart_from_their_definitions() -> None:
    text = "```{glossary}\nDisc bulge\n  A disc\n  that spreads.\n\nKappa\n  A count.\n```\n"
    kinds = [(segment.kind, segment.line) for segment in scan_text(text, "page.md").segments()]
    assert kinds == [("term", 2), ("paragraph", 3), ("term", 6), ("paragraph", 7)]


def test_words_of_raw_html_are_prose() -> None:
    page = scan_text("<div>\n<p>Only 7 left</p>\n</div>\n", "page.md")
    assert _words(page) == [("Only 7 left", 2)]


def test_broken_options_hide_no_prose() -> None:
    page = scan_text(":::{note}\n---\nclass: [x\n---\nInner\n:::\n", "page.md")
    assert _words(page) == [("Inner", 5)]
