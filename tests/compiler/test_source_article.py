"""The source article in our own form, with its eight markers and its five references: the compiler refuses it."""

import shutil
from collections.abc import Callable
from pathlib import Path

ARTICLE = Path(__file__).resolve().parent / "source_article"
Lines = Callable[[], list[str]]


def _with_article(sample: Path) -> None:
    """The sample library with the article as a second topic."""
    folder = sample / "topics" / "article"
    folder.mkdir()
    for name in ("topic.toml", "guidance.md"):
        shutil.copy(ARTICLE / name, folder)
    references = sample / "references.toml"
    listed = (ARTICLE / "references.toml").read_text(encoding="utf-8")
    references.write_text(f"{references.read_text(encoding='utf-8')}\n{listed}", encoding="utf-8")


def test_the_articles_markers_outnumber_its_references_and_every_one_too_many_is_named(
    sample: Path, lines: Lines
) -> None:
    _with_article(sample)
    remedy = "is not in references.toml. Add it there, or correct the id."
    assert lines() == [
        f'article/guidance.md, statement "article-{statement}", citation {at}: reference "article_{number}" {remedy}'
        for statement, at, number in (
            ("series", 1, 6),
            ("review", 1, 7),
            ("confirm", 2, 8),
            ("emerging", 2, 8),
            ("dose", 1, 6),
        )
    ]


def test_with_every_marker_resolved_the_article_would_pass(sample: Path, lines: Lines) -> None:
    _with_article(sample)
    guidance = sample / "topics" / "article" / "guidance.md"
    text = guidance.read_text(encoding="utf-8")
    for number in (6, 7, 8):
        text = text.replace(f"article_{number}", "article_5")
    guidance.write_text(
        text.replace('{ ref = "article_3" }, { ref = "article_5" }', '{ ref = "article_3" }'), encoding="utf-8"
    )
    assert lines() == []
