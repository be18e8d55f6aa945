"""The follow-up questions as a list of links, and one answer as the drawer shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.domain.answers import Answer, Part, PartKind
from desktop.domain.drugs import Drug
from desktop.domain.guidance import Statement
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import Pitfall
from desktop.domain.row_words import row_lines
from desktop.domain.wording import kept_together
from desktop.ui.fragments import heading_html
from desktop.ui.html_text import escape
from desktop.ui.words import tr

NOT_COVERED = "Not covered by this library."


def questions_html(answers: Sequence[Answer]) -> str:
    """Every question once, under the first role that asks it; each opens its answer beside the text."""
    roles = dict.fromkeys(answer.asked_by[0] for answer in answers if answer.asked_by)
    groups = [(f"A {role} asks", [answer for answer in answers if answer.asked_by[:1] == (role,)]) for role in roles]
    groups.append(("Anyone asks", [answer for answer in answers if not answer.asked_by]))
    return "".join(heading_html(3, words) + _listed_html(asked) for words, asked in groups if asked)


def _listed_html(answers: Sequence[Answer]) -> str:
    rows = "".join(f'<li><a href="answer:{answer.id}">{escape(answer.question)}</a></li>' for answer in answers)
    return f"<ul>{rows}</ul>"


@dataclass(frozen=True, slots=True)
class Holdings:
    """Where the parts of an answer are found, each by its id or slug; None for what is not there."""

    statement: Callable[[str], Statement | None]
    pitfall: Callable[[str], Pitfall | None]
    drug: Callable[[str], Drug | None]


def answer_html(answer: Answer, held: Holdings) -> str:
    """The answer in the library's own statements, each with how far it was checked and where it comes from."""
    if answer.not_covered is not None:
        return f"<p><strong>{NOT_COVERED}</strong> {escape(answer.not_covered)}</p>"
    return "".join(_part_html(part, held) for part in answer.parts)


def _part_html(part: Part, held: Holdings) -> str:
    match part.kind:
        case PartKind.DRUG:
            return f"<p>Labels, indications and warnings: {_drug_link(part.target)}. Doses are at the bedside.</p>"
        case PartKind.DOSES | PartKind.PREPARATION:
            return _basis_html(part, held)
        case PartKind.PITFALL:
            pitfall = held.pitfall(part.target)
            assert pitfall is not None, part
            words = f"<p><strong>{escape(pitfall.title)}.</strong> {escape(pitfall.why)} {escape(pitfall.action)}</p>"
            return words + _origin_html(VERIFICATION_WORDS[pitfall.verification], f"pitfall:{pitfall.id}")
    said = held.statement(part.target)
    assert said is not None, part
    return said.html + _origin_html(VERIFICATION_WORDS[said.verification], f"statement:{said.id}")


def _basis_html(part: Part, held: Holdings) -> str:
    """The rows of one label or guideline, or its lines on preparing and giving; for a damaged drug, that it is one."""
    slug, _, key = part.target.partition("/")
    drug = held.drug(slug)
    basis = drug.basis(key) if drug else None
    if drug is None or basis is None:
        return f"<p>{escape(slug)} is not available: its part of the content cannot be trusted.</p>"
    if part.kind is PartKind.DOSES:
        lines = list(row_lines(basis))
    else:
        lines = [f"{line.text} ({VERIFICATION_WORDS[line.source.verification]})" for line in basis.preparation]
    listed = "".join(f"<li>{escape(kept_together(line))}</li>" for line in lines)
    head = f"<strong>{escape(drug.name)}, {escape(basis.title)}.</strong> {_drug_link(slug)}"
    return f"<p>{head}</p><ul>{listed}</ul>"


def _drug_link(slug: str) -> str:
    return f'<a href="drug:{escape(slug)}">{escape(slug)}</a>'


def _origin_html(level: str, link: str) -> str:
    return f'<p class="quiet">{level} · <a href="{link}">{tr("where this comes from")}</a></p>'
