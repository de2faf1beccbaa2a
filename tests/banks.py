"""The items, or the forms, of one bank."""

from __future__ import annotations

from pathlib import Path

from painlab.quiz.bank import read_bank
from painlab.quiz.forms.models import Form
from painlab.quiz.models import Item


def items_of(path: Path) -> list[Item]:
    return [one for one in read_bank(path)[0] if not isinstance(one, Form)]


def forms_of(path: Path) -> dict[str, Form]:
    return {one.id: one for one in read_bank(path)[0] if isinstance(one, Form)}
