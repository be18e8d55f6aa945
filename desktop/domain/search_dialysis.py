"""The dialysis that a question speaks of: of which kind it is, and whether the patient is on it at all."""

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
_KIDNEYS = frozenset({terms_in("kidney"), terms_in("creatinine clearance"), terms_in("creatinine")})
_OTHER_NAMES = frozenset({"sled", "pirrt", "capd"})
_OTHER_BEFORE = frozenset({"peritoneal", "extended"})
_CONTINUOUS = frozenset({"continuous", "continuously"})
_SESSIONS = frozenset({"intermittent", "session", "sessions", "thrice", "mwf", "tts"})
_TIMES, _WEEK = frozenset({"times", "x", "a", "per", "every", "each"}), frozenset({"week", "weekly"})


@dataclass(frozen=True, slots=True)
class DialysisSaid:
    """The kinds of dialysis that the patient is on, as terms.

    `is_open` says that nobody can tell from the words whether it runs, `is_other` that it is of a kind without rows.
    `effluent` is the rate of continuous therapy in L per hour. `denied` are the places of words that say that there is
    none, or leave it open, and of that rate.
    """

    kinds: frozenset[str] = frozenset()
    effluent: Decimal | None = None
    is_named: bool = False
    is_open: bool = False
    is_other: bool = False
    denied: frozenset[int] = frozenset()


def dialysis_said(query: Query, asked: Sequence[Asked], around: Around) -> DialysisSaid:
    """The dialysis of a question; an effluent rate is one of continuous therapy."""
    places = {word: at for at, word in enumerate(query.words)}
    letters = tuple(word.letters for word in query.words)
    mentions = tuple(mention for one in asked for mention in _mentions(one, places))
    # What only makes dialysis likely says no more than that beside it.
    hints = frozenset(places[word] for one in asked if _makes_likely(one) for word in one.typed)
    effluent = effluent_said(query)
    around = replace(around, known=around.known | hints | _about_kidneys(asked, places) | effluent.places)
    found = {one: standing(query, one, mentions, around) for one in mentions}
    current = [one for one, (stands, _) in found.items() if stands is not Standing.OFF]
    others = [one for one in current if not _OTHER_BEFORE.isdisjoint(letters[: one.first][-1:])]
    running = [one for one in current if one not in others and found[one][0] is Standing.ON]
    kinds = frozenset(kind for one in running for kind in _kinds(letters, one))
    likely = frozenset(DIALYSIS & {phrase for one in asked for phrase in one.all_phrases})
    if not mentions and not around.names_clearance:
        kinds = likely
    if effluent.is_named and (kinds or not mentions):
        kinds |= {CRRT}
    denied = _denied({one: stands for one, stands in found.items() if one not in others}, running or current)
    is_other = any(word in _OTHER_NAMES for word in letters) or bool(others)
    return DialysisSaid(
        kinds=kinds,
        effluent=effluent.l_h,
        is_named=bool(mentions or likely or effluent.is_named),
        is_open=not kinds and (effluent.is_named or any(one not in others for one in current)),
        is_other=not kinds and is_other,
        denied=effluent.places | denied | (hints if mentions and not current else frozenset()),
    )


def _denied(found: Mapping[Mention, tuple[Standing, frozenset[int]]], kept: Sequence[Mention]) -> frozenset[int]:
    """The places of words that deny dialysis or leave it open; beside one that runs, no other is asked about."""
    without = (doubts | (frozenset() if one in kept else one.places) for one, (_, doubts) in found.items())
    return frozenset().union(*without) - {at for one in kept for at in one.places}


def _makes_likely(one: Asked) -> bool:
    return not DIALYSIS.isdisjoint(one.all_phrases)


def _about_kidneys(asked: Sequence[Asked], places: Mapping[Word, int]) -> frozenset[int]:
    """The places of words that speak of kidneys."""
    about = (one for one in asked if not _KIDNEYS.isdisjoint(one.all_phrases))
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
