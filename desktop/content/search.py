"""The search of content.db: every SELECT of it, and the steps from a query to its hits."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.content import search_words
from desktop.content.owned import among
from desktop.content.search_candidates import candidates
from desktop.domain.provenance import Verification
from desktop.domain.search_lead import led
from desktop.domain.search_patient import patient_asked
from desktop.domain.search_query import (
    Asked,
    Meaning,
    Query,
    asked_of,
    corrected_text,
    held,
    possible_names,
    read_query,
)
from desktop.domain.search_question import Weighed
from desktop.domain.search_ranking import Ranked, ranked, rarity
from desktop.domain.search_result import Hit, HitKind, SearchResult, Sought
from desktop.domain.search_route import names_other_route
from desktop.domain.search_variety import varied
from desktop.domain.search_words import Word
from desktop.domain.spelling import SHORTEST

_KINDS = {
    "statement": HitKind.STATEMENT,
    "answer": HitKind.ANSWER,
    "pitfall": HitKind.PITFALL,
    "dose": HitKind.DOSE,
    "refusal": HitKind.DOSE,
    "effect": HitKind.ENZYME,
    "reference": HitKind.REFERENCE,
    "claim": HitKind.CLAIM,
    "term": HitKind.TERM,
    "study": HitKind.REFERENCE,
    "guideline": HitKind.REFERENCE,
}
_POOL = 24
# Below this share of a question nothing is said to answer it.
_LEAST_COVERED = 0.25
_NEAREST_TOPICS = 3
_BEGUN, _FULL, _TOGETHER = 0.75, 0.75, 0.9
# A single letter or digit, as in "x5", is rare and tells little.
_ONE_SIGN = 0.5
_ANSWER = "answer"
_DOSES, _OF_DRUGS = frozenset({"dose", "refusal", "table"}), frozenset({"drug", "doses"})


def search(connection: sqlite3.Connection, text: str, limit: int) -> SearchResult:
    """What the library answers to a query; nothing, with topics to look at, where it covers too little of it."""
    query = read_query(text)
    asked, meant = _understood(connection, query)
    corrected = corrected_text(query, meant) if meant else None
    if corrected is not None:
        query, asked = _as_meant(connection, query, asked, read_query(corrected))
    patient, asked = patient_asked(query, asked)
    known = [one for one in asked if not one.unknown]
    unknown = tuple(query.text[one.typed[0].start : one.typed[-1].end] for one in asked if one.unknown)
    number = connection.execute("SELECT MAX(id) FROM passage").fetchone()[0] or 0
    weighed = _weighed(connection, asked, number)
    found = ranked(candidates(connection, weighed, patient), weighed, patient)
    if names_other_route(query) or _names_unknown_drug(asked):
        found = [one for one in found if one.candidate.kind not in _DOSES]
    found = led(found, weighed, patient, _drugs_of(connection, found) if len(_drugs(asked)) > 1 else {})
    # Of a drug that is named there is something to read, whatever else is asked of it; what is unknown is said.
    answers = any(one.drugs for one in known) or _covered(weighed) >= _LEAST_COVERED
    if not known or not found or not answers:
        return SearchResult(text, unknown=unknown, topics=_topics(connection, found[:_POOL]))
    best = found[: max(_POOL, limit)]
    hits = _hits(connection, varied(best, limit, _made_of(connection, best)), known)
    return SearchResult(text, hits, corrected, unknown)


def _as_meant(
    connection: sqlite3.Connection, query: Query, asked: list[Asked], meant: Query
) -> tuple[Query, list[Asked]]:
    """The query as it was probably meant where only that names a drug, as of "ceftazadime avibactam"."""
    again, _ = _understood(connection, meant)
    return (meant, again) if _drugs(again) - _drugs(asked) else (query, asked)


def _drugs(asked: Sequence[Asked]) -> frozenset[str]:
    return frozenset(drug for one in asked for drug in one.drugs)


def _names_unknown_drug(asked: Sequence[Asked]) -> bool:
    """Whether a word that may be a drug is unknown where no drug is named: no other drug's dose is asked for."""
    return not any(one.drugs for one in asked) and any(one.unknown and one.phrase.isalpha() for one in asked)


def _understood(connection: sqlite3.Connection, query: Query) -> tuple[list[Asked], dict[Word, str]]:
    """What is asked, unknown words replaced by what was probably meant; and each word that was replaced."""
    means = search_words.meanings(connection, possible_names(query.words))
    asked = asked_of(query, means, search_words.ignored(connection, query.words))
    if asked and asked[-1].unfinished is not None:
        asked[-1] = search_words.with_names_begun(connection, asked[-1], asked[-1].unfinished)
        asked[-1] = search_words.with_words_begun(connection, asked[-1], asked[-1].unfinished)
    known = search_words.counts(connection, asked)
    meant: dict[Word, str] = {}
    understood = [_one_understood(connection, one, known, meant) for one in asked]
    return search_words.with_labels(connection, understood), meant


def _one_understood(
    connection: sqlite3.Connection, one: Asked, known: Mapping[str, int], meant: dict[Word, str]
) -> Asked:
    if any(all(term in known for term in phrase.split()) for phrase in one.all_phrases):
        return held(one, known)
    word = one.typed[0]
    begun = search_words.begun(connection, word.letters) if len(word.letters) >= SHORTEST else []
    if begun:
        return replace(one, phrases=tuple(Meaning(term, _BEGUN) for term in begun))
    correction = search_words.corrected(connection, word.letters) if len(one.typed) == 1 else None
    if correction is None:
        return replace(one, unknown=True)
    meant[word] = correction.shown
    return search_words.guess(one, correction, search_words.meanings(connection, [correction.phrase]))


def _weighed(connection: sqlite3.Connection, asked: Sequence[Asked], number: int) -> list[Weighed]:
    counts = search_words.counts(connection, asked)
    return [Weighed(one, _weight(one, counts, number)) for one in asked]


def _weight(one: Asked, counts: Mapping[str, int], number: int) -> float:
    """How much one thing tells; two words together tell nearly as much as both."""
    whole = rarity(_held(one, counts), number)
    parts = sum(_weight(part, counts, number) for part in one.parts)
    if one.parts:
        return parts * _TOGETHER
    return whole * (_ONE_SIGN if len(one.phrase) == 1 else 1.0)


def _covered(weighed: Sequence[Weighed]) -> float:
    """The share of a question that its known words are; what is unknown counts once, however many words it has."""
    known = sum(one.weight for one in weighed if not one.asked.unknown)
    unknown = max((one.weight for one in weighed if one.asked.unknown), default=0.0)
    return known / (known + unknown) if known else 0.0


def _held(one: Asked, counts: Mapping[str, int]) -> int:
    """How many passages hold what is asked, at most: those that hold the rarest term of its commonest full meaning.

    Where there is none, as of a word that no passage has, the commonest of its other meanings: it tells no more.
    """
    full = [meaning for meaning in one.phrases if meaning.strength >= _FULL] or one.phrases
    return max((min(counts.get(term, 0) for term in meaning.phrase.split()) for meaning in full), default=0)


def _made_of(connection: sqlite3.Connection, found: Sequence[Ranked]) -> dict[str, frozenset[str]]:
    """The statements and pitfalls that answers among the candidates repeat."""
    answers = [one.candidate.target for one in found if one.candidate.kind == _ANSWER]
    parts: dict[str, set[str]] = {}
    select = "SELECT answer, target FROM answer_part WHERE answer IN (*)"
    for answer, target in among(connection, select, answers):
        parts.setdefault(answer, set()).add(target)
    return {answer: frozenset(targets) for answer, targets in parts.items()}


def _drugs_of(connection: sqlite3.Connection, found: Sequence[Ranked]) -> dict[str, frozenset[str]]:
    """The drugs of which answers among the candidates repeat what is said."""
    answers = [one.candidate.target for one in found if one.candidate.kind == _ANSWER]
    drugs: dict[str, set[str]] = {}
    for answer, kind, target in among(
        connection, "SELECT answer, kind, target FROM answer_part WHERE answer IN (*)", answers
    ):
        if kind in _OF_DRUGS:
            drugs.setdefault(answer, set()).add(target.partition("/")[0])
    return {answer: frozenset(of) for answer, of in drugs.items()}


def _hits(connection: sqlite3.Connection, chosen: Sequence[Ranked], asked: Sequence[Asked]) -> tuple[Hit, ...]:
    select = "SELECT id, topic, title, text, link, verification FROM passage WHERE id IN (*)"
    shown = {row["id"]: row for row in among(connection, select, [one.candidate.key for one in chosen])}
    phrases = dict.fromkeys(phrase for one in asked for phrase in one.all_phrases)
    sought = Sought(tuple(phrases), tuple(one.unfinished for one in asked if one.unfinished))
    return tuple(_hit(one, shown[one.candidate.key], sought) for one in chosen)


def _hit(one: Ranked, shown: sqlite3.Row, sought: Sought) -> Hit:
    return Hit(
        kind=_KINDS.get(one.candidate.kind, HitKind.DRUG),
        id=one.candidate.target,
        topic=shown["topic"],
        drug=one.candidate.drug,
        title=shown["title"],
        text=shown["text"],
        link=shown["link"],
        verification=None if shown["verification"] is None else Verification(shown["verification"]),
        score=round(one.score, 4),
        sought=sought,
    )


def _topics(connection: sqlite3.Connection, found: Sequence[Ranked]) -> tuple[tuple[str, str], ...]:
    """The nearest topics: those of the best of what does not answer, then the first of the library."""
    keys = [one.candidate.key for one in found]
    topic_of = dict(map(tuple, among(connection, "SELECT id, topic FROM passage WHERE id IN (*)", keys)))
    near = list(dict.fromkeys(topic_of[key] for key in keys if topic_of[key]))[:_NEAREST_TOPICS]
    first = connection.execute("SELECT id, title FROM topic ORDER BY position LIMIT ?", (_NEAREST_TOPICS,))
    titles = dict(map(tuple, [*among(connection, "SELECT id, title FROM topic WHERE id IN (*)", near), *first]))
    return tuple((slug, titles[slug]) for slug in dict.fromkeys((*near, *titles)))[:_NEAREST_TOPICS]
