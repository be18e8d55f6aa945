"""The doses of a bedside card: what sources give alike stands once, and what only one of them says names it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop.domain.case import Assessment
from desktop.domain.case_choices import KNOWN_DRUGS, drug_words
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.note import Note, NoteKind, texts
from desktop.domain.patient import Dialysis
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.quantity import plain
from desktop.domain.regimen import Severity
from desktop.domain.wording import given_words, loading_words, supplement_line, withdraw_words

# What the line of a loading dose begins with, and what a finding on haemodialysis names.
_LOAD, _SESSION = "First: ", "session"
# As `PLACE_NOT_HELD`, in fewer words: a card has no line to spare.
_NOT_HELD = "place not held"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLine:
    """What sources give alike: who for which use, the dose line by line, what belongs to it, and the notes in full.

    `marked` are the notes that change what is done, short, for paper; `around_dialysis` those of them that say how the
    dose goes with a session, for somebody on haemodialysis; `unmarked` the notes of rows that paper only counts.
    """

    source: str
    bases: str
    lines: tuple[str, ...]
    small: tuple[str, ...]
    notes: tuple[str, ...]
    marked: tuple[str, ...]
    around_dialysis: tuple[str, ...]
    unmarked: tuple[str, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """What stands on paper of it, in small letters."""
        return (*self.small, *self.marked)


@dataclass(frozen=True, slots=True)
class Shared:
    """What belongs to every one of several doses, of one source or of the drug, and is said once above them."""

    source: str  # empty where it is said of all
    small: tuple[str, ...]
    marked: tuple[str, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """What stands on paper of it, in small letters."""
        return (*self.small, *self.marked)

    @property
    def of_each(self) -> str:
        """Of which doses it is said, in as few words as paper has room for."""
        return f"{self.source}, each" if self.source else "of each"

    @property
    def of_each_dose(self) -> str:
        """The same where there is room."""
        return f"Of each dose of the {self.source}" if self.source else "Of each dose below"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrugDoses:
    """A drug of the regimen: what its sources give, what belongs to all of that, and which give none and why."""

    name: str
    doses: tuple[DoseLine, ...]
    shared: tuple[Shared, ...]
    withheld: tuple[str, ...]
    session_is_told: bool  # by a finding, which stands on paper

    @property
    def first(self) -> str:
        """The loading dose that every one of several doses begins with; empty where they do not share one."""
        beginnings = {dose.lines[0] for dose in self.doses}
        shared = len(self.doses) > 1 and len(beginnings) == 1
        return "".join(words for words in beginnings if shared and words.startswith(_LOAD))

    @property
    def part(self) -> str:
        """How its doses are named where they may be left out."""
        return doses_part(self.name)


def doses_part(drug: str) -> str:
    """The doses of one drug as a part of the text of a card."""
    return f"doses of {drug}"


def drug_doses(assessment: Assessment) -> Iterator[DrugDoses]:
    """Every drug of the regimen, in the order of the program."""
    on_haemodialysis = assessment.case.patient.dialysis is Dialysis.HAEMODIALYSIS
    for slug in (slug for slug in KNOWN_DRUGS if slug in assessment.case.drugs):
        answers = [answer for answer in assessment.regimen_answers if answer.drug.slug == slug]
        same: dict[tuple[str, ...], list[Dose]] = {}
        for dose in (answer for answer in answers if isinstance(answer, Dose)):
            same.setdefault(_lines(dose), []).append(dose)
        lines = [_line(doses, on_haemodialysis=on_haemodialysis) for doses in same.values()]
        doses, shared = _said_once(lines)
        yield DrugDoses(
            name=drug_words(slug),
            doses=doses,
            shared=shared,
            withheld=_withheld(answers),
            session_is_told=_session_is_told(assessment, slug),
        )


def _line(doses: Sequence[Dose], *, on_haemodialysis: bool) -> DoseLine:
    """The doses that sources give alike, as one."""
    told = partial(_told, doses)

    def row_notes(dose: Dose) -> list[Note]:
        return [note for note in dose.noted if on_haemodialysis or not note.on_haemodialysis]

    def marked(dose: Dose) -> list[Note]:
        notes = [note for note in (*row_notes(dose), *dose.basis.noted) if note.kind]
        return [note for note in notes if note.kind is not NoteKind.EDGES or dose.has_doubtful_edges]

    return DoseLine(
        source=_named(doses),
        bases=" and ".join(dict.fromkeys(dose.basis.short for dose in doses)),
        lines=_lines(doses[0]),
        small=(*_rows(doses), *told(_beside)),
        notes=told(lambda dose: texts((*(note for note in row_notes(dose) if not note.kind), *marked(dose)))),
        marked=told(lambda dose: [_on_paper(dose, note) for note in marked(dose) if not note.on_haemodialysis]),
        around_dialysis=told(lambda dose: [note.on_paper for note in marked(dose) if note.on_haemodialysis]),
        unmarked=told(lambda dose: [note.text for note in row_notes(dose) if not note.kind]),
    )


def _told(doses: Sequence[Dose], words_of: Callable[[Dose], Iterable[str]]) -> tuple[str, ...]:
    """What is said of any of the doses, each once; with whose it is where it is not said of all of them."""
    said: dict[str, list[Dose]] = {}
    for dose in doses:
        for words in dict.fromkeys(words_of(dose)):
            said.setdefault(words, []).append(dose)
    return tuple(words if len(by) == len(doses) else f"{_named(by)}: {words}" for words, by in said.items())


def _said_once(lines: Sequence[DoseLine]) -> tuple[tuple[DoseLine, ...], tuple[Shared, ...]]:
    """The doses without what several of them say, and that by itself: of all first, then of those of one source."""
    rest, shared = list(lines), list[Shared]()
    for source in ("", *dict.fromkeys(line.bases for line in lines)):
        among = [line for line in rest if source in ("", line.bases)]
        own = Shared(source, _common([line.small for line in among]), _common([line.marked for line in among]))
        if own.small or own.marked:
            shared.append(own)
            rest = [_beyond(own, line) if line in among else line for line in rest]
    return tuple(rest), tuple(shared)


def _common(each: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What every one of several says."""
    if len(each) <= 1:
        return ()
    return tuple(words for words in each[0] if all(words in others for others in each))


def _beyond(own: Shared, line: DoseLine) -> DoseLine:
    return replace(
        line,
        small=tuple(words for words in line.small if words not in own.small),
        marked=tuple(words for words in line.marked if words not in own.marked),
    )


def _withheld(answers: Sequence[Dose | Withheld]) -> tuple[str, ...]:
    """The sources that give none, those together that say why in the same words."""
    alike: dict[str, list[Withheld]] = {}
    for answer in (answer for answer in answers if isinstance(answer, Withheld)):
        alike.setdefault(f"no dose. {answer.reason} {answer.refusal.remedy}", []).append(answer)
    return tuple(f"{_named(refused)}: {words}" for words, refused in alike.items())


def _session_is_told(assessment: Assessment, slug: str) -> bool:
    """Whether a finding about the drug, which stands on paper, says how it goes with a session."""
    name = drug_words(slug).lower()
    grave = (found for found in assessment.findings if found.severity is not Severity.INFORMATION)
    return any(found.title.lower().startswith(name) and _SESSION in found.action for found in grave)


def _named(answers: Sequence[Dose | Withheld]) -> str:
    """The sources, each with the use that its row is for."""
    return "; ".join(", ".join(filter(None, (answer.basis.short, answer.use))) for answer in answers)


def _lines(dose: Dose) -> tuple[str, ...]:
    """What is given, the load first."""
    lines = [f"{_LOAD}{loading_words(dose.loading)}; then:"] if dose.loading else []
    lines.append(given_words(dose.maintenance))
    if dose.supplement:
        lines.append(": ".join(supplement_line(dose.supplement)))
    return tuple(lines)


def _rows(doses: Sequence[Dose]) -> Iterator[str]:
    """The rows with how far each was checked; rows of one place together."""
    rows: dict[str, dict[str, None]] = {}
    for dose in doses:
        rows.setdefault(_checked_words(dose), {})[f'"{dose.row.band.printed}"'] = None
    for place, printed in rows.items():
        yield f"{'Row' if len(printed) == 1 else 'Rows'} {' and '.join(printed)}, {place}"


def _checked_words(dose: Dose) -> str:
    """The place of a row and how far it was checked, and its edges where they are less sure than the dose."""
    source = dose.row.source
    noted = any(note.kind is NoteKind.EDGES for note in (*dose.noted, *dose.basis.noted))
    edges = f", {_edges_words(dose)}" if dose.has_doubtful_edges and not noted else ""
    return f"{source.locator or _NOT_HELD}, {VERIFICATION_WORDS[source.verification]}{edges}"


def _on_paper(dose: Dose, note: Note) -> str:
    """A note in few words; one about the edges says how far those were checked too."""
    return f"{_edges_words(dose)}: {note.on_paper}" if note.kind is NoteKind.EDGES else note.on_paper


def _edges_words(dose: Dose) -> str:
    return f"edges {VERIFICATION_WORDS[dose.row.band.verification]}"


def _beside(dose: Dose) -> Iterator[str]:
    """What the multiplication of one dose was, what would change its row, and what to withdraw."""
    yield from dose.weighed.steps
    if dose.near_edge is not None:
        edge = f"{plain(dose.near_edge.edge)} {dose.row.band.unit}"
        yield f"Close to the edge at {edge}: beyond it another row holds"
    if dose.differs_by_weight:
        yield f"Another row with the {' or '.join(dose.differs_by_weight)} weight"
    yield from dose.remarks
    yield from (f"Withdraw, {words}" for words in withdraw_words(dose.loading, dose.maintenance))
