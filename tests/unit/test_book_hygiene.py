"""A finished page accounts for every script and holds no inline style."""

import re
from base64 import b64encode
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from painlab.book import hygiene
from painlab.book.hygiene import harden
from painlab.book.mends import REPLACED, mend
from painlab.frontend.toolchain import FRONTEND

PAGE = (
    '<html><head><meta charset="utf-8"></head><body>{}'
    '<script src="_static/a.js"></script></body></html>'
)


def policy(html: str) -> dict[str, str]:
    """Return the directives of the page's policy."""
    (content,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    pairs = (rule.strip().partition(" ") for rule in content.split(";"))
    return {name: sources for name, _, sources in pairs}


def test_an_inline_script_is_listed_by_its_hash() -> None:
    script = 'document.body.dataset.theme = "auto";\n'
    rules = policy(harden(PAGE.format(f"<script>{script}</script>")))
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert rules["script-src"] == f"'self' 'sha256-{digest}'"


def test_nothing_foreign_is_allowed() -> None:
    rules = policy(harden(PAGE.format("")))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == "'none'"
    assert rules["worker-src"] == rules["manifest-src"] == "'self'"
    assert not re.search(r"https?:|\*|unsafe", " ".join(rules.values()))


def test_what_is_not_named_is_forbidden() -> None:
    rules = policy(harden(PAGE.format("")))
    # Frames, objects and fonts fall back to none.
    assert set(rules) == {
        "default-src",
        "script-src",
        "style-src",
        "img-src",
        "connect-src",
        "manifest-src",
        "worker-src",
        "form-action",
        "base-uri",
        "require-trusted-types-for",
        "trusted-types",
    }
    assert rules["require-trusted-types-for"] == "'script'"
    assert rules["trusted-types"].split()[0] == "painlab"


def test_data_blocks_need_no_hash() -> None:
    block = '<script type="application/json" class="pl-state">{"a": "<b style=\'x\'>"}</script>'
    html = harden(PAGE.format(block))
    assert policy(html)["script-src"] == "'self'"
    assert block in html


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<svg style="display: none;" id="i">', '<svg class="pl-hidden" id="i">'),
        ('<tr class="a" style="text-align: right;">', '<tr class="a pl-align-right">'),
        ("<p style='color:red'>", "<p>"),
        ('<p data-style="display:none">', '<p data-style="display:none">'),
        ("<style>p { color: red }</style>", ""),
        ('<p title="a > b" style="display:none">', '<p class="pl-hidden" title="a > b">'),
    ],
)
def test_inline_styles_become_classes_or_go(before: str, after: str) -> None:
    assert f"<body>{after}<script" in harden(PAGE.format(before))


def test_hardening_twice_changes_nothing() -> None:
    html = PAGE.format('<script>let a = 1;</script><p style="text-align:left">x</p>')
    assert harden(harden(html)) == harden(html) != html


def test_what_is_no_page_stays_as_it_is() -> None:
    assert harden("<p style='color:red'>part</p>") == "<p style='color:red'>part</p>"


def test_menu_switches_stand_in_one_landmark_after_the_links_on_safety() -> None:
    switches = (
        '<input type="checkbox" class="sidebar-toggle" id="__navigation">\n'
        '<input type="checkbox" class="sidebar-toggle" id="__toc">\n'
    )
    html = mend(f'{switches}<a href="#safety">\n<div class="page">\n  <header>')
    before, _, after = html.partition('<nav class="pl-toggles" aria-label="Menus"><input')
    assert before == '<a href="#safety">\n<div class="page">\n  '
    assert after.endswith('id="__toc"></nav>\n  <header>')
    assert mend(html) == html


def test_the_menu_names_its_parts_and_says_which_page_this_is() -> None:
    html = mend(
        '<form class="sidebar-search-container" method="get" role="search">'
        '<div class="sidebar-tree"><li class="toctree-l1 current-page"><a class="current" href="#">'
        '<input aria-label="Toggle navigation of Labs"><svg><use href="#svg-arrow-right">'
    )
    for part in (
        'role="search" aria-label="From the menu"',
        'role="navigation" aria-label="All pages"',
        '<a aria-current="page" class="current"',
        'aria-label="Show the pages of: Labs"',
        '<svg aria-hidden="true"><use',
    ):
        assert part in html
    assert mend(html) == html


def test_a_table_without_caption_has_the_name_of_its_heading() -> None:
    html = mend(
        '<table class="a"></table><h2 id="b">Who <em>got</em> "what"?</h2><table class="b">'
        "</table><table>\n<caption>One</caption></table>"
    )
    assert '<table class="a">' in html
    assert '<table aria-label="Who got &quot;what&quot;?" class="b">' in html
    assert "<table>\n<caption>" in html
    assert mend(html) == html


def test_no_class_for_an_inline_style_means_something_to_a_quiz() -> None:
    sheets = "".join(path.read_text() for path in (FRONTEND / "styles").glob("*.css"))
    for name in hygiene._CLASSES.values():
        assert not re.search(rf"\.{name}\b(?!-)", sheets), name


def test_the_themes_script_does_not_stumble_where_nothing_may_be_kept() -> None:
    (theirs,) = [old for old in REPLACED if "localStorage" in old]
    html = mend(f"<script>{theirs}</script>")
    assert html.startswith("<script>try {")
    assert 'catch { document.body.dataset.theme = "auto"; }' in html
    assert mend(html) == html
    # The theme still writes it so.
    furo = find_spec("furo")
    assert furo
    assert furo.origin
    base = Path(furo.origin).parent / "theme" / "furo" / "base.html"
    assert theirs in base.read_text(encoding="utf-8")
