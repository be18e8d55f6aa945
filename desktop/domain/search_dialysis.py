"""The dialysis that a question speaks of: of which kind it is, and whether the patient is on it at all."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from desktop.domain.search_denial import Mention, Standing, standing
from desktop.domain.search_query import Asked, Query
from desktop.domain.search_words import Word, terms_in

HAEMODIALYSIS, CRRT = terms_in("haemodialysis"), terms_in("continuous renal replacement therapy")
DIALYSIS = frozenset({HAEMODIALYSIS, CRRT})
_EITHER = terms_in("renal replacement therapy")
# A synonym names dialysis; a hint, as of end-stage disease, only makes it likely.
_NAMED = 0.75
_OTHER_NAMES = frozenset({"sled", "pirrt", "capd"})
_OTHER_BEFORE = frozenset({"peritoneal", "extended"})
_CONTINUOUS = frozenset({"continuous", "continuously"})
_SESSIONS = frozenset({"intermittent", "session", "sessions", "thrice", "mwf", "tts"})
_TIMES, _WEEK = frozenset({"times", "x", "a", "per", "every", "each"}), frozenset({"week", "weekly"})


@dataclass(frozen=True, slots=True)
class DialysisSaid:
    """The kinds of dialysis that the patient is on, as terms.

    `is_open` says that nobody can tell from the words whether it runs, `is_other` that it is of a kind without rows.
    `denied` are the places of words that say that there is none, or leave it open.
    """

    kinds: frozenset[str] = frozenset()
    is_named: bool = False
    is_open: bool = False
    is_other: bool = False
    denied: frozenset[int] = frozenset()


def dialysis_said(query: Query, asked: Sequence[Asked], *, names_figure: bool) -> DialysisSaid:
    """The dialysis of a question; `names_figure` says that a clearance stands beside it."""
    places = {word: at for at, word in enumerate(query.words)}
    mentions = tuple(mention for one in asked for mention in _mentions(one, places))
    is_other = any(word.letters in _OTHER_NAMES for word in query.words)
    letters = tuple(word.letters for word in query.words)
    found = {one: standing(query, one, mentions, names_figure=names_figure) for one in mentions}
    current = [one for one, (stands, _) in found.items() if stands is not Standing.OFF]
    others = [one for one in current if not _OTHER_BEFORE.isdisjoint(letters[: one.first][-1:])]
    running = [one for one in current if one not in others and found[one][0] is Standing.ON]
    kinds = frozenset(kind for one in running for kind in _kinds(letters, one))
    likely = DIALYSIS & {phrase for one in asked for phrase in one.all_phrases}
    if not mentions and not names_figure:
        kinds = frozenset(likely)
    # Beside one that runs, another that does not is not asked about.
    kept = running or current
    without = frozenset(at for one in mentions for at in found[one][1] | (one.places if one not in kept else set()))
    without -= {at for one in kept for at in one.places}
    if mentions and not current:
        # What only makes dialysis likely says no more than that beside it.
        hints = (one for one in asked if not DIALYSIS.isdisjoint(one.all_phrases))
        without |= {places[word] for one in hints for word in one.typed}
    return DialysisSaid(
        kinds=kinds,
        is_named=bool(mentions or likely),
        is_open=not kinds and any(one not in others for one in current),
        is_other=not kinds and bool(is_other or others),
        denied=without,
    )


def _mentions(one: Asked, places: Mapping[Word, int]) -> Iterator[Mention]:
    named = {meaning.phrase for meaning in one.phrases if meaning.strength >= _NAMED}
    kinds = DIALYSIS if _EITHER in named else DIALYSIS & named
    if kinds and one.typed:
        yield Mention(places[one.typed[0]], places[one.typed[-1]], kinds)
    else:
        for part in one.parts:
            yield from _mentions(part, places)


def _kinds(letters: Sequence[str], mention: Mention) -> AbstractSet[str]:
    """The kinds of which a mention is: "RRT" may be either, unless a word beside it says which."""
    near = {*letters[: mention.first][-3:], *letters[mention.last + 1 :][:1]}
    if not _CONTINUOUS.isdisjoint(near) and "infusion" not in near:
        return {CRRT}
    said = frozenset(letters)
    by_week = not _WEEK.isdisjoint(said) and not _TIMES.isdisjoint(said)
    return {HAEMODIALYSIS} if mention.kinds == DIALYSIS and (by_week or said & _SESSIONS) else mention.kinds
