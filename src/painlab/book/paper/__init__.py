"""The course as one PDF and as an EPUB: made from the same pages, with answers at the end."""
