"""The dialysis that a question speaks of: of which kind it is, and whether the patient is on it at all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.domain.search_denial import Around, Mention, Standing, standing
from desktop.domain.search_effluent import effluent_said
from desktop.domain.search_query import Asked, Query
from desktop.domain.search_words import Word, terms_in

HAEMODIALYSIS, CRRT = terms_in("haemodialysis"), terms_in("continuous renal replacement therapy")
DIALYSIS = frozenset({HAEMODIALYSIS, CRRT})
_RENAL_REPLACEMENT, _DIAFILTRATION = terms_in("renal replacement therapy"), terms_in("haemodiafiltration")
_EITHER = frozenset({_RENAL_REPLACEMENT, _DIAFILTRATION})
# A synonym names dialysis; a hint, as of end-stage disease, only makes it likely.
_NAMED = 0.75
PERITONEAL, BRAIN = terms_in("peritoneal dialysis"), terms_in("central nervous system")
# What a question may also speak of; it says nothing against dialysis beside it.
_BESIDES = frozenset({terms_in("kidney"), terms_in("creatinine clearance"), terms_in("creatinine"), BRAIN})
_OTHER_NAMES = frozenset({"sled", "sledd", "pirrt", "capd", "ccpd"})
# In small letters these are dialysis only beside a word of it or a clearance; beside some words they never are.
_MAYBE_OTHER, _PHARMACODYNAMIC = frozenset({"pd", "apd", "edd"}), frozenset({"pk", "target", "targets", "index"})
_OTHER_BEFORE = re.compile(
    r"\b(?:peritoneal|extended|efficiency|(?:extended|efficiency|sustained) daily|"
    r"(?:extended|prolonged) intermittent|sledd?|pirrt|ca?pd|ccpd|apd|pd)$"
)
# The end stage of these is none of the kidneys.
_OTHER_ORGANS = frozenset({"liver", "hepatic", "cirrhosis", "heart", "cardiac", "lung", "pulmonary", "copd", "cancer"})
_STAGE, _OF_KIDNEYS = "stage", frozenset({"renal", "kidney", "kidneys"})
_CONTINUOUS = frozenset({"continuous", "continuously"})
_SESSIONS = frozenset({"intermittent", "session", "sessions", "thrice", "mwf", "tts"})
_TIMES, _WEEK = frozenset({"times", "x", "a", "per", "every", "each"}), frozenset({"week", "weekly"})


@dataclass(frozen=True, slots=True)
class DialysisSaid:
    """The kinds of dialysis that the patient is on, as terms.

    `is_open` says that nobody can tell from the words whether it runs, `is_other` that it is of a kind without rows,
    `is_likely` that no word names it and only a hint speaks for it. `effluent` is the rate of continuous therapy in L
    per hour. `denied` are the places of words that say that there is none, or leave it open, and of that rate.
    """

    kinds: frozenset[str] = frozenset()
    effluent: Decimal | None = None
    is_named: bool = False
    is_open: bool = False
    is_other: bool = False
    is_likely: bool = False
    denied: frozenset[int] = frozenset()


def dialysis_said(query: Query, asked: Sequence[Asked], around: Around) -> DialysisSaid:
    """The dialysis of a question; an effluent rate is one of continuous therapy."""
    places = {word: at for at, word in enumerate(query.words)}
    letters = tuple(word.letters for word in query.words)
    mentions = tuple(mention for one in asked for mention in _mentions(one, places))
    hinting = [one for one in asked if _makes_likely(one, letters, places)]
    hints = frozenset(places[word] for one in hinting for word in one.typed)
    effluent = effluent_said(query)
    around = replace(around, known=around.known | hints | _besides(asked, places) | effluent.places)
    found = {one: standing(query, one, mentions, around) for one in mentions}
    current = [one for one, (stands, _) in found.items() if stands is not Standing.OFF]
    unclear = [one for one in current if not _OTHER_BEFORE.search(" ".join(letters[: one.first]))]
    running = [one for one in unclear if found[one][0] is Standing.ON]
    kinds = frozenset(kind for one in running for kind in _kinds(letters, one))
    is_near = bool(mentions or hinting) or around.names_clearance
    is_other = len(unclear) < len(current) or _names_other(query, is_near=is_near)
    likely = frozenset() if mentions or is_other else _likely(hinting)
    if not around.names_clearance:
        kinds |= likely
    if effluent.is_named and (kinds or not (mentions or is_other)):
        kinds |= {CRRT}
    denied = _denied({one: found[one] for one in mentions if one not in current or one in unclear}, running or current)
    return DialysisSaid(
        kinds=kinds,
        effluent=effluent.l_h,
        is_named=bool(mentions or hinting or effluent.is_named or _maybe_other(letters)) or is_other,
        is_open=not kinds and not is_other and bool(effluent.is_named or likely or unclear or _maybe_other(letters)),
        is_other=not kinds and is_other,
        is_likely=bool(likely),
        denied=effluent.places | denied | (hints if mentions and not current else frozenset()),
    )


def _likely(hinting: Sequence[Asked]) -> frozenset[str]:
    """The kinds of dialysis that hints make likely."""
    return DIALYSIS.intersection(phrase for one in hinting for phrase in one.all_phrases)


def _names_other(query: Query, *, is_near: bool) -> bool:
    """Whether a kind without rows is named, in capitals or near dialysis or a clearance."""
    letters = [word.letters for word in query.words]
    if not _OTHER_NAMES.isdisjoint(letters):
        return True
    spelled = (query.text[word.start : word.end] for word in query.words if word.letters in _maybe_other(letters))
    return any(is_near or (word.isupper() and not query.text.isupper()) for word in spelled)


def _maybe_other(letters: Sequence[str]) -> frozenset[str]:
    """The words that may name a kind without rows."""
    return _MAYBE_OTHER.intersection(letters) if _PHARMACODYNAMIC.isdisjoint(letters) else frozenset()


def _denied(found: Mapping[Mention, tuple[Standing, frozenset[int]]], kept: Sequence[Mention]) -> frozenset[int]:
    """The places of words that deny dialysis or leave it open; beside one that runs, no other is asked about."""
    without = (doubts | (frozenset() if one in kept else one.places) for one, (_, doubts) in found.items())
    return frozenset().union(*without) - {at for one in kept for at in one.places}


def _makes_likely(one: Asked, letters: Sequence[str], places: Mapping[Word, int]) -> bool:
    """Whether words make dialysis likely, and say no more beside it; an end stage may be that of another organ."""
    if DIALYSIS.isdisjoint(one.all_phrases) or not one.typed or one.typed[-1].letters != _STAGE:
        return not DIALYSIS.isdisjoint(one.all_phrases)
    after = letters[places[one.typed[-1]] + 1 :][:1]
    return _OTHER_ORGANS.isdisjoint(letters) or not _OF_KIDNEYS.isdisjoint(after)


def _besides(asked: Sequence[Asked], places: Mapping[Word, int]) -> frozenset[int]:
    """The places of words that speak of kidneys or of an infection of the brain."""
    about = (one for one in asked if not _BESIDES.isdisjoint(one.all_phrases))
    return frozenset(places[word] for one in about for word in one.typed)


def _mentions(one: Asked, places: Mapping[Word, int]) -> Iterator[Mention]:
    named = {meaning.phrase for meaning in one.phrases if meaning.strength >= _NAMED}
    kinds = DIALYSIS & named if _EITHER.isdisjoint(named) else DIALYSIS
    if kinds and one.typed:
        yield Mention(places[one.typed[0]], places[one.typed[-1]], kinds, is_diafiltration=_DIAFILTRATION in named)
    else:
        for part in one.parts:
            yield from _mentions(part, places)


def _kinds(letters: Sequence[str], mention: Mention) -> AbstractSet[str]:
    """The kinds of which a mention is: "RRT" may be either, unless a word beside it says which.

    Haemodiafiltration that is not continuous stays open: no source doses by it.
    """
    near = {*letters[: mention.first][-3:], *letters[mention.last + 1 :][:1]}
    if not _CONTINUOUS.isdisjoint(near) and "infusion" not in near:
        return {CRRT}
    said = frozenset(letters)
    by_week = not _WEEK.isdisjoint(said) and not _TIMES.isdisjoint(said)
    is_sessions = (
        mention.kinds == DIALYSIS and not mention.is_diafiltration and (by_week or not _SESSIONS.isdisjoint(said))
    )
    return {HAEMODIALYSIS} if is_sessions else mention.kinds
