"""The one style sheet: the theme's rules that pages use, then ours."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import tinycss2
from tinycss2.ast import ParseError

import painlab.book
from painlab import frontend
from painlab.book.style_sheet import THEME_SHEETS, UNUSED, compose, style_sheet
from painlab.frontend import toolchain

STYLES = Path(painlab.book.__file__).parent / "styles"
SETTING = re.compile(r"(--[\w-]+)\s*:")


def theme() -> str:
    folder = files("furo") / "theme" / "furo" / "static"
    return "".join((folder / name).read_text(encoding="utf-8") for name in THEME_SHEETS)


def test_rules_for_what_no_page_holds_are_left_out() -> None:
    css = ".footnote{margin:0}.footnote,p.x{padding:0}@media print{.sig>a{color:red}}h1{top:0}"
    assert compose(css, "") == "p.x{padding:0}h1{top:0}\n"


def test_ours_stay_whole_and_come_last() -> None:
    ours = "/* why */\n.footnote { margin: 0 }\n@media print {\n  a { color: red }\n}"
    assert compose("p{top:0}", ours) == "p{top:0}.footnote{margin: 0}@media print{a{color: red}}\n"


def test_settings_that_nothing_reads_go_and_those_behind_them() -> None:
    css = """body{--a:url("data:x;y}z");--b:var(--a);--c:1px;margin:var(--c)}"""
    assert compose(css, "") == "body{--c:1px;margin:var(--c)}\n"
    assert "--a" in compose(css, "p{background:var(--b)}")


def test_words_in_quotes_keep_their_blanks() -> None:
    assert compose("", 'p::before{content:"a  b"}') == 'p::before{content:"a  b"}\n'


def test_the_sheet_of_the_book_is_sound_and_smaller_than_its_parts() -> None:
    sheet = style_sheet()
    rules = tinycss2.parse_stylesheet(sheet)
    assert not [rule for rule in rules if isinstance(rule, ParseError)]
    assert len(sheet) < 0.8 * len(theme()) + len((STYLES / "course.css").read_bytes())
    assert ".sidebar-drawer" in sheet
    assert ".pl-box" in sheet


def test_the_theme_still_has_what_we_leave_out() -> None:
    cells = (files("myst_nb") / "static" / "mystnb.css").read_text(encoding="utf-8")
    assert not {name for name in UNUSED if name not in theme() + cells}


def test_no_sheet_reads_a_setting_that_is_gone() -> None:
    modules = ("quiz", "form", "vega-chart", "progress")
    sheets = {path for name in modules for path in frontend.style_sheets(name)}
    texts = [style_sheet(), *(path.read_text(encoding="utf-8") for path in sheets)]
    gone = set(SETTING.findall(theme())) - {
        name for text in texts for name in SETTING.findall(text)
    }
    assert gone
    for text in texts:
        assert not set(re.findall(r"var\(\s*(--[\w-]+)", text)) & gone


def test_styles_and_script_mean_the_same_parts_of_a_page() -> None:
    """What the sheet does not lay out and the script never releases would stay without text."""
    script = (toolchain.FRONTEND / "src/page/lay-out.js").read_text(encoding="utf-8")
    sheet = (STYLES / "course.css").read_text(encoding="utf-8")
    in_script = re.search(r'const PARTS =\s*"([^"]+)"', script)
    in_sheet = re.search(r":is\(([^)]+)\):not\(\.pl-laid-out\)", sheet)
    assert in_script
    assert in_sheet
    assert in_script[1].split(", ") == [one.strip() for one in in_sheet[1].split(",")]
