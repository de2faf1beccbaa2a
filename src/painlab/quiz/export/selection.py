"""What is exported: the items and forms of the chosen modules, with their objectives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from painlab.findings import ContentError, nearest
from painlab.quiz.bank import read_modules
from painlab.quiz.forms.models import Form
from painlab.quiz.models import Item
from painlab.quiz.objectives import Objective, read_objectives

Entry = Item | Form


class UnknownModuleError(ValueError):
    """There is no such module; the message names the nearest known one."""


@dataclass(frozen=True)
class Selection:
    """What is exported.

    Attributes
    ----------
    title : title of the course.
    modules : items and forms of each module, in the order of the banks.
    objectives : what each objective says, by id.
    base : address of the course on the web, with ``/`` at its end; None where it has none. Numbers
        then lead to their studies.
    titles : what modules are called, by their names.
    """

    title: str
    modules: Mapping[str, tuple[Entry, ...]]
    objectives: Mapping[str, Objective]
    base: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    def entries(self) -> Iterator[Entry]:
        """Yield every item and form."""
        for entries in self.modules.values():
            yield from entries

    def items(self) -> Iterator[tuple[str, Item]]:
        """Yield every item, after the name of its module."""
        for module, entries in self.modules.items():
            for entry in entries:
                if not isinstance(entry, Form):
                    yield module, entry

    def groups(self) -> Iterator[tuple[str, dict[str, list[Item]]]]:
        """Yield each module that has items, and its items by their objective."""
        groups: dict[str, dict[str, list[Item]]] = {}
        for module, item in self.items():
            groups.setdefault(module, {}).setdefault(item.objective, []).append(item)
        yield from groups.items()

    def can(self, objective: str) -> str:
        """Return an objective as a sentence."""
        known = self.objectives.get(objective)
        return f"You can {known.can}" if known else objective

    def module_title(self, module: str) -> str:
        """Return what a module is called; its name where it is called nothing else."""
        return self.titles.get(module, module.replace("-", " ").capitalize())

    def without(self, left_out: Iterable[Entry]) -> Selection:
        """Return the same selection without some of its items and forms."""
        ids = {entry.id for entry in left_out}
        modules = {
            name: tuple(entry for entry in entries if entry.id not in ids)
            for name, entries in self.modules.items()
        }
        return replace(self, modules=modules)


def read_selection(
    content: Path,
    title: str,
    base: str | None = None,
    modules: Collection[str] = (),
    titles: Mapping[str, str] | None = None,
) -> Selection:
    """Read the banks under `content`.

    Parameters
    ----------
    content : folder with ``quizzes/*.yml`` and ``objectives.yml``.
    title, base, titles : see :class:`Selection`.
    modules : names of the modules to take; all of them when left out.

    Raises
    ------
    ContentError
        When a bank or the list of objectives is not valid; every finding is named.
    UnknownModuleError
        When a module has no bank.
    """
    banks, findings = read_modules(content)
    objectives, wrong = read_objectives(content)
    if findings or wrong:
        raise ContentError([*findings, *wrong])
    for name in modules:
        if name not in banks:
            raise UnknownModuleError(
                f"there is no module '{name}'.{nearest(name, list(banks))} Use {', '.join(banks)}."
            )
    chosen = {
        name: tuple(entries.values())
        for name, entries in banks.items()
        if name in modules or not modules
    }
    return Selection(title, chosen, objectives, base, titles or {})
