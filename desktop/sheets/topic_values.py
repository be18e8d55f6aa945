"""What the sheet of a topic shows, as values for its templates."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from desktop.charts.evidence import charts
from desktop.charts.marks import SEVERITY_SHAPES, SEVERITY_WORDS
from desktop.content.cited import cited_in_order
from desktop.content.library import Library
from desktop.domain.citing import reference_words, standing_words
from desktop.domain.dates import day_words
from desktop.domain.guidance import LAYER_WORDS, ArticleReference, Layer, Section, Statement, Topic, layer_of
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import PHASE_WORDS, Pitfall
from desktop.sheets.evidence_values import breakpoint_entries, guideline_entries, study_entries
from desktop.sheets.topic_lists import answered, drug_name, matrix_values

_LINK = re.compile(r"</?a\b[^>]*>")
_GENERATED = ("", "references", "pitfalls", "guidelines", "studies", "breakpoints", "matrix", "answers", "claims")
_CHART_PX = 560


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, its marks such as "[1, 3]", and what sort of statement it is; plain words where it has any."""

    id: str
    html: Markup
    plain: Markup
    paragraphs: tuple[str, ...]
    plain_paragraphs: tuple[str, ...]
    marks: str
    standing: str


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one label, which may be empty: a layer, or a subheading inside it."""

    label: str
    subheading: str
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SectionValues:
    """One section; `generated` names the list that stands after its statements, or is empty."""

    anchor: str
    title: str
    groups: tuple[Group, ...]
    generated: str


@dataclass(frozen=True, slots=True)
class Warned:
    """One pitfall as a line to tick, with its mark, why it matters, what to do, and each side of a conflict."""

    id: str
    severity: str
    mark: str
    phase: str
    title: str
    check: str
    why: str
    action: str
    marks: str
    level: str
    sides: tuple[str, ...]


def without_links(html: str) -> str:
    """A compiled fragment without its links, which lead nowhere on paper."""
    return _LINK.sub("", html)


class TopicPage:
    """The values of one topic, each as the templates name it."""

    def __init__(self, library: Library, slug: str, linked: Callable[[str], str] = without_links) -> None:
        self._library, self._linked = library, linked
        self.topic = library.topic(slug)
        pitfalls, claims = library.pitfalls(slug), library.claims(slug)
        cited = cited_in_order(library, self.topic)
        self._numbers = {key: number for number, key in enumerate(cited, 1)}
        self.dates = _dates(self.topic)
        self.references = tuple((n, reference_words(library.references[key])) for key, n in self._numbers.items())
        self.pitfalls = tuple(self._warned(pitfall) for pitfall in pitfalls)
        self.claims = tuple((claim, self.marks(claim.references)) for claim in claims)
        self.problem = " ".join(filter(None, (self.topic.article_problem, self.topic.article_consequence)))
        self.article_references = tuple(
            (entry.number, self._article_words(entry)) for entry in library.article_references(slug)
        )
        self.guidelines = guideline_entries(library.guidelines(slug), self.marks)
        self.studies = study_entries(library.studies(slug), self.marks)
        self.breakpoints = breakpoint_entries(
            library.breakpoints(slug), self.marks, lambda drug: drug_name(library, drug)
        )
        made = charts(library.studies(slug), _CHART_PX).items()
        self.charts = {f"{slug}-{name}": drawing for name, drawing in made}
        self.answers = answered(library, slug)
        self.sections = tuple(self._section(section) for section in self.topic.sections)
        self.matrix = (
            matrix_values(library, self.marks) if any(s.generated == "matrix" for s in self.sections) else None
        )

    def marks(self, keys: Iterable[str]) -> str:
        """`[1, 3]` for sources, nothing for none."""
        numbers = sorted({self._numbers[key] for key in keys})
        return f"[{', '.join(map(str, numbers))}]" if numbers else ""

    def _article_words(self, entry: ArticleReference) -> str:
        held = f"; here {self._library.references[entry.reference].short}" if entry.reference else ""
        return f"{entry.likely} ({entry.certainty}){held}"

    def _section(self, section: Section) -> SectionValues:
        generated = section.generated or ""
        if generated not in _GENERATED:
            raise ValueError(f'the sheet of a topic knows no list "{generated}"')
        anchor = f"{self.topic.id}-{section.id}"
        return SectionValues(anchor, section.title, tuple(self._groups(section.statements)), generated)

    def _groups(self, statements: Sequence[Statement]) -> Iterable[Group]:
        for layer, members in groupby(statements, key=layer_of):
            label = "" if layer is Layer.RECOMMENDATION else LAYER_WORDS[layer]
            for subheading, under_it in groupby(members, key=lambda statement: statement.subheading):
                yield Group(label, subheading or "", tuple(self._said(statement) for statement in under_it))
                label = ""

    def _said(self, statement: Statement) -> Said:
        plain = self._fragment(statement.plain.html) if statement.plain else Markup("")
        return Said(
            statement.id,
            self._fragment(statement.html),
            plain,
            _paragraphs(statement.text),
            _paragraphs(statement.plain.text) if statement.plain else (),
            self.marks(source.reference for source in statement.sources),
            standing_words(statement, lambda key: self._library.references[key].short),
        )

    def _fragment(self, html: str) -> Markup:
        """A compiled fragment with its links as they lead somewhere here."""
        return Markup(self._linked(html))  # noqa: S704 (compiled or escaped before)

    def _warned(self, pitfall: Pitfall) -> Warned:
        return Warned(
            pitfall.id,
            pitfall.severity,
            f"{SEVERITY_SHAPES[pitfall.severity]} {SEVERITY_WORDS[pitfall.severity]}",
            f"({PHASE_WORDS[pitfall.phase].lower()})",
            pitfall.title,
            pitfall.check,
            pitfall.why,
            pitfall.action,
            self.marks(source.reference for source in pitfall.sources),
            VERIFICATION_WORDS[pitfall.verification],
            tuple(
                f"{side.says} {self.marks(source.reference for source in side.sources)} "
                f"({VERIFICATION_WORDS[side.verification]})"
                for side in pitfall.sides
            ),
        )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())


def _dates(topic: Topic) -> str:
    """How old the topic, its evidence and its source article are."""
    words = f"Last updated {day_words(topic.last_updated)}. Evidence through {day_words(topic.evidence_through)}."
    return words + (f" The source article is of {day_words(topic.article_updated)}." if topic.article_updated else "")
