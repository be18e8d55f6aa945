"""The lists of a topic that are made of the whole library: what answers a question, and the matrix of enzymes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop.content.library import Library
from desktop.domain.answers import Answer, Part, PartKind
from desktop.domain.drugs import Drug
from desktop.domain.enzymes import STATE_MEANING
from desktop.domain.provenance import VERIFICATION_WORDS


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a drug stands as it does against an enzyme."""

    drug: str
    state: str
    why: str
    marks: str
    level: str


@dataclass(frozen=True, slots=True)
class MatrixValues:
    """A column for each enzyme, a row for each drug, and below the table the reason of every word in it."""

    enzymes: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    reasons: tuple[tuple[str, tuple[Reason, ...]], ...]
    meanings: str


def matrix_values(library: Library, marks: Callable[[Iterable[str]], str]) -> MatrixValues:
    """The matrix of the library; `marks` gives the citation numbers of references."""
    matrix = library.matrix
    names = {drug: drug_name(library, drug) for drug in matrix.drugs}

    def reason(enzyme: str, drug: str) -> Reason:
        effect = matrix.effect(enzyme, drug)
        cited = marks(source.reference for source in effect.sources)
        return Reason(names[drug], effect.state.words, effect.reason, cited, VERIFICATION_WORDS[effect.verification])

    return MatrixValues(
        tuple(enzyme.name for enzyme in matrix.enzymes),
        tuple(
            (names[drug], tuple(matrix.effect(enzyme.slug, drug).state.words for enzyme in matrix.enzymes))
            for drug in matrix.drugs
        ),
        tuple(
            (f"{enzyme.name} (class {enzyme.ambler_class})", tuple(reason(enzyme.slug, drug) for drug in matrix.drugs))
            for enzyme in matrix.enzymes
        ),
        "; ".join(f"{state.words}: {meaning}" for state, meaning in STATE_MEANING.items()),
    )


def drug_name(library: Library, slug: str) -> str:
    """A drug's name; its slug, which reads as one, for a drug that has no doses here."""
    found = library.drug(slug) if slug in library.drug_slugs else None
    return found.name if isinstance(found, Drug) else slug


def _basis_name(library: Library, slug: str, key: str) -> str:
    """How a label or guideline is named beside a fact; its slug where the drug is damaged."""
    found = library.drug(slug) if key else None
    basis = found.basis(key) if isinstance(found, Drug) else None
    return basis.short if basis else key


def answered(library: Library, slug: str) -> tuple[tuple[str, str], ...]:
    """Every question of a topic with the places that answer it, or why none does."""
    titles = {
        statement.id: section.title if topic == slug else f"{library.topic_titles[topic]}: {section.title}"
        for topic in library.topic_slugs
        for section in library.topic(topic).sections
        for statement in section.statements
    }
    pitfalls = {pitfall.id: pitfall.title for topic in library.topic_slugs for pitfall in library.pitfalls(topic)}

    def place(part: Part) -> str:
        drug, _, key = part.target.partition("/")
        basis = _basis_name(library, drug, key)
        match part.kind:
            case PartKind.STATEMENT:
                return titles[part.target]
            case PartKind.PITFALL:
                return pitfalls[part.target]
            case PartKind.PREPARATION:
                return f"preparing and giving {drug_name(library, drug)}, {basis}"
            case PartKind.DRUG | PartKind.DOSES:
                return ", ".join(filter(None, (f"the doses of {drug_name(library, drug)}", basis)))

    def words(answer: Answer) -> str:
        if answer.not_covered:
            return f"Not covered by this library. {answer.not_covered}"
        return f"See {'; '.join(dict.fromkeys(map(place, answer.parts)))}."

    return tuple((answer.question, words(answer)) for answer in library.answers(slug))
