"""A made-up library of any size, in the authored form: topics with statements, pitfalls and sources, to be compiled."""

import random
import shutil
from pathlib import Path

from desktop.paths import LIBRARY

_STATEMENTS = 12
_TEXT = """
the isolate was found to keep its growth when the first sample came from a wound and the second from the blood so that
a second reading is asked for before the partner of the drug is left out or the interval is made longer
"""
_SECTIONS = (("recommendation", "Direct recommendation"), ("evidence", "What was seen"), ("practice", "In practice"))


def write_made_up(folder: Path, topics: int) -> Path:
    """The shipped library with as many made-up topics beside its own."""
    shutil.copytree(LIBRARY, folder)
    for number in range(1, topics + 1):
        place = folder / "topics" / f"made-up-{number}"
        place.mkdir()
        (place / "topic.toml").write_text(_topic(number), encoding="utf-8")
        (place / "guidance.md").write_text(_guidance(number), encoding="utf-8")
        (place / "pitfalls.toml").write_text(_pitfall(number), encoding="utf-8")
    return folder


def _topic(number: int) -> str:
    return f"""\
id = "made-up-{number}"
title = "Made-up topic {number}"
question = "What does made-up topic {number} say?"
about = "Nothing that is true: it measures the program."
last_updated = "2026-11-22"
evidence_through = "2026-03-01"

[review]
status = "submitted"
step = "not yet reviewed by a clinician"
reviewers = []
"""


def _guidance(number: int) -> str:
    rng = random.Random(number)
    parts = []
    for at, (section, title) in enumerate(_SECTIONS):
        parts.append(f"## {title} {{#{section}}}\n")
        parts += [_statement(number, at * 100 + line, rng) for line in range(_STATEMENTS // len(_SECTIONS))]
    parts.append("## Pitfalls {#pitfalls generated=pitfalls}\n\n## References {#references generated=references}\n")
    return "\n".join(parts)


def _statement(number: int, line: int, rng: random.Random) -> str:
    words = " ".join(rng.choices(_TEXT.split(), k=60))
    return f"""\
+++
id = "made-up-{number}-{line}"
kind = "rationale"
citations = [{{ ref = "idsa2026", at = "made up" }}]
verification = "unverified"
+++
**Line {line}.** {words.capitalize()}.
"""


def _pitfall(number: int) -> str:
    return f"""\
[[pitfall]]
id = "made-up-pitfall-{number}"
phase = "before"
severity = "information"
title = "Made-up pitfall {number}"
check = "The made-up line was read."
why = "It measures how the checklist grows."
action = "Nothing."
citations = [{{ ref = "idsa2026", at = "made up" }}]
verification = "unverified"
claims = []

[pitfall.trigger]
drugs_all = ["cefiderocol"]
"""
