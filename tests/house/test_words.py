"""Every word of the interface goes through translation, save what is listed here with its reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import words
from desktop.paths import ROOT
from tests.house.source import Module, modules

_MARKED = {"tr", "tr_later", "only_english"}
# What a page of the library says is content, in the language of the content, whatever the window speaks.
_OF_THE_LIBRARY = {
    "answers_html": "questions and their answers",
    "breakpoints_html": "breakpoints",
    "dose_cards": "doses",
    "drug_html": "drugs",
    "findings_html": "findings",
    "glossary_html": "terms",
    "guidelines_html": "guidelines",
    "ledger_html": "claims",
    "lists_html": "the lists of the page of a topic",
    "matrix_html": "enzymes and drugs",
    "page_html": "the page of a topic",
    "references_html": "references",
    "renewal_html": "what changes between two contents, whose they are, and whether the machine can be trusted",
    "source_html": "where something comes from",
    "statements_html": "statements",
    "studies_html": "studies",
}
_NO_WORDS = {
    "Wardlight": "the program's name",
    "BibTeX": "a format's name",
    "Fusion": "a style of Qt",
    " mL/min": "a unit",
    "L per hour": "a unit",
    "Mark": "the end of a look's name",
    "English": "a language by its own name",
}
_NO_PROSE = (
    re.compile(r"((Ctrl|Shift|Alt)\+)+[\w+-]+|Esc|Enter|Space|Tab, Shift\+Tab|Page up, .*|F3, Shift\+F3"),  # keys
    re.compile(r"[^{}]+\{[^{}]*:[^{}]*\}.*", re.DOTALL),  # style sheets
    re.compile(r"[a-z]+:"),  # links
    re.compile(r"<h2>Wardlight: "),
)
_TAG = re.compile(r"<[^<>]*>|<[^<>]*$|^[^<>]*>|&\w+;")
_PROSE = re.compile(r"[A-Za-z,.:;)] [A-Za-z(]|\b[A-Z][a-z]|[a-z]{2}[.:?!] *$|^ ?[a-z]{2,} | [a-z]{2,} ?$")


def _unmarked(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every text that reads like words and is not marked, but docstrings and annotations."""
    spared = {id(node) for marked in _calls(tree) for argument in marked.args for node in ast.walk(argument)}
    for node in ast.walk(tree):
        spared |= {id(each) for part in _never_shown(node) for each in ast.walk(part)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(node, ast.Constant) and isinstance(text, str) and id(node) not in spared and _is_prose(text):
            yield node


def _calls(tree: ast.Module) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in _MARKED]


def _never_shown(node: ast.AST) -> list[ast.AST]:
    """Docstrings, annotations, and the messages of broken invariants."""
    match node:
        case ast.Module(body=[ast.Expr(ast.Constant() as said), *_]):
            return [said]
        case ast.ClassDef(body=[ast.Expr(ast.Constant() as said), *_]):
            return [said]
        case ast.FunctionDef(returns=returns, body=[first, *_]):
            return [part for part in (returns, first if isinstance(first, ast.Expr) else None) if part is not None]
        case ast.arg(annotation=note) | ast.AnnAssign(annotation=note) if note is not None:
            return [note]
        case ast.Call(func=ast.Name(id="TypeVar")):
            return list(node.args)
        case ast.Call(func=ast.Name(id="choose"), keywords=chosen):  # choices of Qt by their names
            return list(chosen)
        case ast.Assert(msg=message) if message is not None:
            return [message]
    return []


def _is_prose(text: str) -> bool:
    """Whether a text reads like words: two in a row, a capital, the end of a sentence."""
    if text in _NO_WORDS or any(form.fullmatch(text) for form in _NO_PROSE):
        return False
    return bool(_PROSE.search(_TAG.sub("", text)))


@pytest.mark.parametrize("module", modules(ROOT / "desktop" / "ui"), ids=lambda module: module.name)
def test_no_word_of_the_interface_is_left_out_of_translation(module: Module) -> None:
    if Path(module.name).stem in _OF_THE_LIBRARY:
        return
    found = [f"{module.name}:{text.lineno}: {text.value!r}" for text in _unmarked(ast.parse(module.text))]
    remedy = "tr(…) where it is shown, tr_later(…) for a constant, only_english(…) where a reviewer must sign first"
    assert not found, f"not marked, write {remedy}: {found}"


@pytest.mark.parametrize(
    "line",
    [
        'QPushButton("Why")',
        'label(f"{count} results", "quiet")',
        'self.setToolTip("clear the case")',
        '_HEADS = {1: "Answers"}',
        'text.setHtml(f"<p>{name} is not available.</p>")',
        'say("Copied: " + words)',
    ],
)
def test_a_word_that_is_not_marked_would_be_seen(line: str) -> None:
    assert list(_unmarked(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        'QPushButton(tr("Why"))',
        '_WHY = tr_later("Why")',
        'label(only_english(f"Edition {edition}"), "quiet")',
        'self.setObjectName("cardTitle")',
        'QKeySequence("Ctrl+Shift+N")',
        '"""What it is."""',
    ],
)
def test_a_word_that_is_marked_or_never_shown_is_passed(line: str) -> None:
    assert not list(_unmarked(ast.parse(line)))


def test_what_is_kept_in_english_is_in_no_catalogue() -> None:
    kept = {
        node.value
        for module in modules(ROOT / "desktop" / "ui")
        for call in _calls(ast.parse(module.text))
        if isinstance(call.func, ast.Name) and call.func.id == "only_english"
        for node in ast.walk(call.args[0])
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert "It does not know your patient." in " ".join(kept)
    assert kept.isdisjoint({message.words for message in words.catalogue()})


def test_the_catalogue_has_the_words_of_the_sources(tmp_path: Path) -> None:
    fresh = tmp_path / words.CATALOGUE.name
    words.write(fresh, words.catalogue(), {})
    assert words.CATALOGUE.read_text(encoding="utf-8") == fresh.read_text(encoding="utf-8"), (
        "the words of the interface have changed: run python3 packaging/dev.py words, and commit what it writes"
    )


def test_every_word_given_to_translation_is_written_where_it_is_given() -> None:
    for module in modules(ROOT / "desktop" / "ui"):
        for call in _calls(ast.parse(module.text)):
            if isinstance(call.func, ast.Name) and call.func.id == "tr_later":
                assert isinstance(call.args[0], ast.Constant), f"{module.name}:{call.lineno}"
            if isinstance(call.func, ast.Name) and call.func.id == "tr":
                assert not isinstance(call.args[0], ast.JoinedStr), f"{module.name}:{call.lineno}: use {{places}}"
