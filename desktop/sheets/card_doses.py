"""The doses of a bedside card: what sources give alike stands once, and what only one of them says names it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from desktop.domain.case import Assessment
from desktop.domain.case_choices import KNOWN_DRUGS, drug_words
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.note import Note, NoteKind
from desktop.domain.patient import Dialysis
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.quantity import plain
from desktop.domain.wording import given_words, loading_words, supplement_line, withdraw_words
from desktop.sheets.card_drug import LOAD, DoseLine, DrugDoses, Shared

# The pitfall of a drug that says how its dose goes with a session; as a finding it stands on paper in full.
TELLS_OF_SESSIONS = {"ceftazidime-avibactam": "ceftazidime-avibactam-haemodialysis"}
# As `PLACE_NOT_HELD`, in fewer words: a card has no line to spare.
_NOT_HELD = "place not held"


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
            without=_named([answer for answer in answers if isinstance(answer, Withheld)]),
            session_is_told=TELLS_OF_SESSIONS.get(slug) in {found.id for found in assessment.findings},
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
        source=_headed(doses),
        bases=" and ".join(dict.fromkeys(dose.basis.short for dose in doses)),
        lines=_lines(doses[0]),
        small=(*_rows(doses), *told(_beside)),
        remarks=told(lambda dose: dose.remarks),
        notes=told(
            lambda dose: [
                *(note.text for note in row_notes(dose) if not note.kind),
                *(_with_edges(dose, note, note.text) for note in marked(dose)),
            ]
        ),
        marked=told(
            lambda dose: [_with_edges(dose, note, note.on_paper) for note in marked(dose) if not note.on_haemodialysis]
        ),
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
        own = Shared(
            source=source,
            small=_common([line.small for line in among]),
            remarks=_common([line.remarks for line in among]),
            marked=_common([line.marked for line in among]),
        )
        if own.printed:
            shared.append(own)
            rest = [line.beyond(own) if line in among else line for line in rest]
    return tuple(rest), tuple(shared)


def _common(each: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What every one of several says."""
    if len(each) <= 1:
        return ()
    return tuple(words for words in each[0] if all(words in others for others in each))


def _withheld(answers: Sequence[Dose | Withheld]) -> tuple[str, ...]:
    """The sources that give none, those together that say why in the same words."""
    alike: dict[str, list[Withheld]] = {}
    for answer in (answer for answer in answers if isinstance(answer, Withheld)):
        alike.setdefault(f"no dose. {answer.reason} {answer.refusal.remedy}", []).append(answer)
    return tuple(f"{_named(refused)}: {words}" for words, refused in alike.items())


def _headed(doses: Sequence[Dose]) -> str:
    """The sources, as above their doses: with what stands on no label."""
    named = ((dose.basis.short, "off-label" if dose.basis.off_label_note else "", dose.use) for dose in doses)
    return "; ".join(", ".join(filter(None, each)) for each in named)


def _named(answers: Sequence[Dose | Withheld]) -> str:
    """The sources, each with the use that its row is for."""
    return "; ".join(", ".join(filter(None, (answer.basis.short, answer.use))) for answer in answers)


def _lines(dose: Dose) -> tuple[str, ...]:
    """What is given, the load first."""
    lines = [f"{LOAD}{loading_words(dose.loading)}; then:"] if dose.loading else []
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


def _with_edges(dose: Dose, note: Note, words: str) -> str:
    """The words of a note; of one about the edges with how far those were checked."""
    return f"{_edges_words(dose)}: {words}" if note.kind is NoteKind.EDGES else words


def _edges_words(dose: Dose) -> str:
    return f"edges {VERIFICATION_WORDS[dose.row.band.verification]}"


def _beside(dose: Dose) -> Iterator[str]:
    """What the multiplication of one dose was, what would change its row, and what to withdraw."""
    yield from dose.weighed.steps
    if dose.near_edge is not None:
        edge = f"{plain(dose.near_edge.edge)} {dose.edge_unit}"
        yield f"Close to the edge at {edge}: beyond it another row holds"
    if dose.differs_by_weight:
        yield f"Another row with the {' or '.join(dose.differs_by_weight)} weight"
    yield from (f"Withdraw, {words}" for words in withdraw_words(dose.loading, dose.maintenance))
