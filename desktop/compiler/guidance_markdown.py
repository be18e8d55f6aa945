"""The outline of guidance.md: sections, sub-headings, and statements with a head and prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from desktop.compiler.faults import Fault

_SECTION = re.compile(r"## (?P<title>\S.*?) \{#(?P<id>[a-z0-9-]+)(?: generated=(?P<generated>\S+))?\}")
_FENCE = "+++"
_SECTION_MARK, _SUBHEADING_MARK = "## ", "### "
_SECTION_FORM = "Write it like: ## First-line therapy {#first-line}"


@dataclass(frozen=True, slots=True)
class Block:
    """One section heading, sub-heading or statement, with the line it begins on."""

    kind: Literal["section", "subheading", "statement", "stray"]
    line: int
    words: str
    head: str = ""


@dataclass(slots=True)
class OutlinedStatement:
    """A statement as it stands in the file, its head not yet read."""

    line: int
    head: str
    prose: str
    subheading: str | None


@dataclass(slots=True)
class OutlinedSection:
    """A section as it stands in the file."""

    id: str
    title: str
    generated: str | None
    statements: list[OutlinedStatement] = field(default_factory=list)


def outline(text: str, file: str) -> tuple[list[OutlinedSection], list[Fault]]:
    """The sections in order; a sub-heading belongs to the first statement after it."""
    sections: list[OutlinedSection] = []
    faults: list[Fault] = []
    subheading: Block | None = None
    for block in _blocks(text.splitlines()):
        fault = _misplaced(block, bool(sections), subheading)
        if fault is not None:
            faults.append(Fault(file, f"line {block.line}", *fault))
        elif block.kind == "section":
            section = _section(block)
            sections.append(section)
        elif block.kind == "statement":
            heading = subheading.words if subheading else None
            sections[-1].statements.append(OutlinedStatement(block.line, block.head, block.words, heading))
        subheading = block if block.kind == "subheading" else None
    if subheading is not None:
        faults.append(Fault(file, f"line {subheading.line}", *_LONELY))
    return sections, faults


_LONELY = ("a sub-heading has no statement after it", "Write a statement below it, or take it out.")


def _misplaced(block: Block, in_section: bool, subheading: Block | None) -> tuple[str, str] | None:
    """What is wrong with a block where it stands, and what to do."""
    if block.kind == "stray":
        return "prose stands outside a statement", "Give it a head between two +++ lines, or take it out."
    if block.kind == "section" and _SECTION.fullmatch(block.words) is None:
        return "the section heading has no id that can be read", _SECTION_FORM
    if block.kind != "section" and not in_section:
        return "it stands before the first section", _SECTION_FORM
    if block.kind == "statement" and not block.head:
        return "the head of a statement is not closed", "Write a second +++ line below the head."
    if block.kind != "statement" and subheading is not None:
        return _LONELY
    return None


def _section(block: Block) -> OutlinedSection:
    found = _SECTION.fullmatch(block.words)
    assert found is not None
    return OutlinedSection(found["id"], found["title"], found["generated"])


def _blocks(lines: list[str]) -> Iterator[Block]:
    """The file cut at headings and heads."""
    at = 0
    while at < len(lines):
        line, start = lines[at], at + 1
        if line.rstrip() == _FENCE:
            closing = next((here for here in range(start, len(lines)) if lines[here].rstrip() == _FENCE), None)
            body = start if closing is None else closing + 1
            at = _next_boundary(lines, body)
            head = "" if closing is None else "\n".join(lines[start:closing]) + "\n"
            yield Block("statement", start, "\n".join(lines[body:at]).strip(), head)
        elif line.startswith(_SUBHEADING_MARK):
            at += 1
            yield Block("subheading", start, line.removeprefix(_SUBHEADING_MARK).strip())
        elif line.startswith(_SECTION_MARK):
            at += 1
            yield Block("section", start, line.rstrip())
        else:
            at = _next_boundary(lines, at)
            if any(words.strip() for words in lines[start - 1 : at]):
                yield Block("stray", start, "")


def _next_boundary(lines: list[str], start: int) -> int:
    """The next line that begins a section, a sub-heading or a statement."""
    return next((at for at in range(start, len(lines)) if _is_boundary(lines[at])), len(lines))


def _is_boundary(line: str) -> bool:
    return line.rstrip() == _FENCE or line.startswith((_SECTION_MARK, _SUBHEADING_MARK))
