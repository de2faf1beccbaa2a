"""What the pages for instructors show and nobody types: outcomes, beliefs, items, labs, answers."""

from painlab.book.teach.directives import setup_teach

__all__ = ["setup_teach"]
