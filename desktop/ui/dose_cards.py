"""The answers for one drug as the HTML of one card: a cell for every basis, each dose one line with its source."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.comparing import Comparison, comparisons
from desktop.domain.dosing import Dose, Withheld
from desktop.domain.drugs import Basis, Row
from desktop.domain.guidance import Reference
from desktop.domain.kidney import KidneyFunction
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.quantity import plain
from desktop.domain.wording import HARD_SPACE, given_words, how_words, over_words, unbroken
from desktop.domain.wording import dose_lines as amount_lines
from desktop.ui.html_text import escape


@dataclass(frozen=True, slots=True)
class _Shown:
    """What every cell of a card needs beside its own answers."""

    kidney: KidneyFunction
    references: Mapping[str, Reference]
    said_below: frozenset[str]


def card_html(
    answers: Sequence[Dose | Withheld], kidney: KidneyFunction, references: Mapping[str, Reference], columns: int
) -> str:
    """The card of one drug. Links are `dose:row id`; `columns` cells stand side by side."""
    bases = list({answer.basis.slug: answer.basis for answer in answers}.values())
    doses = [answer for answer in answers if isinstance(answer, Dose)]
    shown = _Shown(kidney, references, frozenset(_shared(doses)))
    cells = [_cell_html(basis, [a for a in answers if a.basis is basis], shown) for basis in bases]
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    body = "".join(_row_html(row, columns) for row in rows)
    title = f'<a href="drug:{answers[0].drug.slug}">{escape(answers[0].drug.name)}</a>'
    table = f'<table width="100%" cellspacing="0" cellpadding="0">{body}</table>'
    pairs = "".join(_pair_html(pair) for pair in comparisons(answers))
    return f'<p class="drug">{title}</p>{pairs}{table}{_notes_html(doses)}'


def _pair_html(pair: Comparison) -> str:
    """Whether the labels agree: quiet where they do, marked where they do not."""
    words = pair.words if pair.use is None else f"For {pair.use}: {pair.words}"
    return f'<p class="{"small" if pair.is_same else "caution"}">{_together(words)}</p>'


def _shared(doses: Sequence[Dose]) -> list[str]:
    """The notes of rows that more than one dose of the card has; they are said once, below."""
    counted = Counter(note for dose in doses for note in dict.fromkeys(dose.notes))
    return [note for note, times in counted.items() if times > 1]


def _notes_html(doses: Sequence[Dose]) -> str:
    """The notes that hold for more than one dose, each once, marked with its basis unless all of them say so."""
    said_by: dict[str, list[str]] = {}
    shared = _shared(doses)
    for dose in doses:
        for note in (*(note for note in dose.notes if note in shared), *dose.basis.notes):
            bases = said_by.setdefault(note, [])
            if dose.basis.short not in bases:
                bases.append(dose.basis.short)
    every = len({dose.basis.slug for dose in doses})
    marked = ((note, "" if len(bases) == every else f"{' and '.join(bases)}: ") for note, bases in said_by.items())
    return "".join(f'<p class="small">{escape(mark)}{_together(note)}</p>' for note, mark in marked)


def _row_html(cells: Sequence[str], columns: int) -> str:
    """Cells side by side; a cell that is alone has the whole width."""
    span = f'colspan="{columns}"' if len(cells) == 1 else f'width="{100 // columns}%"'
    tds = (f'<td {span} valign="top" style="padding: 4px 12px 4px 0;">{cell}</td>' for cell in cells)
    return f"<tr>{''.join(tds)}</tr>"


def _cell_html(basis: Basis, answers: Sequence[Dose | Withheld], shown: _Shown) -> str:
    only = answers[0]
    row = f"row {only.row.band.printed}" if isinstance(only, Dose) and only.use is None else ""
    label = " · ".join(filter(None, (basis.short, "off-label" if basis.off_label_note else "", row)))
    parts = [f'<p class="label">{_together(label)}</p>']
    parts += [_dose_html(a, shown) if isinstance(a, Dose) else _withheld_html(a, shown.kidney) for a in answers]
    if basis.off_label_note:
        parts.append(f'<p class="small">{_together(basis.off_label_note)}</p>')
    return "".join(parts)


def _use_html(use: str | None) -> str:
    return f'<p class="use">For {escape(use)}</p>' if use else ""


def _withheld_html(answer: Withheld, kidney: KidneyFunction) -> str:
    parts = [
        _use_html(answer.use),
        f'<p><span class="caution"><strong>No dose.</strong></span> {_together(answer.refusal.reason)}</p>',
        f"<p>{_together(answer.refusal.remedy)}</p>",
        *(f'<p class="caution">{line}</p>' for line in _doubts(answer, kidney)),
        f'<p class="caution">{_together(answer.nearby)}</p>' if answer.nearby else "",
        f'<p class="small"><a href="reference:{answer.basis.source.reference}">{escape(answer.basis.title)}</a></p>',
    ]
    if answer.basis.listed_unverified:
        listed = _together(answer.basis.listed_unverified)
        parts.append(f'<p class="small">Listed, unverified, not computed: {listed}</p>')
    return "".join(parts)


def _dose_html(dose: Dose, shown: _Shown) -> str:
    source = dose.row.source
    place = f"{shown.references[source.reference].short}, {source.place}"
    link = f'<a href="dose:{dose.row.id}">{escape(place)}</a>'
    parts = [
        _use_html(dose.use),
        f'<p class="small">row {_together(dose.row.band.printed)}</p>' if dose.use else "",
        f'<p class="dose">{"<br>".join(map(escape, dose_lines(dose)))}</p>',
        f'<p class="small">{link} · {VERIFICATION_WORDS[source.verification]}</p>',
    ]
    parts += [f'<p class="small">{_together(step)}</p>' for step in dose.weighed.steps]
    parts += [f'<p class="caution">{_together(remark)}</p>' for remark in dose.remarks]
    parts += [f'<p class="caution">{line}</p>' for line in _doubts(dose, shown.kidney)]
    parts += [f'<p class="small">{_together(note)}</p>' for note in dose.notes if note not in shown.said_below]
    return "".join(parts)


def dose_lines(dose: Dose) -> list[str]:
    """What is given, line by line; components and total stay on one line, the interval may go to the next."""
    lines: list[str] = []
    if dose.loading is not None:
        first, *rest = amount_lines(dose.loading.components)
        lines += [f"First, once: {first}", *rest, over_words(dose.loading)]
    first, *rest = amount_lines(dose.maintenance.components)
    lines += [f"{'then: ' if dose.loading else ''}{first}", *rest, how_words(dose.maintenance)]
    if dose.supplement is not None:
        first, *rest = amount_lines(dose.supplement.components)
        lines += [f"{'instead' if dose.supplement.instead else 'plus'}: {first}", *rest, dose.supplement.occasion]
    return [line.replace(" ", HARD_SPACE) for line in lines if line]


def _doubts(answer: Dose | Withheld, kidney: KidneyFunction) -> list[str]:
    """Every other row that another body weight, or a clearance just beyond the edge, would choose, each once."""
    reasons: dict[str | None, tuple[Row | None, list[str]]] = {}
    for weight, row in answer.differs_by_weight.items():
        clearance = plain(kidney.by_weight[weight], places=1)
        reasons.setdefault(_key(row), (row, []))[1].append(f"with the {weight} weight ({clearance} mL/min)")
    if isinstance(answer, Dose) and answer.near_edge is not None:
        other, edge = answer.near_edge.other, plain(answer.near_edge.edge)
        reasons.setdefault(_key(other), (other, []))[1].append(
            f"beyond the edge at {edge} {answer.edge_unit}, which is close"
        )
    return [f"{_together(_capital(', and '.join(why)))}: {_row_words(row)}." for row, why in reasons.values()]


def _key(row: Row | None) -> str | None:
    return row.id if row else None


def _row_words(row: Row | None) -> str:
    """Another row in short, or that there is none."""
    if row is None:
        return "this source has no row"
    if row.without_dialysis is not None:
        return f"row {_together(row.band.printed)}, in which the source gives no dose without dialysis"
    if row.maintenance is None:
        return f"row {_together(row.band.printed)}, in which the source gives no dose"
    return f"row {_together(row.band.printed)}, {_together(given_words(row.maintenance))}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _together(words: str) -> str:
    """Escaped words in which a line never ends between a number and its unit."""
    return unbroken(escape(words))
