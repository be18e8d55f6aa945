"""The guidance page as HTML: compiled fragments joined, and the lists that the program fills in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape

from desktop.charts.evidence import chart
from desktop.charts.lettering import Drawing
from desktop.content.library import Library
from desktop.domain.answers import Answer
from desktop.domain.breakpoints import Breakpoint
from desktop.domain.dates import day_words
from desktop.domain.enzymes import Matrix
from desktop.domain.evidence import Study
from desktop.domain.guidance import ArticleReference, Claim, Kind, Reference, Section, Topic
from desktop.domain.guidelines import Guideline
from desktop.domain.regimen import Pitfall
from desktop.domain.roles import ROLE_WORDS, SAME_FOR_ALL, foremost
from desktop.ui.answers_html import questions_html
from desktop.ui.breakpoints_html import breakpoints_html
from desktop.ui.fragments import anchor_html, heading_html
from desktop.ui.guidelines_html import guidelines_html
from desktop.ui.layers_html import STUDIES, IsFolded, folding_html, is_folded_at_first, layers_html
from desktop.ui.ledger_html import ledger_html
from desktop.ui.matrix_html import matrix_html
from desktop.ui.pitfalls_html import pitfalls_html
from desktop.ui.references_html import references_html
from desktop.ui.statements_html import on_page_html
from desktop.ui.studies_html import WIDEST, Room, studies_html, study_links_html


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything a topic's page shows."""

    topic: Topic
    references: Mapping[str, Reference]
    pitfalls: Sequence[Pitfall]
    claims: Sequence[Claim]
    article_references: Sequence[ArticleReference]
    matrix: Matrix
    answers: Sequence[Answer]
    guidelines: Sequence[Guideline]
    studies: Sequence[Study]
    breakpoints: Sequence[Breakpoint]
    role: str | None = None


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """How a page is drawn: its HTML by what is folded and the room for charts, piece by piece, and each chart."""

    pieces: Callable[[IsFolded, Room], list[str]]
    chart: Callable[[str, int], Drawing | None]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of one page needs: its content, the numbers of its references, what is folded, what room."""

    content: PageContent
    numbers: Mapping[str, int]
    is_folded: IsFolded
    room: Room


def page_content(library: Library, slug: str, role: str | None = None) -> PageContent:
    """What the page of one topic shows to a role, read from the library."""
    return PageContent(
        library.topic(slug),
        library.references,
        library.pitfalls(slug),
        library.claims(slug),
        library.article_references(slug),
        library.matrix,
        library.answers(slug),
        library.guidelines(slug),
        library.studies(slug),
        library.breakpoints(slug),
        role,
    )


def citation_numbers(content: PageContent) -> dict[str, int]:
    """The number of every cited reference, in the order in which a reader meets them."""
    met: dict[str, int] = {}
    for reference in _cited(content):
        met.setdefault(reference, len(met) + 1)
    return met


def _cited(content: PageContent) -> Iterator[str]:
    sections = content.topic.sections
    cited = [statement.sources for section in sections for statement in section.statements]
    cited += [guideline.sources for guideline in content.guidelines]
    cited += [study.sources for study in content.studies]
    cited += [one.sources for one in content.breakpoints]
    if any(section.generated == "matrix" for section in sections):
        cited += [effect.sources for effect in content.matrix.effects]
    cited += [pitfall.sources for pitfall in content.pitfalls]
    yield from (source.reference for sources in cited for source in sources)
    yield from (reference for claim in content.claims for reference in claim.references)


def drawn_page(content: PageContent) -> DrawnPage:
    """A page that is ready to be drawn, as often as its room or its folds change."""
    return DrawnPage(partial(page_pieces, content), partial(chart, content.studies))


def page_html(content: PageContent, is_folded: IsFolded = is_folded_at_first, room: Room = WIDEST) -> str:
    """The whole page; links are `reference:id`, `statement:id`, `drug:slug` and `claim:id`, anchors are section ids."""
    return "".join(page_pieces(content, is_folded, room))


def page_pieces(content: PageContent, is_folded: IsFolded, room: Room) -> list[str]:
    """The page in pieces: its head with the answer, then section by section, each beginning with its heading."""
    page = _Page(content, citation_numbers(content), is_folded, room)
    topic = content.topic
    parts = [heading_html(1, topic.title), f'<p class="lead">{escape(topic.question)}</p>', _role_line(content.role)]
    first, *others = topic.sections
    parts.append(_answer_html(first, page))
    return ["".join(parts), *(_section_html(section, page) for section in others)]


def _role_line(role: str | None) -> str:
    """For whom the page is arranged, and what that never changes."""
    return f'<p class="small">Arranged for {ROLE_WORDS[role]}. {SAME_FOR_ALL}</p>' if role else ""


def _answer_html(section: Section, page: _Page) -> str:
    """The direct recommendation, set apart: the first thing the eye meets."""
    first, *others = section.statements
    label = f'<p class="label">{anchor_html(section.id)}{escape(section.title.upper())}</p>'
    said = on_page_html(first, page.content.references, page.numbers, page.content.role)
    gap = '<p class="gap">&nbsp;</p>'
    return (
        f'{gap}<table width="100%" cellspacing="0" cellpadding="0"><tr><td class="bar" width="4"></td>'
        f'<td class="answer" style="padding: 12px 16px;">{label}{said}{_dates_line(page.content.topic)}</td></tr>'
        f"</table>{gap}{_layers_html(replace(section, statements=tuple(others)), page)}"
    )


def _dates_line(topic: Topic) -> str:
    if topic.article_updated is None:
        return ""
    return (
        f'<p class="small">Article of {day_words(topic.article_updated)} · newer evidence to '
        f"{day_words(topic.evidence_through)} · this page of {day_words(topic.last_updated)}</p>"
    )


def _section_html(section: Section, page: _Page) -> str:
    heading = heading_html(2, section.title, section.id)
    return f"{heading}{_layers_html(section, page)}{_generated_html(section, page)}"


def _layers_html(section: Section, page: _Page) -> str:
    """The statements layer by layer, and last the studies that its evidence rests on."""
    layers = layers_html(
        section.id,
        foremost(section.statements, page.content.role),
        lambda statement: on_page_html(statement, page.content.references, page.numbers, page.content.role),
        page.is_folded,
    )
    behind = _studies_behind(section, page.content.studies)
    if not behind:
        return layers
    words = f"Studies ({len(behind)})"
    return layers + folding_html(f"{section.id}/{STUDIES}", words, study_links_html(behind), page.is_folded)


def _studies_behind(section: Section, studies: Sequence[Study]) -> list[Study]:
    """The studies whose first source is cited by the section's evidence."""
    evidence = [statement for statement in section.statements if statement.kind is Kind.EVIDENCE]
    cited = {source.reference for statement in evidence for source in statement.sources}
    return [study for study in studies if study.sources[0].reference in cited]


def _generated_html(section: Section, page: _Page) -> str:
    """The list that the program fills in after a section's statements."""
    content, numbers = page.content, page.numbers
    lists: Mapping[str, Callable[[], str]] = {
        "references": lambda: references_html(content.references, numbers),
        "claims": lambda: ledger_html(
            content.topic, content.claims, content.article_references, content.references, numbers
        ),
        "matrix": lambda: matrix_html(content.matrix),
        "answers": lambda: questions_html(content.answers),
        "pitfalls": lambda: pitfalls_html(content.pitfalls, numbers),
        "guidelines": lambda: guidelines_html(content.guidelines, numbers),
        "studies": lambda: studies_html(content.studies, numbers, page.is_folded, page.room),
        "breakpoints": lambda: breakpoints_html(content.breakpoints, numbers),
    }
    return lists[section.generated]() if section.generated else ""
