"""Slides to teach with: one file a module, from ``slides/*.md`` and the course's data."""

SOURCES = "slides"
"""Folder of the sources, in the checkout."""
