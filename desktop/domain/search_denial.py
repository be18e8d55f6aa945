"""Whether dialysis that a question names is denied, past, to come or part of another thing, by the words around it."""

from dataclasses import dataclass

from desktop.domain.search_query import Query

NEGATIONS = frozenset(
    {
        *("not", "no", "non", "without", "never", "nor", "none", "isnt", "isn", "arent", "aren", "hasnt", "hasn"),
        *("havent", "haven", "wasnt", "wasn", "doesnt", "doesn", "dont", "don", "didnt", "didn", "wont", "won"),
    }
)
_THINGS = frozenset(
    {"line", "lines", "catheter", "catheters", "access", "fistula", "graft", "shunt", "port", "permcath", "vascath"}
)
_ENDED = frozenset(
    {
        *("off", "stop", "stopped", "stops", "stopping", "discontinued", "discontinuing", "ceased", "weaned"),
        *("withdrawn", "free", "independent", "ended", "finished", "completed"),
    }
)
_PAST = frozenset({"previous", "previously", "past", "former", "formerly", "history", "hx", "ex", "had"})
# On a day of dialysis these are said of one session.
_OF_A_SESSION = frozenset({"ended", "finished", "completed", "had"})
_TODAY = frozenset(
    {"session", "sessions", "today", "yesterday", "tonight", "morning", "day", "days", "hour", "hours", "hrs"}
)
_STARTS = frozenset({"start", "starts", "starting", "begin", "begins", "beginning"})
_PLANNED = frozenset(
    {"soon", "later", "pending", "tomorrow", "imminent", "planned", "considered", "refused", "declined"}
)
_TO_COME = (_STARTS | _PLANNED) | {
    *("awaiting", "awaits", "waiting", "unless", "pre", "plan", "plans", "planning", "consider", "considering"),
    *("refuses", "refusing", "declines", "future", "likely"),
}
_STARTS_LATER = _PLANNED | {"starts", "begins"}
_MODALS = frozenset({"may", "might", "will", "could", "would"})
_NEED = frozenset({"need", "require", "start", "begin", "go", "receive", "soon"})
_BEFORE = frozenset({"before", "prior", "until", "till"})
_AGO, _SPANS = "ago", frozenset({"week", "weeks", "month", "months", "year", "years"})
_NEEDED = frozenset(
    {
        *("needed", "required", "started", "yet", "longer", "indicated", "wanted", "begun", "running", "anymore"),
        *("dependent", "necessary", "needing", "requiring", "received"),
    }
)
_FILLERS = _NEEDED | {
    *("on", "a", "an", "the", "any", "need", "needs", "require", "requires", "for", "currently", "been", "be"),
    *("being", "have", "having", "has", "is", "was", "were", "are", "ever", "receiving", "getting", "under", "of"),
    *("to", "from", "came", "come", "coming", "taken", "still", "t", "s", "acute", "chronic", "regular", "more"),
    *("maintenance", "further", "treatment", "therapy", "just", "already", "got", "renal", "replacement", "it"),
    *("intermittent", "last", "one", "two", "three", "some", "hasn", "dialysed", "now", "go", "receive", "will"),
}
_GOES_WITH = _FILLERS | {"in", "place", "situ", "inserted"}
_JOINS = frozenset({"or", "nor", "and"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Where dialysis is named, from the first to the last word, and of which kinds it may be."""

    first: int
    last: int
    kinds: frozenset[str]

    @property
    def places(self) -> frozenset[int]:
        """The places of its words."""
        return frozenset(range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class DenialReader:
    """What reads the words around each mention of dialysis, as far as its clause goes."""

    query: Query
    letters: tuple[str, ...]
    mentions: tuple[Mention, ...]
    names_figure: bool

    def denied(self, mention: Mention) -> frozenset[int]:
        """The places of a mention and of what denies it; none where nothing does."""
        following = self.letters[mention.last + 1 :][:1]
        if following in (("day",), ("days",)):
            return frozenset()
        return self._with_what_goes_with(mention, self._after(mention) | self._before(mention))

    def _with_what_goes_with(self, mention: Mention, signs: set[int]) -> frozenset[int]:
        """The places from the first to the last word of a denial, with the words that say nothing without it."""
        if not signs:
            return frozenset()
        first, last = min(*signs, mention.first), max(*signs, mention.last)
        while first and self.letters[first - 1] in _GOES_WITH and not self._is_broken(first - 1):
            first -= 1
        while not self._is_broken(last) and self.letters[last + 1] in _GOES_WITH:
            last += 1
        return frozenset(range(first, last + 1))

    def _before(self, mention: Mention) -> set[int]:
        """The places of words before a mention that deny it; "never stopped" does not."""
        taken = {at for one in self.mentions if one.last < mention.first for at in self._after(one)}
        at, negations, ended, other = mention.first - 1, set[int](), set[int](), set[int]()
        while at >= 0 and at not in taken and not self._is_broken(at, ",;.():\n"):
            word = self.letters[at]
            if word in NEGATIONS:
                negations.add(at)
            elif word in _ENDED and self._counts(word) and not self._is_day_off(at):
                ended.add(at)
            elif self._is_past(at) or self._is_to_come(at, mention):
                other.add(at)
            elif not self._is_filler(at):
                break
            at -= 1
        return negations | ended | other if other or bool(negations) is not bool(ended) else set()

    def _after(self, mention: Mention) -> set[int]:
        """The place of the word after a mention that denies it; who is "on" dialysis is so unless it has ended."""
        at, before = mention.last + 1, self.letters[max(mention.first - 1, 0) : mention.first]
        is_on = before in (("on",), ("started",), ("since",)) or self.letters[mention.first] == "on"
        if at < len(self.letters) and self.letters[at] in _THINGS and not (is_on or self._is_broken(at - 1)):
            return {at}
        while at < len(self.letters) and not self._is_broken(at - 1):
            word = self.letters[at]
            if (before != ("started",) and self._is_over(at, is_on=is_on)) or self._is_refused(at, is_on=is_on):
                return {at}
            if word in _STARTS_LATER and not is_on and before not in (("next",), ("last",)):
                return {at}
            if not (word in _FILLERS or word in _SPANS or word.isdecimal()):
                break
            at += 1
        return set()

    def _is_over(self, at: int, *, is_on: bool) -> bool:
        """Whether a word after a mention says that it has ended, and not that something else has."""
        word, before = self.letters[at], self.letters[at - 1]
        if (word == _AGO and before in _SPANS) or (word in _SPANS and before == "last"):
            return True
        ends = (word in _ENDED and self._counts(word)) or word in _PAST - {"had"}
        following = self.letters[at + 1 :][:1]
        of_it = self._is_broken(at) or following[0] in _FILLERS - {"of", "from", "on", "the", "a"}
        return ends and (of_it or not is_on)

    def _is_refused(self, at: int, *, is_on: bool) -> bool:
        if self.letters[at] not in NEGATIONS:
            return False
        is_answer = (
            self._is_broken(at) or ":" in self.query.text[self.query.words[at - 1].end : self.query.words[at].start]
        )
        return is_answer or (not is_on and self.letters[at + 1] in _NEEDED)

    def _is_broken(self, at: int, signs: str = ",;.()\n") -> bool:
        """Whether a clause ends after a word."""
        if at + 1 >= len(self.query.words):
            return True
        between = self.query.text[self.query.words[at].end : self.query.words[at + 1].start]
        return any(sign in between for sign in signs) or self.letters[at + 1] == "but"

    def _is_filler(self, at: int) -> bool:
        following = self.letters[at + 1]
        return self.letters[at] in _FILLERS | _JOINS or (
            any(at in one.places for one in self.mentions) and following in _JOINS
        )

    def _is_day_off(self, at: int) -> bool:
        """Whether a word is the "off" of a day without a session."""
        return self.letters[at] == "off" and self.letters[max(at - 1, 0)] in ("day", "days")

    def _counts(self, word: str) -> bool:
        return word not in _OF_A_SESSION or _TODAY.isdisjoint(self.letters)

    def _is_past(self, at: int) -> bool:
        word, following = self.letters[at], self.letters[at + 1]
        if word in _PAST:
            return self._counts(word)
        if word in ("was", "were"):
            return following == "on" and _TODAY.isdisjoint(self.letters)
        return word == "used" and following == "to"

    def _is_to_come(self, at: int, mention: Mention) -> bool:
        """Whether a word says that there is no dialysis yet; "before dialysis" alone may be said of a session."""
        word, following = self.letters[at], self.letters[mention.last + 1 :][:1]
        if word in _BEFORE:
            is_first = self.names_figure or not (_STARTS | {"started"}).isdisjoint(following)
            return is_first and "after" not in self.letters
        return word in _TO_COME or (word in _MODALS and self.letters[at + 1] in _NEED)
