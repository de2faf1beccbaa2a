"""Start a study: its reference and its entry in the evidence, half-written."""

from __future__ import annotations

import re
from pathlib import Path

from painlab.authoring.files import AuthoringError, line_end, read_text, replace, with_entry
from painlab.authoring.skeletons import filled
from painlab.evidence.load import read_evidence
from painlab.findings import nearest

BIBLIOGRAPHY = "book/references.bib"
_ENTRY = re.compile(r"^@\w+\{\s*(?P<key>[^,\s]+)", re.MULTILINE)


def start_study(root: Path, key: str, topic: str) -> list[str]:
    """Write the two halves of a study and say where each stands.

    Parameters
    ----------
    root : the checkout.
    key : the study's key, first author and year.
    topic : name of the evidence file without its ending.

    Returns
    -------
    ``path:line`` of the reference and of the evidence.

    Raises
    ------
    AuthoringError
        When the key is taken or cannot be one, there is no such topic, or a file cannot be read.
        Nothing is written then.
    """
    content = root / "book"
    if not re.fullmatch(r"[a-z][a-z0-9_]*", key):
        raise AuthoringError(f"'{key}' is no key; write author and year, such as 'okada2009'.")
    evidence = content / "evidence" / f"{topic}.yml"
    topics = sorted(path.stem for path in evidence.parent.glob("*.yml"))
    if topic not in topics:
        known = ", ".join(topics)
        raise AuthoringError(f"no topic '{topic}'.{nearest(topic, topics)} Use one of {known}.")
    bibliography = root / BIBLIOGRAPHY
    references = read_text(bibliography)
    known_studies = read_evidence(content)[0].studies
    if key in known_studies or key in _ENTRY.findall(references):
        raise AuthoringError(f"there is a study '{key}' already; choose another key.")
    cited, line = _with_reference(references, key)
    text, place = with_entry(read_text(evidence), filled("study.yml", key=key), evidence.name)
    replace(bibliography, cited)
    replace(evidence, text)
    shown = evidence.relative_to(root).as_posix()
    return [f"{BIBLIOGRAPHY}:{line}", f"{shown}:{place}"]


def _with_reference(text: str, key: str) -> tuple[str, int]:
    """Return the bibliography with a new entry in the order of the keys, and the entry's line."""
    end = line_end(text)
    entry = filled("study.bib", key=key).replace("\n", end)
    for match in _ENTRY.finditer(text):
        if match["key"] > key:
            place = match.start()
            new = f"{text[:place]}{entry}{end}{text[place:]}"
            break
    else:
        kept = text if text.endswith("\n") or not text else text + end
        new = f"{kept}{end}{entry}"
        place = len(kept) + len(end)
    return new, new[:place].count("\n") + 1
