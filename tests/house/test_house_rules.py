"""The rules of the house, each with its reason and with a line that breaks it."""

import re
from dataclasses import dataclass

import pytest

from desktop.paths import ROOT
from tests.house.source import Module, modules

MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 30
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "core", "misc"}


@dataclass(frozen=True)
class Rule:
    """A pattern that no line of the program may hold, save in the places that are excused."""

    pattern: str
    reason: str
    breach: str
    excused: tuple[str, ...] = ()

    def breaches(self, module: Module) -> list[str]:
        """The lines that break the rule, told with the reason."""
        if module.name.startswith(self.excused):
            return []
        return [
            f"{module.name}:{number}: {self.reason}"
            for number, line in enumerate(module.text.splitlines(), 1)
            if re.search(self.pattern, line)
        ]


RULES = [
    Rule(
        r"""\.execute(many|script)?\(\s*f["'](?!PRAGMA)""",
        "SQL is never put together out of text; values are bound",
        'connection.execute(f"SELECT * FROM {table}")',
    ),
    Rule(
        r"""\bf["']+\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|DROP|CREATE)\b""",
        "SQL is never put together out of text; values are bound",
        'select = f"SELECT {column} FROM drug"',
    ),
    Rule(
        r"""["']\s*(SELECT|INSERT|UPDATE|DELETE) .*["']\s*(%|\+|\.format\()""",
        "SQL is never put together out of text; values are bound",
        'select = "SELECT name FROM " + table',
    ),
    Rule(
        r"(?<![\w.])print\(",
        "only commands, the compiler and the start write to the terminal",
        'print("done")',
        ("desktop/commands/", "desktop/compiler/", "desktop/__main__.py"),
    ),
    Rule(
        r"\b(datetime|date)\.(now|utcnow|today)\(|\btime\.time\(",
        "the domain, the content and the compiler know no clock",
        "today = date.today()",
        (
            "desktop/ui/",
            "desktop/commands/",
            "desktop/packs/",
            "desktop/notebook/",
            "desktop/sheets/",
            "desktop/health/",
        ),
    ),
    Rule(
        r"(?<![\w.])float\(|\bmath\.",
        "clinical arithmetic is exact: Decimal, never float",
        "dose = float(text)",
        ("desktop/ui/", "desktop/charts/", "desktop/sheets/", "desktop/commands/"),
    ),
    Rule(r":[\d<>^+,.]*n\}", "a number printed by the language of the machine is misread", 'f"{dose:n} mg"'),
    Rule(r"\b(eval|exec)\((?!\))", "what is read must not run", 'exec("x = 1")', ("desktop/ui/",)),
    Rule(r"(?<![.\w])eval\(", "what is read must not run", "eval(text)"),
    Rule(r"^\s*except\s*:", "a fault is named, or it is not caught", "    except:"),
    Rule(r"\bexcept BaseException\b", "the reader may still stop the program", "except BaseException:"),
    Rule(
        r"Application\.instance\(",
        "no part of the window looks for the whole",
        "app = QApplication.instance()",
        ("desktop/ui/application.py", "desktop/ui/words_dialog.py", "desktop/commands/sheet.py"),
    ),
    Rule(r"\bQThread\b|\bQThreadPool\b|\bQRunnable\b", "no thread until something takes over 50 ms", "QThread()"),
    Rule(
        r"setOpenExternalLinks\(True\)|\bQDesktopServices\b",
        "an outside link offers copy, never a browser",
        "QDesktopServices.openUrl(url)",
        ("desktop/ui/folders.py",),
    ),
    Rule(r"\bQLabel\(", "a label shows its words as they are", "QLabel(words)", ("desktop/ui/labels.py",)),
    Rule(r"\.setSource\(|\.setSearchPaths\(", "a page is given, never fetched", "browser.setSource(url)"),
    Rule(r"\bset(Fixed|Maximum)Height\(\d", "a fixed pixel height cuts enlarged text", "label.setFixedHeight(20)"),
    Rule(r"\bprocessEvents\(", "wait on signals, never on time", "app.processEvents()"),
    # What another program holds for a moment sends no signal when it lets go.
    Rule(r"\btime\.sleep\(", "wait on signals, never on time", "time.sleep(1)", ("desktop/packs/shelf.py",)),
    Rule(r"\bElide(Right|Left|Middle)\b", "a drug name or a dose is never cut", "Qt.ElideRight"),
    Rule(r"#\s*(TODO|FIXME|XXX|HACK)\b(?!\([\w-]+\): \w)", "a TODO has an owner and a reason", "# TODO fix this"),
    Rule(r"#\s*noqa(?!: [A-Z]+\d+)", "a silenced warning says which", "import os  # noqa"),
    Rule(r"#\s*type:\s*ignore(?!\[)", "a silenced type says which", "x = y  # type: ignore"),
    Rule(r"\bshell=True\b|\bos\.system\(", "no text reaches a shell", 'os.system("ls")'),
    Rule(
        r"""["'].*\bq(4|6|8|12|24|36|48)h\b""", "every 8 hours, never q8h", 'words = "2 g q8h"', ("desktop/compiler/",)
    ),
    Rule(
        r"""["'][^"']*\b(safe|approved) for (this|the) patient""",
        "the label row, never approved for this patient",
        'words = "approved for this patient"',
    ),
    Rule(r"\bassert False\b", "an error says what is wrong", "assert False"),
]


@pytest.mark.parametrize("rule", RULES, ids=[f"{rule.reason} {rule.breach}" for rule in RULES])
def test_a_rule_of_the_house_is_kept(rule: Rule) -> None:
    assert [breach for module in modules() for breach in rule.breaches(module)] == []


@pytest.mark.parametrize("rule", RULES, ids=[f"{rule.reason} {rule.breach}" for rule in RULES])
def test_a_rule_of_the_house_can_be_broken(rule: Rule) -> None:
    assert rule.breaches(Module("desktop/domain/scratch.py", rule.breach))
    for place in rule.excused:
        name = place if place.endswith(".py") else f"{place}scratch.py"
        assert rule.breaches(Module(name, rule.breach)) == []


def test_there_is_a_program_to_hold_to_the_rules() -> None:
    assert len(modules()) > 30
    assert {"domain", "content", "compiler", "commands", "ui", "__main__"} <= {module.room for module in modules()}


def test_no_module_is_longer_than_250_lines() -> None:
    assert {module.name: module.lines for module in modules() if module.lines > MOST_LINES} == {}


def test_no_function_is_longer_than_30_lines() -> None:
    long = {
        f"{module.name} {name}": lines
        for module in modules()
        for name, lines in module.functions()
        if lines > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("def f():\n    return 1\n", 2),
        ('def f():\n    """One."""\n    return 1\n', 2),
        ('def f(\n    a: int,\n) -> int:\n    """One.\n\n    Two.\n    """\n    return a\n', 4),
        ("class C:\n    async def f(self):\n        pass\n", 2),
    ],
)
def test_the_length_of_a_function_is_counted_without_its_docstring(text: str, lines: int) -> None:
    assert [length for _, length in Module("desktop/x.py", text).functions()] == [lines]


def test_every_module_is_named_for_what_it_holds() -> None:
    named = {part.removesuffix(".py") for module in modules() for part in module.name.split("/")}
    assert named & NO_NAMES == set()


def test_every_module_says_what_it_is_in_its_first_line() -> None:
    silent = [module.name for module in modules() if not module.text.startswith('"""')]
    assert silent == []


def test_the_values_of_the_domain_are_frozen() -> None:
    thawed = [
        f"{module.name}:{number}"
        for module in modules()
        if module.room == "domain"
        for number, line in enumerate(module.text.splitlines(), 1)
        if "@dataclass" in line
        and "frozen=True" not in line
        # The one that collects faults while a form is read never leaves its function.
        and "class _" not in module.text.splitlines()[number]
    ]
    assert thawed == []


def test_the_oracle_never_saw_the_program() -> None:
    for path in (ROOT / "tests" / "oracle").glob("*.py"):
        names = [name for name, _ in Module("tests/oracle", path.read_text(encoding="utf-8")).imported()]
        assert names or path.name == "__init__.py"
        assert not any(name.startswith("desktop") for name in names), path


def test_no_test_is_skipped_for_a_missing_library_or_expected_to_fail() -> None:
    # A test that another system cannot run may say so: pytest.skip("only Linux ...").
    marks = re.compile(
        r"""mark\.skip|pytest\.skip\((?!["']only )|\bxfail\b|importorskip|unittest\.mock|\bMagicMock\b"""
    )
    here = "tests/house/test_house_rules.py"
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if path.relative_to(ROOT).as_posix() != here
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert found == []
