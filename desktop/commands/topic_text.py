"""A topic as a page of plain text, with every generated section filled in."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from desktop.commands.citations import Citations
from desktop.commands.claims import write_claims
from desktop.commands.evidence_text import write_breakpoints, write_guidelines, write_studies
from desktop.commands.layout import Page
from desktop.commands.topics import in_order
from desktop.content.library import Library
from desktop.domain.citing import standing_words
from desktop.domain.currency import currency, step_words
from desktop.domain.dates import day_words
from desktop.domain.enzymes import Matrix
from desktop.domain.guidance import Edition, PlainWords, Section, Statement, Topic
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import PHASE_WORDS, Pitfall
from desktop.domain.roles import ROLE_WORDS, SAME_FOR_ALL
from desktop.health.clock import today
from desktop.sheets.topic_lists import answered


def topic_text(library: Library, topic: Topic, role: str | None, width: int) -> str:
    """The page of a topic; with a role, what is foregrounded for it comes first in every section."""
    page = Page(width)
    citations = Citations(library, topic)
    _write_head(page, topic, library.edition)
    if role is not None:
        page.paragraph(f"Arranged for {ROLE_WORDS[role]}. {SAME_FOR_ALL}")
    for section in topic.sections:
        page.heading(section.title)
        _write_statements(page, section, role, citations)
        _write_generated(page, library, topic, section, citations)
    return page.text


def _write_head(page: Page, topic: Topic, edition: Edition) -> None:
    page.heading(topic.title, rule="=")
    page.gap()
    page.paragraph(topic.question)
    page.gap()
    page.paragraph(f"{topic.review.words} ({step_words(topic.review)}: {topic.review.step}).")
    page.paragraph(currency(topic, edition, today()).words)
    dates = f"Last updated {day_words(topic.last_updated)}."
    if topic.article_updated:
        dates += f" The source article is of {day_words(topic.article_updated)}."
    page.paragraph(dates)


def _write_statements(page: Page, section: Section, role: str | None, citations: Citations) -> None:
    first, others = in_order(section.statements, role)
    if first and role is not None:
        page.gap()
        page.paragraph(f"For {ROLE_WORDS[role]}:")
        _write_in_turn(page, first, citations, role)
    if first and others:
        page.gap()
        page.paragraph("For everyone:")
    _write_in_turn(page, others, citations, role)


def _write_in_turn(page: Page, statements: Sequence[Statement], citations: Citations, role: str | None) -> None:
    for subheading, under_it in groupby(statements, key=lambda statement: statement.subheading):
        if subheading:
            page.gap()
            page.paragraph(f"{subheading}:")
        for statement in under_it:
            _write_statement(page, statement, citations)
            _write_plain(page, statement.plain_for(role))


def _write_statement(page: Page, statement: Statement, citations: Citations) -> None:
    page.gap()
    mark = citations.marks(source.reference for source in statement.sources)
    *above, last = statement.text.split("\n")
    for line in [*above, f"{last} {mark}"]:
        if line.strip():
            page.paragraph(line, hanging=2 if line.startswith("- ") else 0)
        else:
            page.gap()
    page.paragraph(f"({standing_words(statement, citations.short)})", indent=4)


def _write_plain(page: Page, plain: PlainWords | None) -> None:
    """The statement once more in plain words, for the roles it is meant for."""
    if plain is None:
        return
    page.gap()
    first, *more = (line for line in plain.text.split("\n") if line.strip())
    for line in (f"In plain words: {first}", *more):
        page.paragraph(line, indent=4)


def _write_generated(page: Page, library: Library, topic: Topic, section: Section, citations: Citations) -> None:
    key = topic.id
    lists: Mapping[str, Callable[[], None]] = {
        "references": lambda: citations.write(page),
        "pitfalls": lambda: _write_pitfalls(page, library.pitfalls(key), citations),
        "guidelines": lambda: write_guidelines(page, library.guidelines(key), citations),
        "studies": lambda: write_studies(page, library.studies(key), citations),
        "breakpoints": lambda: write_breakpoints(page, library.breakpoints(key), citations),
        "matrix": lambda: _write_matrix(page, library.matrix, citations),
        "answers": lambda: _write_answers(page, answered(library, key)),
        "claims": lambda: write_claims(page, library.claims(key), citations),
    }
    if section.generated:
        lists[section.generated]()


def _write_matrix(page: Page, matrix: Matrix, citations: Citations) -> None:
    """Enzyme by enzyme, what becomes of each drug, and why."""
    for enzyme in matrix.enzymes:
        page.gap()
        page.paragraph(f"{enzyme.name} (class {enzyme.ambler_class}):")
        for drug in matrix.drugs:
            effect = matrix.effect(enzyme.slug, drug)
            mark = citations.marks(source.reference for source in effect.sources)
            level = VERIFICATION_WORDS[effect.verification]
            page.paragraph(f"- {drug}: {effect.state.words}. {effect.reason} {mark} ({level})", hanging=2)


def _write_answers(page: Page, answers: Sequence[tuple[str, str]]) -> None:
    """Every question, and the places of this library that answer it."""
    for question, words in answers:
        page.gap()
        page.paragraph(question)
        page.paragraph(words, indent=4)


def _write_pitfalls(page: Page, pitfalls: Sequence[Pitfall], citations: Citations) -> None:
    for phase, in_phase in groupby(pitfalls, key=lambda pitfall: pitfall.phase):
        page.gap()
        page.paragraph(f"{PHASE_WORDS[phase]}:")
        for pitfall in in_phase:
            page.gap()
            page.paragraph(f"[ ] {pitfall.check}", hanging=4)
            page.entry(pitfall.severity.capitalize(), pitfall.title)
            page.entry("Why", f"{pitfall.why} {citations.marks(source.reference for source in pitfall.sources)}")
            page.entry("What to do", pitfall.action)
            page.entry("Checked", VERIFICATION_WORDS[pitfall.verification])
