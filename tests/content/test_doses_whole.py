"""A dose that a search finds is whole: its weight, its cap and its conditions stand beside the figure, uncut."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.content.library import Library
from desktop.content.opening import OpenContent, open_content
from desktop.domain.drug_entries import DOSE
from desktop.domain.drugs import Basis, Drug, Row
from desktop.domain.given import Given, PerKg
from desktop.domain.note import Note, NoteKind
from desktop.domain.quantity import plain
from desktop.domain.row_words import row_lines
from desktop.domain.search_result import BLANK_LINE, HitKind, dose_snippet, snippet

PER_G = 1000
CMS_IN_BASE = 2.4
WEIGHT = {
    PerKg.ACTUAL: "by the actual weight",
    PerKg.IDEAL: "by the ideal weight",
    PerKg.IDEAL_IN_OBESITY: "in obesity, more than 1.2 times the ideal weight, by the ideal one",
}
LIMITS = {NoteKind.MAXIMUM, NoteKind.CEILING, NoteKind.CONDITION}
# As they are printed: what a reader who is not shown them gives too much by, or gives to the wrong person.
SHOWN = [
    ("colistin/nation-2017/01", "First colistin base 4 mg per kg, by the ideal weight, at most colistimethate sodium"),
    (
        "colistin/nation-2017/14",
        "at most colistimethate sodium 9 million units (720 mg, equal to colistin base 300 mg)",
    ),
    ("colistin/eu-label/03", "once (for the critically ill; also when the kidneys are impaired or replaced); then:"),
    ("colistin/us-label/01", "Never more than 5 mg of colistin base per kg a day."),
    ("ceftazidime-avibactam/eu-label/13", "at most ceftazidime 2 g and avibactam 0.5 g (2.5 g in total)"),
    ("polymyxin-b/us-label/01", "Never more than 2.5 mg per kg (25,000 units per kg) a day."),
    ("aztreonam/idsa-2026/01", "Only together with ceftazidime-avibactam, started at the same time."),
]


def _rows(library: Library) -> Iterator[tuple[Drug, Basis, Row]]:
    for slug in library.drug_slugs:
        drug = library.drug(slug)
        assert isinstance(drug, Drug)
        yield from ((drug, basis, row) for basis in drug.bases for row in basis.rows)


def _passages(kind: str, column: str) -> dict[str, str]:
    content = open_content()
    assert isinstance(content, OpenContent)
    select = f"SELECT target, {column} FROM passage WHERE kind = ?"  # columns named in this file
    return dict(map(tuple, content.connection.execute(select, (kind,))))


def _texts(kind: str) -> dict[str, str]:
    return _passages(kind, "text")


def _found(text: str) -> str:
    """What a search shows of a dose, without the remarks on it."""
    start, end = dose_snippet(text)
    return text[start:end].split(BLANK_LINE)[0]


def _lacking(words: str, given: Given) -> Iterator[str]:
    """The weight and the caps of a dose that its words do not say."""
    if given.per_kg and WEIGHT[given.per_kg] not in words:
        yield f"weight {given.per_kg}"
    for part in given.components:
        most = part.at_most_mg
        shown = most and {f"{plain(most)} mg", f"{plain(most / PER_G)} g", f"{float(most) / CMS_IN_BASE:g} mg"}
        if shown and not any(form in words.partition("at most ")[2] for form in shown):
            yield f"cap {most}"


def test_every_dose_is_found_with_its_weight_and_its_cap(library: Library) -> None:
    texts = _texts(DOSE)
    lacking = []
    for _, _, row in _rows(library):
        shown = _found(texts[row.id])
        load, _, rest = shown.partition("; then:") if row.loading else ("", "", shown)
        for words, given in ((load, row.loading), (rest, row.maintenance)):
            lacking += [f"{row.id}: {what}" for what in (_lacking(words, given) if given else ())]
    assert lacking == []


def test_every_dose_is_found_with_its_limits_and_conditions_whole(library: Library) -> None:
    texts = _texts(DOSE)
    lacking = []
    for _, basis, row in _rows(library):
        shown = _found(texts[row.id])
        most = [note.text for note in basis.noted if note.kind is NoteKind.MAXIMUM] if row.maintenance else []
        said = [*most, *(note.text for note in row.noted if note.kind in LIMITS)]
        load = shown.partition("; then:")[0]
        lacking += [f"{row.id}: {words}" for words in said if f"\n{words}" not in shown]
        lacking += [f"{row.id}: {words}" for words in _conditions(row) if words not in load.casefold()]
    assert lacking == []


def _conditions(row: Row) -> list[str]:
    """What a load hangs on, as it stands in brackets."""
    noted = row.loading.noted if row.loading else ()
    return [note.text.removesuffix(".").casefold() for note in noted if note.kind is NoteKind.CONDITION]


@pytest.mark.parametrize(("row", "words"), SHOWN)
def test_what_a_source_prints_beside_a_dose_is_found_beside_it(row: str, words: str) -> None:
    assert words in _found(_texts(DOSE)[row])


def test_an_answer_holds_every_row_as_one_sentence_that_no_snippet_cuts(library: Library) -> None:
    answers = _texts("answer")
    listed = 0
    for _, basis, row in _rows(library):
        if row.maintenance is None or row.children:
            continue
        (line,) = row_lines(replace(basis, rows=(row,)))
        for text in (text for text in answers.values() if line in text):
            listed += 1
            at = text.index(line)
            for mark in (at, at + len(line) // 2, at + len(line) - 1):
                start, end = snippet(text, [(mark, mark + 1)])
                assert start <= at, line
                assert at + len(line) <= end, line
    assert listed


def test_the_rows_of_an_answer_say_weight_cap_and_conditions_too(library: Library) -> None:
    lacking = []
    for _, basis, row in _rows(library):
        if row.children:
            continue
        (line,) = row_lines(replace(basis, rows=(row,)))
        load, _, rest = line.partition("; then ") if row.loading else ("", "", line)
        for words, given in ((load, row.loading), (rest, row.maintenance)):
            lacking += [f"{row.id}: {what}" for what in (_lacking(words, given) if given else ())]
        lacking += [f"{row.id}: {words}" for words in _conditions(row) if words not in load.casefold()]
        lacking += [f"{row.id}: {note.text}" for note in row.noted if note.kind in LIMITS and not _said(note, rest)]
    assert lacking == []


def _said(note: Note, words: str) -> bool:
    return all(part.casefold() in words.casefold() for part in note.text.removesuffix(".").split(". "))


def test_every_row_of_a_child_says_in_its_title_by_which_filtration_it_goes(library: Library) -> None:
    titles = _passages(DOSE, "title")
    rows = [row.id for _, _, row in _rows(library) if row.children]
    assert len(rows) == 20
    assert [titles[row] for row in rows if not titles[row].partition("1.73 m2")[0].endswith(" mL/min per ")] == []
    assert "(read as for more than 50 mL/min per 1.73 m2)" in titles["ceftazidime-avibactam/eu-label/13"]


@pytest.mark.hazard("H25")
@pytest.mark.parametrize("kidneys", ["normal kidneys", "normal renal function", "crcl 60", "egfr 90"])
@pytest.mark.parametrize(("brand", "row"), [("zavicefta", "eu-label/13"), ("avycaz", "us-label/10")])
def test_the_row_of_a_child_whose_kidneys_are_said_to_be_normal_leads(
    library: Library, brand: str, row: str, kidneys: str
) -> None:
    assert library.search(f"{brand} 8 years old {kidneys}").hits[0].id == f"ceftazidime-avibactam/{row}"


@pytest.mark.parametrize("kidneys", ["kidney failure", "AKI", "renal impairment", "crcl <15", "clearance unknown"])
@pytest.mark.parametrize("brand", ["zavicefta", "avycaz"])
def test_no_dose_of_a_child_leads_where_its_kidneys_are_sick_or_not_known(
    library: Library, brand: str, kidneys: str
) -> None:
    first = library.search(f"{brand} 8 years old {kidneys}").hits[0]
    assert first.kind is not HitKind.DOSE or first.text.startswith("No dose:")


@pytest.mark.hazard("H16")
def test_no_dose_for_a_day_can_be_read_as_one_for_every_time(library: Library) -> None:
    for_a_day = [row.maintenance for _, _, row in _rows(library) if row.maintenance and row.maintenance.per_day]
    assert len(for_a_day) > len(PerKg)
    for given in for_a_day:
        assert given.divided is not None
        before, _, _ = given.divided.partition(" every ")
        assert "dose" in before, given.divided
        assert " every " not in given.divided or before.endswith("doses, one"), given.divided
