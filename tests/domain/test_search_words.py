import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.search_words import term_of, terms_in, words_in


@pytest.mark.parametrize(
    "kin",
    [
        "dose doses dosing dosed",
        "allergy allergic allergies",
        "resist resists resistant resistance",
        "susceptible susceptibility",
        "nephrotoxic nephrotoxicity",
        "compatible compatibility",
        "haemodialysis hemodialysis haemodialyses",
        "dilute dilution diluted",
        "stable stability",
        "pregnant pregnancy",
        "treat treated treatment",
        "infuse infusion infusions",
        "bacteraemia bacteremia bacteraemic",
        "stop stopped stopping",
        "colonised colonized colonisation",
        "tumour tumor",
        "paediatric pediatric",
        "weak weakness",
    ],
)
def test_a_word_and_its_kin_have_one_term(kin: str) -> None:
    assert len(set(terms_in(kin).split())) == 1


@pytest.mark.parametrize("apart", ["meropenem imipenem", "renal renin", "NDM MDR", "avibactam relebactam", "colistin"])
def test_other_words_keep_terms_of_their_own(apart: str) -> None:
    assert len(set(terms_in(apart).split())) == len(apart.split())


@pytest.mark.parametrize(
    ("compound", "alone"),
    [
        *(("first-line therapy", "line"), ("First line", "line"), ("Gram-positive cover", "positive")),
        *(("moderately severe infection", "severe"), ("Moderately-severe", "severe")),
    ],
)
def test_two_words_that_say_something_else_together_are_one(compound: str, alone: str) -> None:
    assert terms_in(alone) not in terms_in(compound).split()
    assert len(set(map(terms_in, ("Gram-negative", "gram negatives")))) == 1


def test_letters_and_digits_are_parted_and_numbers_are_whole() -> None:
    assert terms_in("OXA48 OXA-48 56.9% 1,250 mg 2,5") == "oxa 48 oxa 48 56.9 1250 mg 2.5"


def test_case_accents_and_greek_letters_say_nothing() -> None:
    assert terms_in("ÉTUDE étude etude β-LACTAMASE") == "etud etud etud beta lactamas"


@given(st.text(max_size=80))
def test_every_word_stands_where_it_says_and_has_a_term_of_letters_or_digits(text: str) -> None:
    for word in words_in(text):
        assert word.start < word.end <= len(text)
        assert all(letter.isalnum() or letter == "." for letter in word.term)


@given(st.text("abcdeilmnorstuy", min_size=1, max_size=15))
def test_a_term_is_never_nothing(letters: str) -> None:
    assert term_of(letters)


# A word with as many letters before its ending as are needed, and one with a letter less.
ENDINGS = """
bcdibility bcdib, bcibility bcibil
bcability bcab, bability babil
bcdfation bcdf, bcdation bcdat
bcdicity bcd, bcicity bcic
bcdfment bcdf, bcdment bcdment
bcdfness bcdf, bcdness bcdness
bcdfgance bcdfg, bcdfance bcdfanc
bcdfgence bcdfg, bcdfence bcdfenc
bcdfgancy bcdfg, bcdfancy bcdfanc
bcdfgency bcdfg, bcdfency bcdfenc
bcdfical bcdf, bcdical bcdic
bcdible bcdib, bcible bcibl
bcable bcab, bable babl
bcdfgant bcdfg, bcdfant bcdfant
bcdfgent bcdfg, bcdfent bcdfent
bcdfity bcdf, bcdity bcdit
bcdfion bcdf, bcdion bcdion
bcdfgial bcdfg, bcdfial bcdfi
bcdfure bcdf, bcdure bcdur
bcdfate bcdf, bcdate bcdat
bcding bcd, bcing bcing
bcdfgal bcdfg, bcdfal bcdfal
bcdic bcd, bcic bcic
bcdfia bcdf, bcdia bcdia
bcded bcd, bced bced
bcdfly bcdf, bcdly bcdl
bcdes bcd, bces bce
bcdfy bcdf, bcdy bcdy
bcdfgization bcdfgiz, bcdization bcdiz
bdies bdy, ties tie
gas gas, ads ads
"""


@pytest.mark.parametrize("pairs", ENDINGS.strip().splitlines())
def test_an_ending_goes_where_enough_letters_are_left_before_it(pairs: str) -> None:
    for pair in pairs.split(", "):
        word, term = pair.split()
        assert term_of(word) == term
