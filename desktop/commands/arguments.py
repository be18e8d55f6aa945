"""The arguments of the window and of every command; what is typed stays text, for the one strict reader."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from desktop.commands.reply import CommandError

HELP_FLAGS = frozenset({"-h", "--help"})
FIGURES = {
    "age": "years",
    "age-months": "months, for a child",
    "sex": "female or male",
    "weight": "kg",
    "height": "cm",
    "creatinine": "with its unit",
    "creatinine-unit": "mg/dL or umol/L",
    "crcl": "a creatinine clearance in mL/min, instead of a creatinine",
    "dialysis": "none, haemodialysis or crrt",
    "effluent": "L per hour, with crrt",
    "weight-used": "actual, ideal or adjusted",
}

CHOSEN_AGAIN = {
    "enzyme": "what the laboratory found, or unknown",
    "drug": "a drug of the regimen",
    "allergy": "ceftazidime, aztreonam, cefiderocol, severe-beta-lactam, polymyxin or none",
    "available": "a drug that this place has",
}
CHOSEN_ONCE = {
    "species": "such as klebsiella",
    "site": "blood, lung, abdomen, urine or other",
    "infusions": "together or staggered",
    "load": "given or omitted",
}


class Parser(argparse.ArgumentParser):
    """A parser that reports a fault as a value of ours and never ends the program."""

    def __init__(self, command: str, description: str) -> None:
        self._called = f"wardlight {command}".strip()
        super().__init__(prog=self._called, description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """The fault that ends every misunderstanding of the arguments."""
        raise CommandError("arguments", f"{message}. See: {self._called} --help")

    def option(self, name: str, described: str, shown: str) -> None:
        """Add an option that takes one text, once."""
        self.add_argument(name, action=_Once, metavar=shown, help=described)


class _Once(argparse.Action):
    """Keeps one text untouched. Two values, or none, would leave open which of them decides a dose."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        _option: str | None = None,
    ) -> None:
        if not isinstance(values, str) or not values.strip():
            raise argparse.ArgumentError(self, "has no value; write one, or leave the option out")
        if getattr(namespace, self.dest) is not None:
            raise argparse.ArgumentError(self, "was given twice; give it once")
        setattr(namespace, self.dest, values)


def window_parser() -> Parser:
    """The arguments without a command: the window."""
    parser = Parser("", "Offline reference for infections with metallo-beta-lactamase producers.")
    parser.option("--topic", "the topic to open", "SLUG")
    parser.add_argument("--kiosk", action="store_true", help="full screen")
    parser.add_argument(
        "--exit-after-paint",
        dest="leave",
        action="store_const",
        const="painted",
        default="",
        help="leave after the first painted page",
    )
    # For the checks of a release: with everything made that the first page does not show.
    parser.add_argument(
        "--exit-when-complete", dest="leave", action="store_const", const="complete", help=argparse.SUPPRESS
    )
    parser.add_argument("--version", action="store_true", help="the version of the program")
    _places(parser)
    return parser


def read_parser() -> Parser:
    """The arguments of `read`."""
    parser = Parser("read", "A topic as plain text.")
    parser.add_argument("topic", metavar="TOPIC", help="such as ndm")
    parser.option("--role", "whose statements come first", "ROLE")
    return _everywhere(parser)


def search_parser() -> Parser:
    """The arguments of `search`."""
    parser = Parser("search", "What the library holds about a word, a name or a question; best first.")
    parser.add_argument("text", metavar="TEXT", help='such as "avycaz crcl 25"; may be a question')
    parser.option("--limit", "at most so many results (10)", "N")
    return _everywhere(parser)


def claims_parser() -> Parser:
    """The arguments of `claims`."""
    parser = Parser("claims", "The claims of the source article, each with our verdict.")
    parser.add_argument("topic", metavar="TOPIC", nargs="?", help="such as ndm")
    return _everywhere(parser)


def content_parser() -> Parser:
    """The arguments of `content`."""
    described = (
        "What the content is (info), whether it can be trusted (verify), a signed pack of newer content (import), "
        "the way back (rollback), what differs between two content files (compare), and the library as pages (html)."
    )
    parser = Parser("content", described)
    parser.add_argument("action", metavar="info|verify|import|rollback|compare|html", nargs="?", default="")
    parser.add_argument(
        "operands", metavar="FILE", nargs="*", help="import: the pack; compare: the old and the new; html: a folder"
    )
    return _everywhere(parser)


def self_test_parser() -> Parser:
    """The arguments of `self-test`."""
    return _everywhere(Parser("self-test", "Whether the program, its content and this machine are well."))


def sheet_parser() -> Parser:
    """The arguments of `sheet`."""
    parser = Parser("sheet", "A sheet to hand over, as PDF, HTML or text. The ending of the file decides.")
    parser.option("--kind", "card, topic, references or downtime", "KIND")
    parser.option("--case", "the case of a card, as JSON; - for standard input", "FILE")
    parser.option("--topic", "which topic, otherwise the first", "SLUG")
    parser.option("--paper", "A4 or A5, for a PDF; otherwise A4", "PAPER")
    parser.option("--out", "the file to write: .pdf, .html or .txt", "FILE")
    return _everywhere(parser)


def dose_parser() -> Parser:
    """The arguments of `dose`."""
    parser = Parser("dose", "The label and guideline rows for a case. Options for a clinician to weigh, not orders.")
    parser.add_argument("--drug", action="append", default=[], metavar="SLUG", help="may be given again")
    parser.add_argument("--basis", action="append", default=[], metavar="SLUG", help="may be given again; default all")
    _figures(parser)
    return _everywhere(parser)


def check_parser() -> Parser:
    """The arguments of `check`."""
    parser = Parser("check", "The findings for a regimen. Options for a clinician to weigh, not orders.")
    for name, described in CHOSEN_AGAIN.items():
        parser.add_argument(
            f"--{name}", action="append", default=[], metavar="SLUG", help=f"{described}; may be given again"
        )
    for name, described in CHOSEN_ONCE.items():
        parser.option(f"--{name}", described, name.upper())
    _figures(parser)
    return _everywhere(parser)


def _figures(parser: Parser) -> None:
    for name, described in FIGURES.items():
        parser.option(f"--{name}", described, name.upper())
    parser.add_argument("--unstable-creatinine", action="store_true", help="the creatinine is not steady")


def _everywhere(parser: Parser) -> Parser:
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    _places(parser)
    return parser


def _places(parser: Parser) -> None:
    parser.option("--content", "another content database", "FILE")
    parser.option("--data", "your own folder", "DIR")
