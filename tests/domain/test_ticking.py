"""Marks of a checklist are counted, ticks apart from lines that were put aside with a reason."""

from desktop.domain.ticking import Mark, progress_words


def test_progress_counts_ticks_and_reasons_apart() -> None:
    assert progress_words({}, 5) == "0 ticked, of 5"
    assert progress_words({"a": Mark(), "b": Mark("no")}, 5) == "1 ticked, 1 not applicable, of 5"
    assert progress_words({"a": Mark(), "b": Mark(), "c": Mark(), "d": Mark("no")}, 5) == (
        "3 ticked, 1 not applicable, of 5"
    )
