"""The choice of a topic or a role by its slug, and what a role changes."""

from collections.abc import Sequence

from desktop.commands.reply import NOT_TRUSTED, CommandError
from desktop.content.library import Library
from desktop.domain.guidance import Statement, Topic
from desktop.domain.roles import ROLE_WORDS


def chosen_topic(library: Library, slug: str | None) -> Topic:
    """The topic that was named, or the first one of the library."""
    known = library.topic_slugs
    if not known:
        message = "The content holds no topic. Use another content file."
        raise CommandError("content-damaged", message, status=NOT_TRUSTED)
    wanted = known[0] if slug is None else slug
    if wanted not in known:
        message = f'There is no topic "{wanted[:40]}". There is: {", ".join(known)}.'
        raise CommandError("topic", message, field="topic")
    return library.topic(wanted)


def chosen_role(slug: str | None) -> str | None:
    """The role that was named, or None for every reader."""
    if slug is not None and slug not in ROLE_WORDS:
        message = f'There is no role "{slug[:40]}". Choose one of: {", ".join(ROLE_WORDS)}.'
        raise CommandError("role", message, field="role")
    return slug


def in_order(statements: Sequence[Statement], role: str | None) -> tuple[list[Statement], list[Statement]]:
    """The statements that a role sees first, and the others; without a role all are others."""
    first = [statement for statement in statements if role is not None and role in statement.foreground]
    return first, [statement for statement in statements if statement not in first]
