"""The guidance page as HTML: compiled fragments joined, and the lists that the program fills in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from desktop.content.library import Library
from desktop.domain.answers import Answer
from desktop.domain.dates import day_words
from desktop.domain.enzymes import Matrix
from desktop.domain.guidance import ArticleReference, Claim, Grade, Kind, Reference, Section, Statement, Topic
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import PHASE_WORDS, Pitfall
from desktop.ui.answers_html import questions_html
from desktop.ui.layers_html import IsFolded, layers_html
from desktop.ui.marks import severity_html
from desktop.ui.matrix_html import matrix_html

_KIND_WORDS = {
    Kind.RECOMMENDATION: "Recommendation",
    Kind.RATIONALE: "Rationale",
    Kind.EVIDENCE: "Evidence",
    Kind.CAUTION: "Caution",
    Kind.PRACTICE_POINT: "Practice point",
}


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


def page_content(library: Library, slug: str) -> PageContent:
    """What the page of one topic shows, read from the library."""
    return PageContent(
        library.topic(slug),
        library.references,
        library.pitfalls(slug),
        library.claims(slug),
        library.article_references(slug),
        library.matrix,
        library.answers(slug),
    )


def citation_numbers(content: PageContent) -> dict[str, int]:
    """The number of every cited reference, in the order in which a reader meets them."""
    met: dict[str, int] = {}
    cited = [source.reference for section in content.topic.sections for s in section.statements for source in s.sources]
    if any(section.generated == "matrix" for section in content.topic.sections):
        cited += [source.reference for effect in content.matrix.effects for source in effect.sources]
    cited += [source.reference for pitfall in content.pitfalls for source in pitfall.sources]
    cited += [reference for claim in content.claims for reference in claim.references]
    for reference in cited:
        met.setdefault(reference, len(met) + 1)
    return met


def page_html(content: PageContent, is_folded: IsFolded = lambda _layer: False) -> str:
    """The whole page; links are `reference:id`, `statement:id`, `drug:slug` and `claim:id`, anchors are section ids."""
    numbers = citation_numbers(content)
    topic = content.topic
    parts = [heading_html(1, topic.title), f'<p class="lead">{escape(topic.question)}</p>']
    first, *others = topic.sections
    parts.append(_answer_html(first, content, numbers, is_folded))
    parts += [_section_html(section, content, numbers, is_folded) for section in others]
    return "".join(parts)


def heading_html(level: int, words: str, anchor: str = "") -> str:
    """A heading; not h1 to h3, which Qt enlarges once more whatever size the style sheet gives them."""
    return f'<p class="h{level}">{_anchor(anchor)}{escape(words)}</p>'


def _anchor(name: str) -> str:
    """A place that can be gone to; inside a paragraph, as Qt forgets the name of one that stands between two."""
    return f'<a name="{name}"></a>' if name else ""


def _answer_html(section: Section, content: PageContent, numbers: Mapping[str, int], is_folded: IsFolded) -> str:
    """The direct recommendation, set apart: the first thing the eye meets."""
    first, *others = section.statements
    label = f'<p class="label">{_anchor(section.id)}{escape(section.title.upper())}</p>'
    inside = f"{label}{_statement_html(first, content, numbers)}{_dates_line(content.topic)}"
    gap = '<p class="gap">&nbsp;</p>'
    return (
        f'{gap}<table width="100%" cellspacing="0" cellpadding="0"><tr><td class="bar" width="4"></td>'
        f'<td class="answer" style="padding: 12px 16px;">{inside}</td></tr></table>{gap}'
        + layers_html(section.id, others, lambda statement: _statement_html(statement, content, numbers), is_folded)
    )


def _dates_line(topic: Topic) -> str:
    if topic.article_updated is None:
        return ""
    return (
        f'<p class="small">Article of {day_words(topic.article_updated)} · newer evidence to '
        f"{day_words(topic.evidence_through)} · this page of {day_words(topic.last_updated)}</p>"
    )


def _section_html(section: Section, content: PageContent, numbers: Mapping[str, int], is_folded: IsFolded) -> str:
    statements = layers_html(
        section.id, section.statements, lambda statement: _statement_html(statement, content, numbers), is_folded
    )
    generated = _generated_html(section, content, numbers)
    return f"{heading_html(2, section.title, section.id)}{statements}{generated}"


def _generated_html(section: Section, content: PageContent, numbers: Mapping[str, int]) -> str:
    """The list that the program fills in after a section's statements."""
    if section.generated == "references":
        return _references_html(content, numbers)
    if section.generated == "claims":
        return _claims_html(content, numbers)
    if section.generated == "matrix":
        return matrix_html(content.matrix)
    if section.generated == "answers":
        return questions_html(content.answers)
    if section.generated == "pitfalls":
        return "".join(_pitfall_html(pitfall, numbers) for pitfall in content.pitfalls)
    return ""


def _statement_html(statement: Statement, content: PageContent, numbers: Mapping[str, int]) -> str:
    heading = heading_html(3, statement.subheading) if statement.subheading else ""
    cited = _citations_html([source.reference for source in statement.sources], numbers)
    body = statement.html.rstrip()
    body = body.removesuffix("</p>") + cited + "</p>" if body.endswith("</p>") else body + cited
    facts = [_KIND_WORDS[statement.kind], grade_words(statement.grade, content.references)]
    facts += ["laboratory or animal work" if statement.preclinical else "", VERIFICATION_WORDS[statement.verification]]
    line = " · ".join([*(escape(fact) for fact in facts if fact), *_corrections_html(statement)])
    return (
        f"{heading}{body.replace('<p>', f'<p>{_anchor(statement.id)}', 1)}"
        f'<p class="quiet">{line} · <a href="statement:{statement.id}">where this comes from</a></p>'
    )


def _corrections_html(statement: Statement) -> list[str]:
    """The mark of a statement that puts claims of the source article right."""
    claims = ", ".join(f'<a href="claim:{key}">{key}</a>' for key in statement.corrects)
    return [f"corrects the article ({claims})"] if claims else []


def grade_words(grade: Grade | None, references: Mapping[str, Reference]) -> str:
    """The issuer's own grade, words first; strength and certainty stay two."""
    if grade is None:
        return ""
    issuer = references[grade.issuer].short
    certainty = f", certainty {grade.certainty}" if grade.certainty else ""
    return f"{issuer}: {grade.strength}{certainty}"


def _citations_html(cited: Sequence[str], numbers: Mapping[str, int]) -> str:
    links = (f'<a href="reference:{reference}">{numbers[reference]}</a>' for reference in dict.fromkeys(cited))
    return f' <span class="small">[{", ".join(links)}]</span>' if cited else ""


def _pitfall_html(pitfall: Pitfall, numbers: Mapping[str, int]) -> str:
    cited = _citations_html([source.reference for source in pitfall.sources], numbers)
    return (
        f"<p>{severity_html(pitfall.severity)} <strong>{escape(pitfall.title)}</strong> "
        f"({PHASE_WORDS[pitfall.phase].lower()})</p><p>{escape(pitfall.why)}{cited}</p><p>{escape(pitfall.action)}</p>"
        f'<p class="quiet">{VERIFICATION_WORDS[pitfall.verification]}</p>'
    )


def _claims_html(content: PageContent, numbers: Mapping[str, int]) -> str:
    topic = content.topic
    problem = " ".join(filter(None, (topic.article_problem, topic.article_consequence)))
    rows = "".join(claim_html(claim, _citations_html(claim.references, numbers)) for claim in content.claims)
    listed = "".join(_article_reference_html(entry, content.references) for entry in content.article_references)
    mapping = heading_html(3, "What the article's own numbers stand for") + f"<ul>{listed}</ul>" if listed else ""
    return f"<p>{escape(problem)}</p>{rows}{mapping}"


def _article_reference_html(entry: ArticleReference, references: Mapping[str, Reference]) -> str:
    """What one of the article's own numbers stands for, beside the source that the library holds for it."""
    held = ""
    if entry.reference:
        held = f'; here <a href="reference:{entry.reference}">{escape(references[entry.reference].short)}</a>'
    return f"<li>{entry.number}: {escape(entry.likely)} ({escape(entry.certainty)}){held}</li>"


def claim_html(claim: Claim, cited: str = "") -> str:
    """One claim of the source article: what it says, our verdict, why, and what to read instead."""
    return (
        f"<p>{_anchor(claim.id)}<strong>{claim.id}. {escape(claim.says)}</strong></p>"
        f"<p>Verdict: <strong>{escape(claim.verdict_words)}</strong>. {escape(claim.reason)}</p>"
        f"<p>Read instead: {escape(claim.instead)}{cited}</p>"
        f'<p class="quiet">{escape(claim.section)} · {escape(claim.verification_words)}</p>'
    )


def _references_html(content: PageContent, numbers: Mapping[str, int]) -> str:
    rows = "".join(
        f'<tr><td valign="top" style="padding: 4px 12px 8px 0;"><a href="reference:{key}">{number}</a></td>'
        f'<td style="padding: 4px 0 8px 0;">{reference_html(content.references[key])}</td></tr>'
        for key, number in sorted(numbers.items(), key=lambda item: item[1])
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'


def reference_html(reference: Reference) -> str:
    """One reference as a list entry."""
    where = ", ".join(str(part) for part in (reference.journal, reference.year, reference.volume_pages) if part)
    authors = f"{escape(reference.authors)} " if reference.authors else ""
    ids = [f"doi {reference.doi}" if reference.doi else "", f"PMID {reference.pmid}" if reference.pmid else ""]
    facts = " · ".join(
        escape(fact)
        for fact in (reference.type, *ids, f"read: {reference.depth}", VERIFICATION_WORDS[reference.verification])
        if fact
    )
    return f'{authors}{escape(reference.title)}. {escape(where)}<br><span class="small">{facts}</span>'
