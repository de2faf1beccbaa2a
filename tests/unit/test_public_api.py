"""Every public name says what goes in, in which unit, what comes out, what is refused, and why.

Public is what `docs/api` lists and a module's `__all__` names. The rules:

* each parameter and field has an entry in Parameters or Attributes, or stands in backticks in the
  words before all sections;
* each number, in or out, has its unit, range or shape; each table its columns;
* what a definition raises itself, or through private helpers, stands in Raises;
* a statistic or a model names its source.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

from public_api import (
    ROOT,
    Documented,
    constants,
    definitions,
    entries,
    exported,
    home,
    public_modules,
    sections,
    tree,
)

PUBLIC = definitions()
MODELS = sorted((ROOT / "src/painlab/models").glob("[a-z]*.py"))
SOURCED = ("painlab.stats", "painlab.means", "painlab.pooling", "painlab.confounding")

NUMBER = re.compile(r"\b(int|float|complex|NDArray|ndarray|Estimate)\b")
UNIT = re.compile(
    r"""\b(people|person|percent|shares?|probabilit\w+|proportion|likel\w+|odds|ratios?|points?
    |years?|months?|weeks?|days?|degrees|standard\ deviations?|spreads?|variance|correlation|kappa
    |counts?|how\ many|number\ of|numbers\ by|index|seed|decimals|pixels|shape|scans|steps?|trials
    |units?|from\ -?\d|between|at\ least|at\ most|above|below|nats|rate|density|value|positions?
    |studies|milliseconds|E-value|scale)\b""",
    re.VERBOSE | re.IGNORECASE,
)
TABLE = re.compile(r"\bcolumns?\b", re.IGNORECASE)
REFERENCE = re.compile(
    r"\b(18|19|20)\d\d[;:,]|\b[a-z]+(19|20)\d\d[a-z]?\b|course's own|statsmodels|"
    r"\b[A-Z]\w+ (and [A-Z]\w+ )?\(?(19|20)\d\d\b"
)


def test_each_module_of_the_reference_says_what_it_exports() -> None:
    assert PUBLIC
    assert [module for module in public_modules() if not exported(module)] == []


def test_the_reference_lists_every_model_and_every_module_of_statistics() -> None:
    wanted = {f"painlab.models.{path.stem}" for path in MODELS} | set(SOURCED)
    assert wanted - set(public_modules()) == set()


def test_each_exported_name_exists() -> None:
    known = {one.name for one in PUBLIC} | {name for name, _ in constants()}
    named = {
        ".".join(home(module, name)) for module in public_modules() for name in exported(module)
    }
    assert named - known == set()


def test_each_exported_value_says_what_it_is() -> None:
    assert [name for name, said in constants() if not said] == []


def test_labs_use_public_names_alone() -> None:
    names = [(module, name) for module in public_modules() for name in exported(module)]
    # A lab may also take a name from the module that defines it.
    public = {".".join(pair) for pair in [*names, *(home(*pair) for pair in names)]}
    public.update(public_modules())
    labs = {lab.name: _used(lab.read_text("utf-8")) for lab in (ROOT / "notebooks").glob("*.ipynb")}
    assert {lab: used - public for lab, used in labs.items() if used - public} == {}


def _used(lab: str) -> set[str]:
    """Return the names of `painlab` that the cells of a lab import or reach through a module."""
    cells = [cell for cell in json.loads(lab)["cells"] if cell["cell_type"] == "code"]
    nodes = [node for cell in cells for node in ast.walk(ast.parse("".join(cell["source"])))]
    used = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("painlab")
        for alias in node.names
    }
    reached = {
        f"{used[node.value.id]}.{node.attr}"
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and used.get(node.value.id) in public_modules()
    }
    return set(used.values()) | reached


def test_each_thing_that_goes_in_is_named_with_its_unit_or_columns() -> None:
    assert [f"{one.name}: {wrong}" for one in PUBLIC for wrong in _wrong_inputs(one)] == []


def _wrong_inputs(one: Documented) -> Iterator[str]:
    for name, annotation in _inputs(one):
        words = _words_of(name, one.text)
        if words is None:
            yield f"'{name}' is not named"
        elif NUMBER.search(_plain(annotation, one.module)) and not UNIT.search(words):
            yield f"'{name}' has no unit, range or shape"
        elif "DataFrame" in annotation and not TABLE.search(words):
            yield f"'{name}' has no columns"


def test_each_thing_that_comes_out_has_its_unit_or_columns() -> None:
    assert [one.name for one in PUBLIC if not _says_what_comes_out(one)] == []


def _says_what_comes_out(one: Documented) -> bool:
    if isinstance(one.node, ast.ClassDef) or one.node.returns is None:
        return True
    annotation = ast.unparse(one.node.returns)
    if "DataFrame" in annotation:
        return bool(TABLE.search(one.text))
    return not NUMBER.search(_plain(annotation, one.module)) or bool(UNIT.search(one.text))


def test_each_error_is_named() -> None:
    assert [f"{one.name}: {error}" for one in PUBLIC for error in sorted(_unsaid(one))] == []


def _unsaid(one: Documented) -> set[str]:
    said = sections(one.text).get("Raises", "")
    return {error for error in _raised(one) if not re.search(rf"^{error}$", said, re.MULTILINE)}


def test_each_statistic_names_its_source() -> None:
    functions = [one for one in PUBLIC if isinstance(one.node, ast.FunctionDef)]
    statistics = [one for one in functions if one.module in SOURCED and one.owner is None]
    assert statistics
    assert [one.name for one in statistics if "References" not in sections(one.text)] == []


def test_each_model_names_its_source() -> None:
    models = [one for one in PUBLIC if one.module.startswith("painlab.models.")]
    assert models
    assert [one.name for one in models if not REFERENCE.search(f"{one.text} {one.around}")] == []


def _inputs(one: Documented) -> Iterator[tuple[str, str]]:
    """Yield the parameters of a function or the fields of a class, each with its annotation."""
    if isinstance(one.node, ast.ClassDef):
        for node in one.node.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                # What a class says of itself, and what a front end sees, are no input.
                own = not re.search("traitlets|ClassVar", ast.unparse(node))
                if own and not node.target.id.startswith("_"):
                    yield node.target.id, ast.unparse(node.annotation)
        return
    given = one.node.args
    rest = [argument for argument in (given.vararg, given.kwarg) if argument]
    for argument in [*given.posonlyargs, *given.args, *given.kwonlyargs, *rest]:
        if argument.arg not in ("self", "cls"):
            yield argument.arg, ast.unparse(argument.annotation) if argument.annotation else ""


def _words_of(name: str, text: str) -> str | None:
    """Return what a docstring says of a parameter: its entry, or the words that name it."""
    parts = sections(text)
    known = entries(parts.get("Parameters", "")) | entries(parts.get("Attributes", ""))
    if name in known:
        return known[name]
    return parts[""] if re.search(rf"(?<!`)`{name}`(?!`)", parts[""]) else None


def _plain(annotation: str, module: str) -> str:
    """Return an annotation with the names that its module gives to types written out."""
    types = {
        ast.unparse(node.targets[0]): ast.unparse(node.value)
        for node in tree(module).body
        if isinstance(node, ast.Assign)
    }
    return re.sub(r"\w+", lambda found: types.get(found[0], found[0]), annotation)


def _raised(one: Documented) -> set[str]:
    """Return the errors that a function raises, itself or through private helpers beside it."""
    if isinstance(one.node, ast.ClassDef):
        return set()
    parts: list[ast.Module | ast.ClassDef] = [tree(one.module)]
    parts += [one.owner] if one.owner else []
    helpers = {
        node.name: node
        for part in parts
        for node in part.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("_")
    }
    todo, seen, found = [one.node], set[str](), set[str]()
    while todo:
        function = todo.pop()
        seen.add(function.name)
        for node in ast.walk(function):
            if isinstance(node, ast.Raise) and node.exc is not None:
                found.add(_error(node.exc, helpers))
            elif isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                name = node.func.id if isinstance(node.func, ast.Name) else name
                if name in helpers and name not in seen:
                    todo.append(helpers[name])
    return found - {"NotImplementedError"}


def _error(raised: ast.expr, helpers: dict[str, ast.FunctionDef]) -> str:
    """Return the name of an error, also of one that a helper makes."""
    called = raised.func if isinstance(raised, ast.Call) else raised
    name = ast.unparse(called)
    made = helpers[name].returns if name in helpers else None
    return ast.unparse(made) if made else name
