"""A library with very many passages, in the real schema: the bundled one, and as many made-up passages as asked for."""

import random
import shutil
import sqlite3
from pathlib import Path

from desktop.domain.search_words import terms_in, words_in
from desktop.paths import CONTENT_DB

_WORDS_OF_TEXT = 40
_MADE_UP_WORDS = 20_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def write_large(path: Path, passages: int) -> Path:
    """The bundled content with made-up passages added: their words are the library's own, one in ten made up."""
    shutil.copyfile(CONTENT_DB, path)
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = OFF")
    real = database.execute("SELECT kind, topic, drug, text FROM passage").fetchall()
    rng = random.Random(1)
    words = [word for *_, text in real for word in text.split()]
    words += _made_up(rng, len(words) // 9)
    terms = {word: terms_in(word) for word in set(words)}
    first = len(real) + 1
    made = [(key, *rng.choice(real)[:3], rng.choices(words, k=_WORDS_OF_TEXT)) for key in range(first, passages + 1)]
    database.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, '', NULL)",
        ((key, kind, f"made-{key}", topic, drug, " ".join(t[:5]), " ".join(t)) for key, kind, topic, drug, t in made),
    )
    database.executemany(
        "INSERT INTO passage_terms VALUES (?, ?, '', ?)",
        ((key, *(" ".join(terms[word] for word in part) for part in (text[:5], text))) for key, *_, text in made),
    )
    _count(database, words)
    database.execute("INSERT INTO passage_search(passage_search) VALUES ('rebuild')")
    database.commit()
    database.close()
    return path


def _made_up(rng: random.Random, number: int) -> list[str]:
    some = ["".join(rng.choices(_LETTERS, k=rng.randint(5, 11))) for _ in range(_MADE_UP_WORDS)]
    return rng.choices(some, k=number)


def _count(database: sqlite3.Connection, words: list[str]) -> None:
    """Counts how many passages hold each term, and adds the words that are new."""
    counted: dict[str, int] = {}
    for title, hidden, text in database.execute("SELECT title, words, text FROM passage_terms"):
        for term in {*title.split(), *hidden.split(), *text.split()}:
            counted[term] = counted.get(term, 0) + 1
    database.executemany("INSERT OR REPLACE INTO search_term VALUES (?, ?)", counted.items())
    spelt = {word.letters: word.term for text in set(words) for word in words_in(text)}
    database.executemany("INSERT OR IGNORE INTO search_word VALUES (?, ?)", spelt.items())
