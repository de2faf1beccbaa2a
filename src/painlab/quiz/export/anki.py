"""A deck for Anki: a card an item, to recall the answer and then to see it with its reasons."""

from __future__ import annotations

import itertools
import json
import sqlite3
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from painlab.archive import moment, zipped
from painlab.quiz.export.formats import ExportFormat, fates
from painlab.quiz.export.selection import Selection
from painlab.quiz.export.wording import (
    html,
    label,
    picture,
    picture_bytes,
    sources,
    tags,
    unit_line,
    whole_answer,
)
from painlab.quiz.models import (
    Draw,
    Estimate,
    Item,
    Match,
    Numeric,
    Order,
    TrueFalse,
)
from painlab.quiz.shuffle import shown_order
from painlab.quiz.state import words
from painlab.strings import say

if TYPE_CHECKING:
    import genanki

_FIELDS = ("Id", "Question", "Answer", "Sources", "Hint")
_FRONT = "{{Question}}{{#Hint}}<p>{{hint:Hint}}</p>{{/Hint}}"
_BACK = '{{FrontSide}}<hr id="answer">{{Answer}}{{Sources}}'
_STYLE = ".card { font: 1.1em/1.5 sans-serif; text-align: left; max-width: 40em; margin: auto; }"


def _write(selection: Selection) -> bytes:
    import genanki

    model = genanki.Model(
        _number_of("model"),
        selection.title,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Recall", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    decks = []
    pictures: dict[str, bytes] = {}
    for module, objectives in selection.groups():
        name = f"{selection.title}::{selection.module_title(module)}"
        deck = genanki.Deck(_number_of(f"deck-{module}"), name)
        for item in (one for items in objectives.values() for one in items):
            deck.add_note(
                genanki.Note(
                    model,
                    fields=_fields(item, selection.base),
                    guid=str(uuid5(NAMESPACE_URL, item.id)),
                    tags=tags(item),
                )
            )
            if item.image:
                pictures[item.image.src] = picture_bytes(item.image)
        decks.append(deck)
    names = {str(index): name for index, name in enumerate(pictures)}
    return zipped(
        {
            "collection.anki2": _collection(genanki.Package(decks)),
            "media": json.dumps(names).encode(),
            **{index: pictures[name] for index, name in names.items()},
        }
    )


def _collection(package: genanki.Package) -> bytes:
    """Return the data base of a deck, without a moment of now in it."""
    timestamp = moment().timestamp()
    with sqlite3.connect(":memory:") as connection:
        package.write_to_db(connection.cursor(), timestamp, itertools.count(int(timestamp * 1000)))
        for note, fields in connection.execute("select id, flds from notes").fetchall():
            # Anki takes a note for changed when its time differs, so the time follows the words.
            offset = int.from_bytes(sha256(fields.encode()).digest()[:2], "big")
            connection.execute("update notes set mod = mod + ? where id = ?", (offset, note))
        connection.commit()
        return connection.serialize()


def _number_of(name: str) -> int:
    """Return a number for `name` that stays the same, as Anki asks for."""
    return 1 << 30 | int.from_bytes(sha256(name.encode()).digest()[:3], "big")


def _fields(item: Item, base: str | None) -> list[str]:
    question = html(item.prompt, base)
    if item.image:
        question += picture(item.image, item.image.src, base)
    hint = html(item.hint, base) if item.hint else ""
    answer = whole_answer(item, base)
    return [item.id, question + _asked(item), answer, sources(item, base), hint]


def _asked(item: Item) -> str:
    """Return what can be chosen, or in what the number is asked for."""
    if isinstance(item, TrueFalse):
        return f"<p>{say('choice_true')} / {say('choice_false')}</p>"
    if isinstance(item, Numeric | Estimate):
        return unit_line(item)
    if isinstance(item, Draw):
        return _listed([escape(one) for one in item.curve.labels])
    if isinstance(item, Match):
        matches = "; ".join(words(item.matches[index]) for index in shown_order(item))
        choose = escape(say("match_list", matches=matches))
        return f"{_listed([label(pair.text) for pair in item.pairs])}<p>{choose}</p>"
    parts = item.entries if isinstance(item, Order) else item.options
    return _listed([label(parts[index].text) for index in shown_order(item)])


def _listed(rows: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"


FORMAT = ExportFormat(
    name="anki",
    file="quizzes.apkg",
    use="Anki on a computer or a phone",
    fates=fates(
        held={
            "single": "A card: the question with its options, then the right one and the reasons.",
            "multiple": "A card, as for one answer.",
            "true_false": "A card: the statement, then whether it is true and why.",
            "numeric": "A card: the question, then the number and the usual slips.",
            "estimate": "A card: the question, then the number.",
            "draw": "A card: the question with its points, then their values in a table.",
            "order": "A card: the entries mixed, then in order.",
            "match": "A card: the texts and the matches, then the pairs.",
        },
        left_out={},
    ),
    lost=(
        "Nothing is marked: learners judge for themselves.",
        "Feedback to one option alone: the back of a card tells of all of them.",
        "How sure a learner is; Anki's own buttons ask something like it.",
        "Which option shows which belief; the beliefs are tags of the card.",
    ),
    write=_write,
)
