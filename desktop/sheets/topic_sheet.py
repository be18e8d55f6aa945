"""A topic as a sheet."""

from datetime import datetime

from desktop.content.library import Library
from desktop.sheets.sheet import Sheet
from desktop.sheets.stamp import stamp
from desktop.sheets.topic_values import TopicPage


def topic_sheet(library: Library, slug: str, printed_at: datetime) -> Sheet:
    """Everything that one topic says; a KeyError for a slug that the library does not hold."""
    page = TopicPage(library, slug)
    return Sheet(
        title=page.topic.title,
        template="topic",
        stamp=stamp(library, printed_at),
        values={"page": page},
        drawings=page.charts,
    )
