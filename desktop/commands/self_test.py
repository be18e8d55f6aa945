"""`self-test`: whether this program, its content and this machine are well."""

import argparse
from pathlib import Path

from desktop.commands.checks_text import checks_reply
from desktop.commands.reply import Reply
from desktop.health.self_test import self_test
from desktop.packs.choosing import choose
from desktop.packs.places import places_to_read

_DO_NOT_USE = "Do not use this program for doses. Install Wardlight again from a copy you trust."


def self_test_reply(options: argparse.Namespace) -> Reply:
    """Every check with its finding; it answers even where no content can be trusted."""
    content, data = (None if place is None else Path(place) for place in (options.content, options.data))
    checks = self_test(choose(content, data), places_to_read(data), data)
    return checks_reply(checks, "Nothing was found wrong on this machine.", _DO_NOT_USE)
