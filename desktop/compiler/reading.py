"""The authored library off the disk, every file in its form, with every fault met on the way."""

import re
from pathlib import Path
from typing import Any

from desktop.compiler.authored import AuthoredEdition, AuthoredReference
from desktop.compiler.authored_answers import ANSWERS, AuthoredAnswer
from desktop.compiler.authored_drug import AuthoredDrug
from desktop.compiler.authored_enzymes import ENZYMES_FILE, AuthoredEffect, AuthoredEnzyme
from desktop.compiler.authored_evidence import (
    BREAKPOINTS,
    EVIDENCE,
    GUIDELINES,
    AuthoredBreakpoint,
    AuthoredGuideline,
    AuthoredStudy,
)
from desktop.compiler.authored_glossary import GLOSSARY_FILE, AuthoredTerm
from desktop.compiler.authored_pitfalls import OPTIONS, AuthoredOption, AuthoredPitfall, PitfallsHead
from desktop.compiler.authored_search import SEARCH_FILE, AuthoredSearch
from desktop.compiler.authored_topic import (
    AuthoredArticleReference,
    AuthoredClaim,
    AuthoredTopic,
    LedgerHead,
    StatementHead,
)
from desktop.compiler.faults import Fault
from desktop.compiler.files import Desk, Form
from desktop.compiler.guidance_markdown import OutlinedStatement, outline
from desktop.compiler.library import AuthoredLedger, AuthoredLibrary, AuthoredSection, AuthoredStatement, TopicFolder
from desktop.compiler.pages import read_pages
from desktop.compiler.rendering import rendered
from desktop.domain.case_choices import DRUGS_WITH_DOSES

EDITION, REFERENCES = "edition.toml", "references.toml"
TOPIC, GUIDANCE, PITFALLS, LEDGER = "topic.toml", "guidance.md", "pitfalls.toml", "ledger.toml"
# Read by itself, so that a statement whose head is broken still has its name.
_ID = re.compile(r'^id = "(?P<id>[^"\n]*)"', re.MULTILINE)
_FOR_AUTHORS = ("FORMAT.md", "README.md", "LICENSE")


def read_library(folder: Path) -> tuple[AuthoredLibrary, list[Fault]]:
    """Everything that could be read, and everything that kept the rest from it."""
    desk = Desk(folder)
    edition = desk.shape(AuthoredEdition, desk.table(folder / EDITION, EDITION), EDITION)
    references = _references(desk)
    drugs = tuple(drug for path in _in_folder(folder / "drugs", "*.toml") if (drug := _drug(desk, path)) is not None)
    topics = tuple(_topic(desk, path) for path in _in_folder(folder / "topics", "*/"))
    enzymes, effects = _enzymes(desk)
    terms, pages = _terms(desk), read_pages(desk)
    search = _search(desk)
    _unread(desk)
    declared = {kind: frozenset(keys) for kind, keys in desk.declared.items()}
    in_program_order = sorted(drugs, key=lambda drug: DRUGS_WITH_DOSES.index(drug.id))
    library = AuthoredLibrary(
        edition,
        references,
        tuple(in_program_order),
        topics,
        enzymes,
        effects,
        search,
        declared,
        frozenset(desk.unreadable),
        terms,
        pages,
    )
    return library, desk.faults


def _in_folder(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def _unread(desk: Desk) -> None:
    """Faults for files that nothing reads: a file under a wrong name would be content lost in silence."""
    for path in sorted(desk.folder.rglob("*")):
        name = path.relative_to(desk.folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and path not in desk.read and path.name not in _FOR_AUTHORS and not hidden:
            desk.fault(name.as_posix(), "the whole file", "nothing reads this file", "Correct its name or take it out.")


def _references(desk: Desk) -> tuple[AuthoredReference, ...]:
    table = desk.table(desk.folder / REFERENCES, REFERENCES)
    if table is None:
        desk.unreadable.add("reference")
        return ()
    found = desk.shapes(AuthoredReference, desk.entries(table, "reference", REFERENCES), "reference", REFERENCES)
    _nothing_else(desk, table, REFERENCES)
    return found


def _enzymes(desk: Desk) -> tuple[tuple[AuthoredEnzyme, ...], tuple[AuthoredEffect, ...]]:
    """The matrix, which a library may do without."""
    if not (desk.folder / ENZYMES_FILE).exists():
        return (), ()
    table = desk.table(desk.folder / ENZYMES_FILE, ENZYMES_FILE)
    if table is None:
        return (), ()
    enzymes = desk.shapes(AuthoredEnzyme, desk.entries(table, "enzyme", ENZYMES_FILE), "enzyme", ENZYMES_FILE)
    effects = desk.shapes(AuthoredEffect, desk.entries(table, "effect", ENZYMES_FILE), "effect", ENZYMES_FILE)
    _nothing_else(desk, table, ENZYMES_FILE)
    return enzymes, effects


def _terms(desk: Desk) -> tuple[AuthoredTerm, ...]:
    """The glossary, which a library may do without."""
    path = desk.folder / GLOSSARY_FILE
    table = desk.table(path, GLOSSARY_FILE) if path.exists() else None
    if table is None:
        return ()
    found = desk.shapes(AuthoredTerm, desk.entries(table, "term", GLOSSARY_FILE), "term", GLOSSARY_FILE)
    _nothing_else(desk, table, GLOSSARY_FILE)
    return found


def _search(desk: Desk) -> AuthoredSearch:
    """The words of search, which a library may do without."""
    path = desk.folder / SEARCH_FILE
    table = desk.table(path, SEARCH_FILE) if path.exists() else None
    return desk.shape(AuthoredSearch, table, SEARCH_FILE) or AuthoredSearch()


def _nothing_else(desk: Desk, table: dict[str, Any], name: str) -> None:
    for key in table:
        desk.fault(name, "the whole file", f'there is no key "{key}" here', "See resources/library/FORMAT.md.")


def _drug(desk: Desk, path: Path) -> AuthoredDrug | None:
    desk.declare("drug", path.stem)
    drug = desk.shape(AuthoredDrug, desk.table(path, path.name), path.name)
    if drug is not None and drug.id != path.stem:
        desk.fault(path.name, "id", f'it says "{drug.id}"', f'Write id = "{path.stem}", or rename the file.')
    return drug


def _topic(desk: Desk, folder: Path) -> TopicFolder:
    slug = folder.name
    name = f"{slug}/{TOPIC}"
    topic = desk.shape(AuthoredTopic, desk.table(folder / TOPIC, name), name)
    if topic is not None and topic.id != slug:
        desk.fault(name, "id", f'it says "{topic.id}"', f'Write id = "{slug}", or rename the folder.')
    sections = _sections(desk, folder)
    pitfalls, not_covered = _pitfalls(desk, folder)
    return TopicFolder(
        slug,
        topic,
        sections,
        pitfalls,
        _ledger(desk, folder),
        _list(desk, folder, ANSWERS, AuthoredAnswer, "answer"),
        _list(desk, folder, OPTIONS, AuthoredOption, "option"),
        not_covered,
        guidelines=_list(desk, folder, GUIDELINES, AuthoredGuideline, "guideline"),
        studies=_list(desk, folder, EVIDENCE, AuthoredStudy, "study"),
        breakpoints=_list(desk, folder, BREAKPOINTS, AuthoredBreakpoint, "breakpoint"),
    )


def _sections(desk: Desk, folder: Path) -> tuple[AuthoredSection, ...]:
    name = f"{folder.name}/{GUIDANCE}"
    text = desk.text(folder / GUIDANCE, name)
    if text is None:
        desk.unreadable.add("statement")
        return ()
    sections, faults = outline(text, name)
    desk.faults += faults
    return tuple(
        AuthoredSection(
            section.id,
            section.title,
            section.generated,
            tuple(read for one in section.statements if (read := _statement(desk, one, name)) is not None),
            is_empty=not section.statements,
        )
        for section in sections
    )


def _statement(desk: Desk, outlined: OutlinedStatement, name: str) -> AuthoredStatement | None:
    named = _ID.search(outlined.head)
    place = f'statement "{named["id"]}"' if named else f"statement on line {outlined.line}"
    if named:
        desk.declare("statement", named["id"])
    table = desk.parsed(outlined.head, name, place)
    if table is None:
        return None
    head = desk.shape(StatementHead, table, name, place)
    if head is None:
        return None
    plain = None if head.plain is None else rendered(head.plain)
    return AuthoredStatement(head, outlined.subheading, rendered(outlined.prose), plain)


def _pitfalls(desk: Desk, folder: Path) -> tuple[tuple[AuthoredPitfall, ...] | None, tuple[str, ...]]:
    """The pitfalls, None where the topic has no such file, and what none of them asks about."""
    name = f"{folder.name}/{PITFALLS}"
    if not (folder / PITFALLS).exists():
        return None, ()
    table = desk.table(folder / PITFALLS, name)
    if table is None:
        return (), ()
    found = desk.shapes(AuthoredPitfall, desk.entries(table, "pitfall", name), "pitfall", name)
    head = desk.shape(PitfallsHead, table, name)
    return found, head.not_covered if head else ()


def _list(desk: Desk, folder: Path, file: str, form: type[Form], kind: str) -> tuple[Form, ...]:
    """A list that a topic may do without."""
    name = f"{folder.name}/{file}"
    if not (folder / file).exists():
        return ()
    table = desk.table(folder / file, name)
    if table is None:
        desk.unreadable.add(kind)
        return ()
    found = desk.shapes(form, desk.entries(table, kind, name), kind, name)
    _nothing_else(desk, table, name)
    return found


def _ledger(desk: Desk, folder: Path) -> AuthoredLedger | None:
    name = f"{folder.name}/{LEDGER}"
    if not (folder / LEDGER).exists():
        return None
    table = desk.table(folder / LEDGER, name)
    if table is None:
        desk.unreadable.add("claim")
        return AuthoredLedger(None, (), ())
    claims = desk.shapes(AuthoredClaim, desk.entries(table, "claim", name), "claim", name)
    numbers = desk.entries(table, "article_reference", name)
    references = desk.shapes(AuthoredArticleReference, numbers, "article reference", name)
    return AuthoredLedger(desk.shape(LedgerHead, table, name), claims, references)
