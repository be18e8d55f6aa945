"""The program's own words, and the templates of what is printed: whether they express doses safely."""

import ast
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.compiler.expression import RULES, Rule, abbreviation_rules, unsafe_places
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.prose import drug_abbreviations
from desktop.paths import RESOURCES, ROOT

# The rooms whose strings reach a reader.
_ROOMS = ("domain", "health", "sheets", "packs", "notebook", "charts", "commands", "ui")
_TEMPLATES = RESOURCES / "templates"
# Marks of HTML, of templates and of patterns, which are no words; and what stands in for a value.
_MARKS = re.compile(r"<[^<>]*>|&[a-z]+;|\{[{%#].*?[}%#]\}|\{[\d,]+\}", re.DOTALL)
_FILLED = "¤"
_PARTED = "\n\n\n\n\n"


def interface_faults(
    library: AuthoredLibrary, code: Path = ROOT / "desktop", templates: Path = _TEMPLATES
) -> Iterator[Fault]:
    """Faults for doses written in a form that has been misread, in the program itself."""
    rules = [*RULES, *abbreviation_rules([*drug_abbreviations(library)])]
    for room in _ROOMS:
        for path in sorted([*(code / room).rglob("*.py"), *code.glob(f"{room}.py")]):
            yield from _faults(path.relative_to(code.parent).as_posix(), _strings(path), rules)
    for path in sorted(path for path in templates.rglob("*") if path.is_file()):
        yield from _faults(path.relative_to(templates.parent).as_posix(), _lines(path), rules)


def _faults(file: str, strings: Iterable[tuple[int, str]], rules: list[Rule]) -> Iterator[Fault]:
    """Faults of one file; its strings are tried all at once, parted by more than any rule reaches across."""
    lines, starts, whole = [], [], ""
    for line, words in strings:
        lines.append(line)
        starts.append(len(whole))
        whole += _MARKS.sub(" ", words) + _PARTED
    for at, found, instead in unsafe_places(whole, rules):
        yield Fault(
            file, f"line {lines[bisect_right(starts, at) - 1]}", f'"{found}" is no safe way to write it', instead
        )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    yield from enumerate(path.read_text(encoding="utf-8").splitlines(), 1)


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module but its docstrings, a value inside it standing as one mark.

    The tree is walked from the outside in, so that a string is met before its parts.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        passed |= {id(inner) for code in _no_words(node) for inner in ast.walk(code)}
        if isinstance(node, ast.JoinedStr) and id(node) not in passed:
            passed |= {id(part) for part in node.values}
            yield node.lineno, "".join(_part(part) for part in node.values)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.lineno, node.value


def _no_words(node: ast.AST) -> Iterator[ast.AST]:
    """What of a node is code inside a string: how a value is filled in, a pattern, a layout of bytes."""
    if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
        yield node.format_spec
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("compile", "Struct"):
        yield from node.args


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else _FILLED


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value
