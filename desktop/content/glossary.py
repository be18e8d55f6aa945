"""The glossary as it stands in content.db."""

import sqlite3
from collections import defaultdict

from desktop.content.owned import sources
from desktop.domain.glossary import NameKind, Term, TermKind, TermName
from desktop.domain.provenance import Verification


def terms(connection: sqlite3.Connection) -> tuple[Term, ...]:
    """Every term with its names, in alphabetical order."""
    names: defaultdict[str, list[TermName]] = defaultdict(list)
    for key, kind, name in connection.execute("SELECT term, kind, name FROM term_name ORDER BY term, position"):
        names[key].append(TermName(NameKind(kind), name))
    select = "SELECT id, kind, name, definition, verification FROM term ORDER BY name COLLATE NOCASE"
    rows = connection.execute(select).fetchall()
    cited = sources(connection, "term", [row["id"] for row in rows])
    return tuple(
        Term(
            id=key,
            kind=TermKind(kind),
            name=name,
            definition=definition,
            names=tuple(names[key]),
            sources=cited[key],
            verification=None if how is None else Verification(how),
        )
        for key, kind, name, definition, how in rows
    )
