"""A QTI 2.1 package: a document an item, a test a module, pictures and the list of all of them."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent

from painlab.archive import zipped
from painlab.quiz.export.formats import ExportFormat, fates
from painlab.quiz.export.qti_item import NAMESPACE, PICTURES, qti_item
from painlab.quiz.export.selection import Selection
from painlab.quiz.export.wording import picture_bytes
from painlab.quiz.export.xml import add, checked
from painlab.quiz.models import Item

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def _write(selection: Selection) -> bytes:
    files: dict[str, bytes] = {}
    root = Element("manifest", {"xmlns": _PACKAGE, "identifier": "painlab-quizzes"})
    about = add(root, "metadata")
    add(about, "schema", "QTIv2.1 Package")
    add(about, "schemaversion", "1.0.0")
    add(root, "organizations")
    resources = add(root, "resources")
    for module, objectives in selection.groups():
        place = f"tests/{module}.xml"
        files[place] = checked(_test(selection, module, objectives), "qti-test.rng", place)
        test = _resource(resources, f"test-{module}", "imsqti_test_xmlv2p1", place)
        for item in (one for items in objectives.values() for one in items):
            add(test, "dependency", identifierref=item.id)
    for _, item in selection.items():
        place = f"items/{item.id}.xml"
        files[place] = checked(qti_item(item, selection.base), "qti-item.rng", place)
        resource = _resource(resources, item.id, "imsqti_item_xmlv2p1", place)
        if item.image:
            picture = f"{PICTURES}/{item.image.src}"
            files[picture] = picture_bytes(item.image)
            add(resource, "file", href=picture)
    indent(root, " ")
    manifest = checked(root, "qti-manifest.rng", "imsmanifest.xml")
    return zipped({"imsmanifest.xml": manifest, **dict(sorted(files.items()))})


def _resource(resources: Element, identifier: str, kind: str, place: str) -> Element:
    resource = add(resources, "resource", identifier=identifier, type=kind, href=place)
    add(resource, "file", href=place)
    return resource


def _test(selection: Selection, module: str, objectives: dict[str, list[Item]]) -> Element:
    """Return the test of a module: a section an objective."""
    title = f"{selection.title}: {selection.module_title(module)}"
    root = Element(
        "assessmentTest", {"xmlns": NAMESPACE, "identifier": f"test-{module}", "title": title}
    )
    how = {"navigationMode": "nonlinear", "submissionMode": "individual"}
    part = add(root, "testPart", identifier="part-1", **how)
    for objective, items in objectives.items():
        about = {"identifier": objective, "title": selection.can(objective), "visible": "true"}
        section = add(part, "assessmentSection", **about)
        for item in items:
            add(section, "assessmentItemRef", identifier=item.id, href=f"../items/{item.id}.xml")
    indent(root, " ")
    return root


FORMAT = ExportFormat(
    name="qti",
    file="quizzes-qti21.zip",
    use="platforms that read QTI 2.1, such as Canvas (New Quizzes), TAO, ILIAS and OpenOlat",
    fates=fates(
        held={
            "single": "choiceInteraction with one choice.",
            "multiple": "choiceInteraction; all the right options and no other earn the mark.",
            "true_false": "choiceInteraction with two choices.",
            "numeric": "textEntryInteraction, compared within the tolerance. Predictable wrong "
            "numbers have their own feedback.",
            "estimate": "sliderInteraction without a mark. What is said depends on whether the "
            "guess was too low, too high or within half a step.",
            "order": "orderInteraction, all or nothing.",
            "match": "matchInteraction, all or nothing.",
        },
        left_out={"draw": "QTI lets one draw on a picture, not a curve with values to compare."},
    ),
    lost=(
        "How sure a learner is, asked before some answers.",
        "A hint, and which answer shows which belief, are kept for the teacher alone.",
        "Explanations of entries and pairs are said together, after the answer.",
        "What a number is, which our pages show on its link.",
        "A slider whose step is not a whole number moves freely.",
    ),
    write=_write,
)
