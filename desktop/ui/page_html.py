"""The guidance page as HTML: compiled fragments joined, and the lists that the program fills in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.dates import day_words
from desktop.domain.guidance import Kind, Section, Statement, Topic
from desktop.domain.roles import ROLE_WORDS, SAME_FOR_ALL, foremost
from desktop.ui.fragments import anchor_html, heading_html
from desktop.ui.html_text import escape
from desktop.ui.layers_html import IsFolded, is_folded_at_first, layers_html
from desktop.ui.page_content import PageContent
from desktop.ui.room import WIDEST, Room
from desktop.ui.statements_html import on_page_html

if TYPE_CHECKING:
    from desktop.charts.lettering import Drawing


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """How a page is drawn: its HTML by what is folded and the room for charts, piece by piece, and each chart."""

    pieces: Callable[[IsFolded, Room], Iterator[str]]
    chart: "Callable[[str, int], Drawing | None]"


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of one page needs: its content, what is folded, what room."""

    content: PageContent
    is_folded: IsFolded
    room: Room

    def said(self, statement: Statement) -> str:
        """A statement of the page."""
        content = self.content
        return on_page_html(statement, content.references, content.numbers_of_statements, content.role)


def drawn_page(content: PageContent) -> DrawnPage:
    """A page that is ready to be drawn, as often as its room or its folds change."""
    return DrawnPage(partial(page_pieces, content), partial(_chart, content))


def _chart(content: PageContent, name: str, width: int) -> "Drawing | None":
    from desktop.charts.evidence import chart  # not on the way to the first page

    return chart(content.studies, name, width)


def page_html(content: PageContent, is_folded: IsFolded = is_folded_at_first, room: Room = WIDEST) -> str:
    """The whole page; links are `reference:id`, `statement:id`, `drug:slug` and `claim:id`, anchors are section ids."""
    return "".join(page_pieces(content, is_folded, room))


def page_pieces(content: PageContent, is_folded: IsFolded, room: Room) -> Iterator[str]:
    """The page piece by piece: its head with the answer, then section by section, each beginning with its heading."""
    page = _Page(content, is_folded, room)
    topic = content.topic
    parts = [heading_html(1, topic.title), f'<p class="lead">{escape(topic.question)}</p>', _role_line(content.role)]
    first, *others = topic.sections
    parts.append(_answer_html(first, page))
    yield "".join(parts)
    yield from (_section_html(section, page) for section in others)


def _role_line(role: str | None) -> str:
    """For whom the page is arranged, and what that never changes."""
    return f'<p class="small">Arranged for {ROLE_WORDS[role]}. {SAME_FOR_ALL}</p>' if role else ""


def _answer_html(section: Section, page: _Page) -> str:
    """The direct recommendation, set apart: the first thing the eye meets."""
    first, *others = section.statements
    label = f'<p class="label">{anchor_html(section.id)}{escape(section.title.upper())}</p>'
    said = f"{label}{page.said(first)}{_dates_line(page.content.topic)}"
    gap = '<p class="gap">&nbsp;</p>'
    return (
        f'{gap}<table width="100%" cellspacing="0" cellpadding="0"><tr><td class="bar" width="4"></td>'
        f'<td class="answer" style="padding: 12px 16px;">{said}</td></tr>'
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
        page.said,
        page.is_folded,
    )
    evidence = [statement for statement in section.statements if statement.kind is Kind.EVIDENCE]
    if not evidence:
        return layers
    from desktop.ui.lists_html import studies_behind_html  # not on the way to the first page

    return layers + studies_behind_html(section.id, evidence, page.content, page.is_folded)


def _generated_html(section: Section, page: _Page) -> str:
    """The list that the program fills in after a section's statements."""
    if not section.generated:
        return ""
    from desktop.ui.lists_html import list_html  # not on the way to the first page

    return list_html(section.generated, page.content, page.is_folded, page.room)
