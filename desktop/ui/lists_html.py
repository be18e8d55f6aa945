"""The lists of a page that the program fills in after the statements of a section."""

from collections.abc import Callable, Mapping, Sequence

from desktop.domain.guidance import Statement
from desktop.ui.answers_html import questions_html
from desktop.ui.breakpoints_html import breakpoints_html
from desktop.ui.guidelines_html import guidelines_html
from desktop.ui.layers_html import STUDIES, IsFolded, folding_html
from desktop.ui.ledger_html import ledger_html
from desktop.ui.matrix_html import matrix_html
from desktop.ui.page_content import PageContent
from desktop.ui.pitfalls_html import pitfalls_html
from desktop.ui.references_html import references_html
from desktop.ui.room import Room
from desktop.ui.studies_html import studies_html, study_links_html


def list_html(name: str, content: PageContent, is_folded: IsFolded, room: Room) -> str:
    """The list of that name."""
    numbers = content.numbers
    lists: Mapping[str, Callable[[], str]] = {
        "references": lambda: references_html(content.references, numbers),
        "claims": lambda: ledger_html(
            content.topic, content.claims, content.article_references, content.references, numbers
        ),
        "matrix": lambda: matrix_html(content.matrix),
        "answers": lambda: questions_html(content.answers),
        "pitfalls": lambda: pitfalls_html(content.pitfalls, numbers),
        "guidelines": lambda: guidelines_html(content.guidelines, numbers),
        "studies": lambda: studies_html(content.studies, numbers, is_folded, room),
        "breakpoints": lambda: breakpoints_html(content.breakpoints, numbers),
    }
    return lists[name]()


def studies_behind_html(section: str, evidence: Sequence[Statement], content: PageContent, is_folded: IsFolded) -> str:
    """The studies whose first source is cited by the evidence of a section; nothing where there is none."""
    cited = {source.reference for statement in evidence for source in statement.sources}
    behind = [study for study in content.studies if study.sources[0].reference in cited]
    if not behind:
        return ""
    return folding_html(f"{section}/{STUDIES}", f"Studies ({len(behind)})", study_links_html(behind), is_folded)
