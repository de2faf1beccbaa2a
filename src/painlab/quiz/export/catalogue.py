"""Every format, in the order in which they are written."""

from painlab.quiz.export import anki, gift, moodle, qti, records, spreadsheet
from painlab.quiz.export.formats import ExportFormat

FORMATS: dict[str, ExportFormat] = {
    one.name: one
    for one in (
        moodle.FORMAT,
        qti.FORMAT,
        gift.FORMAT,
        anki.FORMAT,
        spreadsheet.FORMAT,
        records.FORMAT,
    )
}
