"""The passages of content.db that may answer a question: a few of each kind of match, for ranking to choose from."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from desktop.content.dose_rows import dose_bands
from desktop.content.owned import among
from desktop.domain.drug_entries import TABLE_OF_ROWS
from desktop.domain.search_fit import PatientAsked
from desktop.domain.search_lead import NOT_COVERED, uncovered
from desktop.domain.search_patient import FILTRATION
from desktop.domain.search_query import Asked, to_match
from desktop.domain.search_question import Weighed
from desktop.domain.search_ranking import Candidate, candidate
from desktop.domain.search_words import terms_in

# How many passages are looked at for all words in the title, all anywhere, the most telling in the title, all but one,
# pairs, each alone; and in all.
_TITLES, _ALL, _IN_TITLE, _ALL_BUT_ONE, _PAIR, _EACH, _ENOUGH = 50, 80, 6, 25, 15, 20, 110
_ROWS = 60
_MATCH = "SELECT rowid FROM passage_search WHERE passage_search MATCH ? LIMIT ?"
_MOST_COMBINED, _MOST_TELLING, _FEW = 6, 3, 2
_DOSE = "dose"
_OF_PAIR = f'"{terms_in("pair")}"'
_TABLES = f'"{terms_in(TABLE_OF_ROWS)}"'


def candidates(connection: sqlite3.Connection, weighed: Sequence[Weighed], patient: PatientAsked) -> list[Candidate]:
    """Passages that hold some of what is asked: first those that hold all, then all but one, pairs, and each alone.

    Before them, never lost among words, the dose rows of a drug that is named, where the question says for whom; its
    table; and what is said of a pair, of something that is not covered, and of a filtration rate, where one is named.
    """
    rarest = sorted((one for one in weighed if not one.asked.unknown), key=lambda one: -one.weight)[:_MOST_COMBINED]
    keys: dict[int, None] = {}
    for match in _matched_for(weighed, patient):
        keys.update((key, None) for (key,) in connection.execute(_MATCH, (match, _ROWS)))
    enough = len(keys) + _ENOUGH
    for match, most in _matches([_expression(one.asked) for one in rarest], [_as_whole(one.asked) for one in rarest]):
        keys.update((key, None) for (key,) in connection.execute(_MATCH, (match, most)))
        if len(keys) >= enough:
            break
    found = _read(connection, list(keys))
    return _with_bands(connection, found) if patient.looks_at_rows else found


def _matched_for(weighed: Sequence[Weighed], patient: PatientAsked) -> Iterator[str]:
    drugs = [_as_whole(one.asked) for one in weighed if one.asked.drugs]
    if drugs and patient.titles:
        yield f"title : ({' OR '.join(drugs)}) AND title : ({' OR '.join(_quoted(patient.titles))})"
    if drugs:
        yield f"title : ({' OR '.join(drugs)}) AND title : {_TABLES}"
    if len(drugs) > 1:
        yield f"title : {_OF_PAIR}"
    if phrases := uncovered(weighed, patient):
        yield f'text : "{NOT_COVERED}" AND ({" OR ".join(_quoted(phrases))})'
    if patient.names_filtration:
        yield f'title : "{FILTRATION}"'


def _matches(asked: Sequence[str], wholes: Sequence[str]) -> Iterator[tuple[str, int]]:
    """What is matched, of expressions of which the first tells most; and how many passages are looked at for each.

    `wholes` are the same things without their parts: a title that holds one is not lost among what holds a part.
    """
    whole = len(asked)
    if 0 < whole <= _FEW:
        yield " AND ".join(f"title : {one}" for one in asked), _TITLES
    if asked:
        yield " AND ".join(asked), max(_ALL, _ENOUGH // whole)
    if whole > 2:
        yield from ((f"title : {one}", _IN_TITLE) for one in wholes[:_MOST_TELLING])
        # The first of these leaves out what tells least.
        some_left_out = islice(combinations(asked, whole - 1), _MOST_TELLING)
        yield from ((" AND ".join(some), _ALL_BUT_ONE) for some in some_left_out)
    if whole > 3:
        yield from ((" AND ".join(some), _PAIR) for some in combinations(asked[:_MOST_TELLING], 2))
    if whole > 1:
        yield from ((one, _EACH) for one in asked)


def _expression(one: Asked) -> str:
    """What FTS5 looks for; terms are letters and digits, and stand in quotes all the same."""
    phrases = _quoted(to_match(one))
    if one.unfinished is not None and one.is_open:
        phrases.append(f'"{one.unfinished}"*')
    return f"({' OR '.join(phrases)})"


def _as_whole(one: Asked) -> str:
    return f"({' OR '.join(_quoted(meaning.phrase for meaning in one.phrases))})"


def _quoted(phrases: Iterable[str]) -> list[str]:
    return [f'"{phrase}"' for phrase in phrases]


def _read(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Candidate]:
    select = (
        "SELECT p.id, p.kind, p.target, p.drug, t.title, t.words, t.text FROM passage p "
        "JOIN passage_terms t USING (id) WHERE p.id IN (*)"
    )
    rows = among(connection, select, keys)
    return [candidate(key, kind, target, drug, fields) for key, kind, target, drug, *fields in rows]


def _with_bands(connection: sqlite3.Connection, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those that are dose rows with their bands and ages."""
    bands, none = dose_bands(connection, [one.target for one in found if one.kind == _DOSE]), (None, None)
    return [
        replace(one, band=band, ages=ages) if one.kind == _DOSE else one
        for one in found
        for band, ages in [bands.get(one.target, none)]
    ]
