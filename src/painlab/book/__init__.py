"""The Sphinx extension of the book: one module a component, each with its ``setup_…(app)``."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from painlab.book.answer_key import setup_answer_key
from painlab.book.assets import setup_assets
from painlab.book.bank_schema import setup_bank_schema
from painlab.book.bibliography_style import setup_bibliography_style
from painlab.book.building import setup_building
from painlab.book.certificate import setup_certificate
from painlab.book.citation import setup_citation
from painlab.book.corrections_address import setup_corrections_address
from painlab.book.course_path import setup_course_path
from painlab.book.crawlers import setup_crawlers
from painlab.book.embedded import setup_embedded
from painlab.book.embeds import setup_embeds
from painlab.book.ev_list import setup_ev_list
from painlab.book.evidence_roles import setup_evidence_roles
from painlab.book.fingerprint import setup_fingerprint
from painlab.book.first_look import setup_first_look
from painlab.book.headers import setup_headers
from painlab.book.hygiene import setup_hygiene
from painlab.book.inputs import setup_inputs
from painlab.book.installable import setup_installable
from painlab.book.jobs import setup_jobs
from painlab.book.launch import setup_launch
from painlab.book.ledger import setup_ledger
from painlab.book.linked_data import setup_linked_data
from painlab.book.links import setup_links
from painlab.book.minutes import setup_minutes
from painlab.book.not_found import setup_not_found
from painlab.book.offline import setup_offline
from painlab.book.page_end import setup_page_end
from painlab.book.page_facts import setup_page_facts
from painlab.book.page_notes import setup_page_notes
from painlab.book.progress import setup_progress
from painlab.book.quiz_source import setup_quiz_source
from painlab.book.review import setup_review
from painlab.book.search_index import setup_search_index
from painlab.book.search_words import setup_search_words
from painlab.book.sections import setup_sections
from painlab.book.shared_facts import setup_shared_facts
from painlab.book.sharing import setup_sharing
from painlab.book.site_address import setup_site_address
from painlab.book.stored import setup_stored
from painlab.book.style_sheet import setup_style_sheet
from painlab.book.teach import setup_teach
from painlab.book.unfinished import setup_unfinished
from painlab.book.unused import setup_unused
from painlab.book.warning_signs import setup_warning_signs
from painlab.book.widget_state import setup_widget_state


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register every component."""
    setup_page_notes(app)
    setup_embedded(app)
    setup_evidence_roles(app)
    setup_ev_list(app)
    setup_links(app)
    setup_sections(app)
    setup_warning_signs(app)
    setup_page_facts(app)
    setup_page_end(app)
    setup_embeds(app)
    setup_launch(app)
    setup_certificate(app)
    setup_quiz_source(app)
    setup_progress(app)
    setup_course_path(app)
    setup_minutes(app)
    setup_review(app)
    setup_stored(app)
    setup_ledger(app)
    setup_answer_key(app)
    setup_teach(app)
    setup_bank_schema(app)
    setup_citation(app)
    setup_corrections_address(app)
    setup_site_address(app)
    setup_sharing(app)
    setup_linked_data(app)
    setup_crawlers(app)
    setup_not_found(app)
    setup_search_words(app)
    setup_bibliography_style(app)
    setup_widget_state(app)
    setup_first_look(app)
    setup_fingerprint(app)
    setup_style_sheet(app)
    setup_inputs(app)
    setup_shared_facts(app)
    setup_search_index(app)
    setup_jobs(app)
    setup_building(app)
    setup_unfinished(app)
    setup_assets(app)
    setup_hygiene(app)
    setup_installable(app)
    setup_headers(app)
    setup_unused(app)
    setup_offline(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
