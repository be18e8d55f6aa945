"""What is marked in a hit, and which part of a long text is shown of it."""

from dataclasses import replace

import pytest

from desktop.domain.provenance import VERIFICATION_WORDS, Verification
from desktop.domain.search_result import BLANK_LINE, Hit, HitKind, Sought, dose_snippet, highlights, snippet
from desktop.domain.search_words import terms_in

MOST = 260


def marked(text: str, *phrases: str, begun: tuple[str, ...] = ()) -> list[str]:
    spans = highlights(text, Sought(tuple(terms_in(phrase) for phrase in phrases), begun))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("phrases", "found"),
    [
        (["dose"], ["dose", "Doses"]),
        (["loading dose"], ["loading dose"]),
        (["loading"], ["loading"]),
        (["dose loading"], []),
        (["dose", "loading dose"], ["loading dose", "Doses"]),
        (["loading dose", "loading first"], ["loading dose"]),
        (["the loading", "loading dose"], ["the loading dose"]),
        (["kidney"], []),
        (["loading apple"], []),
        ([], []),
    ],
)
def test_whole_phrases_are_marked_wherever_they_stand(phrases: list[str], found: list[str]) -> None:
    assert marked("Give the loading dose first. Doses follow.", *phrases) == found


def test_marks_that_touch_or_overlap_are_one_and_stand_in_the_order_of_the_text() -> None:
    assert highlights("aa bb cc", Sought(("bb cc", "aa bb"))) == ((0, 8),)
    assert highlights("aa bb cc", Sought(("cc", "aa"))) == ((0, 2), (6, 8))
    assert highlights("aa bb cc", Sought(("aa bb cc", "bb"))) == ((0, 8),)
    assert highlights("aa bb cc dd ee", Sought(("aa", "cc dd", "dd ee"))) == ((0, 2), (6, 14))
    assert highlights("aa bb cc dd ee", Sought(("aa", "cc dd ee", "dd"))) == ((0, 2), (6, 14))
    assert highlights("aa48", Sought(("aa", "48"))) == ((0, 4),)


def test_a_phrase_at_the_end_is_not_marked_by_its_beginning() -> None:
    assert marked("Only colistin", "colistin base") == []
    assert marked("colistin base", "colistin base") == ["colistin base"]


def test_a_word_that_has_only_begun_is_marked_whole() -> None:
    assert marked("Colistin and cold", begun=("col",)) == ["Colistin", "cold"]
    assert marked("Colistin and cold", begun=("coli",)) == ["Colistin"]
    assert marked("Colistin and cold", begun=("listin",)) == []


def sentence(letter: str, length: int) -> str:
    """One sentence of so many characters."""
    return letter * (length - 1) + "."


def test_a_text_that_fits_is_shown_whole() -> None:
    text = f"{sentence('a', 100)} {sentence('b', MOST - 101)}"
    assert len(text) == MOST
    assert snippet(text, [(101, 105)]) == (0, MOST)
    assert snippet("", []) == (0, 0)
    for whole in (" One.", "One.\n", f" {sentence('a', MOST - 1)}", "\n" * (MOST + 1)):
        assert snippet(whole, []) == (0, len(whole))


def test_without_a_mark_as_much_as_fits_is_shown_from_the_beginning() -> None:
    text = " ".join([sentence("a", 80), sentence("b", 80), sentence("c", 150)])
    assert snippet(text, []) == (0, 161)


def test_what_is_shown_ends_with_the_last_sentence_that_fits_wherever_it_begins() -> None:
    lengths = (141, 157, 99, 103, 97)
    text = " ".join(sentence(letter, length) for letter, length in zip("abcde", lengths, strict=True))
    starts = {letter: text.index(letter) for letter in "abcde"}
    ends = {letter: text.rindex(letter) + 2 for letter in "abcde"}
    for first, last in ("bc", "cd", "de"):
        marks = [(starts[letter], starts[letter] + 1) for letter in (first, last)]
        assert snippet(text, marks) == (starts[first], ends[last])


def test_of_a_longer_text_the_sentences_with_the_most_marks_are_shown() -> None:
    parts = [sentence("a", 150), sentence("b", 150), sentence("c", 100)]
    text = " ".join(parts)
    b, c = 151, 302
    assert snippet(text, []) == (0, 150)
    assert snippet(text, [(0, 3)]) == (0, 150)
    assert snippet(text, [(c, c + 3)]) == (b, len(text))
    assert snippet(text, [(0, 3), (b, b + 3), (c, c + 3)]) == (b, len(text))
    assert snippet(text, [(0, 3), (c, c + 3)]) == (0, 150)


def test_as_many_sentences_are_shown_as_fit_and_not_one_more() -> None:
    text = f"{sentence('a', 129)} {sentence('b', 130)} {sentence('c', 60)}"
    assert snippet(text, [(0, 1), (130, 131)]) == (0, MOST)
    longer = f"{sentence('a', 129)} {sentence('b', 131)} {sentence('c', 60)}"
    assert snippet(longer, [(0, 1), (longer.index("c"), longer.index("c") + 1)]) == (0, 129)


def test_three_short_sentences_are_shown_together() -> None:
    text = " ".join([sentence("a", 80), sentence("b", 80), sentence("c", 80), sentence("d", 80)])
    marks = [(0, 1), (81, 82), (162, 163)]
    assert snippet(text, marks) == (0, 242)


def test_a_mark_that_ends_with_a_sentence_belongs_to_it() -> None:
    text = f"{sentence('a', 200)} {sentence('b', 200)}"
    assert snippet(text, [(201, 401)]) == (201, 401)
    assert snippet(text, [(0, 200)]) == (0, 200)


def test_a_sentence_longer_than_the_room_is_never_cut() -> None:
    text = f"{sentence('a', 300)} {sentence('b', 300)}"
    assert snippet(text, [(301, 302)]) == (301, 601)


def test_a_dose_is_shown_whole_however_long_it_is() -> None:
    dose = "\n".join("a" * length for length in (200, 150, 90))
    for text in (dose, f"{dose}{BLANK_LINE}{sentence('b', 300)}"):
        assert dose_snippet(text) == (0, len(dose))


@pytest.mark.parametrize(("remark", "is_shown"), [(MOST - 42, True), (MOST - 41, False)])
def test_remarks_on_a_dose_are_shown_as_far_as_there_is_room(remark: int, is_shown: bool) -> None:
    dose = f"{'a' * 19}\n{'b' * 20}"
    text = f"{dose}{BLANK_LINE}{sentence('c', remark)}\n{sentence('d', 30)}"
    assert dose_snippet(text) == (0, 42 + remark if is_shown else len(dose))


@pytest.mark.parametrize(("remark", "is_shown"), [(148, True), (149, False)])
def test_remarks_on_a_long_dose_have_room_of_their_own(remark: int, is_shown: bool) -> None:
    dose = f"{'a' * 200}\n{'b' * 200}"
    text = f"{dose}{BLANK_LINE}{sentence('c', remark)}\n{sentence('d', 30)}"
    assert dose_snippet(text) == (0, len(dose) + 2 + remark if is_shown else len(dose))


def test_why_there_is_no_dose_is_shown_from_its_beginning() -> None:
    text = " ".join(sentence(letter, 100) for letter in "abcd")
    assert dose_snippet(text) == (0, 201)
    assert dose_snippet(sentence("a", 400)) == (0, 400)
    assert dose_snippet("") == (0, 0)


def test_a_dose_is_shown_from_its_beginning_whatever_is_sought() -> None:
    text = f"First one.\nThen two.{BLANK_LINE}{sentence('a', 200)} {sentence('b', 200)} The dose."
    dose = replace(hit(None), kind=HitKind.DOSE, text=text)
    start, end = dose.snippet
    assert dose.text[start:end] == f"First one.\nThen two.{BLANK_LINE}{sentence('a', 200)}"
    for kind in set(HitKind) - {HitKind.DOSE}:
        start, end = replace(dose, kind=kind).snippet
        assert dose.text[start:end].endswith("The dose.")


def hit(verification: Verification | None) -> Hit:
    return Hit(
        kind=HitKind.STATEMENT,
        id="one",
        topic="ndm",
        drug=None,
        title="Title",
        text=f"{sentence('a', 200)} The dose. {sentence('b', 200)}",
        link="topic:ndm#one",
        verification=verification,
        score=1.0,
        sought=Sought((terms_in("dose"),)),
    )


def test_a_hit_marks_what_was_sought_and_shows_the_part_that_holds_it() -> None:
    one = hit(None)
    assert [one.text[start:end] for start, end in one.highlights] == ["dose"]
    start, end = one.snippet
    assert one.text[start:end] == f"{sentence('a', 200)} The dose."


@pytest.mark.parametrize("level", list(Verification))
def test_a_hit_says_how_far_it_was_checked(level: Verification) -> None:
    assert hit(level).level == VERIFICATION_WORDS[level]
    assert hit(None).level == ""
