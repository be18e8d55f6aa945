"""The program's own source, read as text and as syntax."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop.paths import ROOT

PACKAGE = ROOT / "desktop"


@dataclass(frozen=True)
class Module:
    """One module of the program, with its path below the root as people write it."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The module's syntax."""
        return ast.parse(self.text, self.name)

    @property
    def lines(self) -> int:
        """How long the file is."""
        return len(self.text.splitlines())

    @property
    def room(self) -> str:
        """The first part below desktop/: "ui", "domain", "__main__"."""
        return self.name.split("/")[1].removesuffix(".py")

    def imported(self) -> Iterator[tuple[str, int]]:
        """Every module named by an import anywhere in the file, and every name imported from one, with its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                module = node.module or ""
                yield module, node.lineno
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)
            elif isinstance(node, ast.Call):
                yield from _imported_by_call(node)

    def functions(self) -> Iterator[tuple[str, int]]:
        """Every function with its length: signature and body, without the docstring."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield node.name, node.end_lineno - node.lineno + 1 - _docstring_lines(node)


def _imported_by_call(node: ast.Call) -> Iterator[tuple[str, int]]:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called in ("import_module", "__import__"):
        named = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        yield from ((str(name), node.lineno) for name in named[:1])


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    if ast.get_docstring(node) is None or first.end_lineno is None:
        return 0
    return first.end_lineno - first.lineno + 1


def modules(package: Path = PACKAGE) -> list[Module]:
    """Every module of the program."""
    paths = sorted(path for path in package.rglob("*.py") if "shipped" not in path.parts)
    return [Module(path.relative_to(package.parent).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def is_within(name: str, package: str) -> bool:
    """Whether a dotted name is a package or something in it."""
    return name == package or name.startswith(f"{package}.")


def marked_tests(mark: str) -> list[tuple[str, str]]:
    """Every id that a mark carries, with the test that carries it as pytest names it; a mark elsewhere is told too."""
    found = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), name)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                keys = [key for decorator in node.decorator_list for key in _ids_of(mark, decorator)]
                found += [(key, f"{name}::{node.name}") for key in keys]
    return found


def _ids_of(mark: str, decorator: ast.expr) -> list[str]:
    """The ids as written; an id that is no plain text is given as its source, so that it names nothing."""
    if not isinstance(decorator, ast.Call) or ast.unparse(decorator.func) != f"pytest.mark.{mark}":
        return []
    return [str(one.value) if isinstance(one, ast.Constant) else ast.unparse(one) for one in decorator.args]
