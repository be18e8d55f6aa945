"""The follow-up questions as a list of links, and one answer as the drawer shows it."""

from collections.abc import Callable, Sequence
from html import escape

from desktop.domain.answers import Answer, Part, PartKind
from desktop.domain.guidance import Statement
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import Pitfall

NOT_COVERED = "Not covered by this library."


def questions_html(answers: Sequence[Answer]) -> str:
    """Every question; each opens its answer beside the text."""
    rows = "".join(f'<li><a href="answer:{answer.id}">{escape(answer.question)}</a></li>' for answer in answers)
    return f"<ul>{rows}</ul>" if rows else ""


def answer_html(
    answer: Answer, statement: Callable[[str], Statement | None], pitfall: Callable[[str], Pitfall | None]
) -> str:
    """The answer in the library's own statements, each with how far it was checked and where it comes from."""
    if answer.not_covered is not None:
        return f"<p><strong>{NOT_COVERED}</strong> {escape(answer.not_covered)}</p>"
    return "".join(_part_html(part, statement, pitfall) for part in answer.parts)


def _part_html(
    part: Part, statement: Callable[[str], Statement | None], pitfall: Callable[[str], Pitfall | None]
) -> str:
    if part.kind is PartKind.DRUG:
        name = escape(part.target)
        return f'<p>Labels, indications and warnings: <a href="drug:{name}">{name}</a>. Doses are at the bedside.</p>'
    if part.kind is PartKind.PITFALL:
        found = pitfall(part.target)
        assert found is not None, part
        words = f"<p><strong>{escape(found.title)}.</strong> {escape(found.why)} {escape(found.action)}</p>"
        return words + _origin_html(VERIFICATION_WORDS[found.verification], f"pitfall:{found.id}")
    said = statement(part.target)
    assert said is not None, part
    return said.html + _origin_html(VERIFICATION_WORDS[said.verification], f"statement:{said.id}")


def _origin_html(level: str, link: str) -> str:
    return f'<p class="quiet">{level} · <a href="{link}">where this comes from</a></p>'
