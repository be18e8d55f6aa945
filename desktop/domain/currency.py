"""How old content is, told against the day that a machine shows; a wrong clock never makes it look younger."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.dates import MONTHS_A_YEAR, day_number, day_words
from desktop.domain.guidance import Edition, Review, Topic

_DAYS_IN_WORDS, _MONTHS_IN_WORDS = 60, 24
_DAYS_A_MONTH = 30.44
STEPS = {"submitted": "Submitted", "under-review": "Under review", "approved": "Approved"}
"""The steps of a review in their order."""


class Age(StrEnum):
    """Whether the content may still be relied on as current."""

    CURRENT = "current"
    OVERDUE = "overdue"
    CLOCK_WRONG = "clock-wrong"


@dataclass(frozen=True, slots=True)
class Currency:
    """How old a topic is: the evidence, the review, and which of the two needs attention."""

    age: Age
    evidence: str
    review: str

    @property
    def words(self) -> str:
        """Both in one line."""
        return f"{self.evidence}. {self.review}."


def step_words(review: Review) -> str:
    """Where the review stands, such as "Under review, step 2 of 3"."""
    order = list(STEPS)
    return f"{STEPS[review.status]}, step {order.index(review.status) + 1} of {len(order)}"


def currency(topic: Topic, edition: Edition, today: str) -> Currency:
    """How old a topic is on a day (ISO); a day before the content was made cannot be right, and is said to be wrong."""
    made = max(topic.last_updated, edition.last_updated)
    evidence, due = f"Evidence to {day_words(topic.evidence_through)}", day_words(edition.review_by)
    if today < made:
        clock = f"The clock of this machine is wrong: {day_words(today)} is before this content was made"
        return Currency(Age.CLOCK_WRONG, evidence, f"{clock}. Review was due by {due}: compare the true date")
    evidence = f"{evidence}, {span_words(topic.evidence_through, today)} ago"
    if today > edition.review_by:
        return Currency(
            Age.OVERDUE, evidence, f"OVERDUE: review was due by {due}, {span_words(edition.review_by, today)} ago"
        )
    return Currency(Age.CURRENT, evidence, f"Review by {due}, in {span_words(today, edition.review_by)}")


def span_words(start: str, end: str) -> str:
    """A span of time in whole days, months or years, whichever reads best; never rounded up."""
    days = day_number(end) - day_number(start)
    if days < _DAYS_IN_WORDS:
        return _counted(days, "day")
    months = int(days / _DAYS_A_MONTH)
    if months < _MONTHS_IN_WORDS:
        return _counted(months, "month")
    return _counted(months // MONTHS_A_YEAR, "year")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
