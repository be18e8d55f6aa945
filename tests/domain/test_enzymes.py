"""What an enzyme does to a drug is found by both names, or not at all."""

import pytest

from desktop.domain.enzymes import Effect, EffectState, Enzyme, Matrix
from desktop.domain.provenance import Verification


def _effect(enzyme: str, drug: str) -> Effect:
    return Effect(enzyme, drug, next(iter(EffectState)), "a reason", Verification.SECONDARY, ())


CELLS = [("ndm", "aztreonam"), ("ndm", "colistin"), ("kpc", "aztreonam"), ("kpc", "colistin")]
MATRIX = Matrix(
    (Enzyme("ndm", "NDM", "B"), Enzyme("kpc", "KPC", "A")),
    ("aztreonam", "colistin"),
    tuple(_effect(enzyme, drug) for enzyme, drug in CELLS),
)


@pytest.mark.parametrize(("enzyme", "drug"), CELLS)
def test_every_cell_is_found_by_enzyme_and_drug(enzyme: str, drug: str) -> None:
    assert MATRIX.effect(enzyme, drug).id == f"{enzyme}/{drug}"


@pytest.mark.parametrize(("enzyme", "drug"), [("vim", "aztreonam"), ("ndm", "cefiderocol"), ("zzz", "zzz"), ("", "")])
def test_a_cell_that_is_not_held_is_an_error_that_names_it(enzyme: str, drug: str) -> None:
    with pytest.raises(KeyError, match=f"{enzyme}/{drug}"):
        MATRIX.effect(enzyme, drug)


@pytest.mark.parametrize(
    ("state", "words"), [(EffectState.NOT_A_TARGET, "not a target"), (EffectState.STABLE, "stable")]
)
def test_a_state_is_read_in_words(state: EffectState, words: str) -> None:
    assert state.words == words
