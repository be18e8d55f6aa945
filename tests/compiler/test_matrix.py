"""The matrix of enzymes and drugs: whole, sourced, and refused where it is not."""

import pytest

from desktop.compiler.authored import Citation
from desktop.compiler.authored_enzymes import AuthoredEffect, AuthoredEnzyme, matrix_faults
from desktop.content.library import Library
from desktop.domain.enzymes import STATE_MEANING, EffectState
from desktop.domain.provenance import Verification

ENZYMES = tuple(AuthoredEnzyme(id=key, name=key, ambler_class="B") for key in ("ndm", "vim"))


def _effect(
    enzyme: str, drug: str = "aztreonam", *, verification: str = "secondary", cited: bool = True
) -> AuthoredEffect:
    return AuthoredEffect(
        enzyme=enzyme,
        drug="aztreonam",
        state=EffectState.STABLE,
        reason="Because.",
        citations=(Citation(ref="idsa2026"),) if cited else (),
        verification=Verification(verification),
    )


def _faults(*effects: AuthoredEffect) -> list[str]:
    return [f"{fault.place}: {fault.what}" for fault in matrix_faults(ENZYMES, effects)]


def test_a_whole_matrix_has_no_fault() -> None:
    assert _faults(_effect("ndm"), _effect("vim")) == []


def test_an_effect_left_out_or_written_twice_is_named() -> None:
    assert _faults(_effect("ndm")) == ['effect "vim" on "aztreonam": it is written 0 times']
    assert _faults(_effect("ndm"), _effect("ndm"), _effect("vim")) == [
        'effect "ndm" on "aztreonam": it is written 2 times'
    ]


def test_an_effect_of_an_unknown_enzyme_is_named() -> None:
    assert 'effect "kpc" on "aztreonam": there is no such enzyme' in _faults(
        _effect("ndm"), _effect("vim"), _effect("kpc")
    )


@pytest.mark.parametrize(("verification", "needs"), [("source-text", True), ("secondary", True), ("unverified", False)])
def test_only_what_says_that_none_was_read_needs_no_source(verification: str, needs: bool) -> None:
    found = _faults(_effect("ndm", verification=verification, cited=False), _effect("vim"))
    assert (found == ['effect "ndm" on "aztreonam": it has no source']) is needs


def test_the_library_says_what_every_enzyme_does_to_every_drug(library: Library) -> None:
    matrix = library.matrix
    assert [enzyme.slug for enzyme in matrix.enzymes] == ["ndm", "vim", "imp", "kpc", "oxa-48", "esbl", "ampc"]
    assert len(matrix.drugs) == 8
    for enzyme in matrix.enzymes:
        for drug in matrix.drugs:
            effect = matrix.effect(enzyme.slug, drug)
            assert effect.reason
            assert effect.state in STATE_MEANING
            assert effect.sources or effect.verification is Verification.UNVERIFIED
    with pytest.raises(KeyError):
        matrix.effect("ndm", "aspirin")


@pytest.mark.hazard("H13")
def test_no_inhibitor_is_said_to_help_against_a_metallo_beta_lactamase_but_with_aztreonam(library: Library) -> None:
    for enzyme in ("ndm", "vim", "imp"):
        states = {drug: library.matrix.effect(enzyme, drug).state for drug in library.matrix.drugs}
        assert states["ceftazidime-avibactam"] is EffectState.FAILS
        assert states["meropenem-vaborbactam"] is EffectState.FAILS
        assert states["imipenem-relebactam"] is EffectState.FAILS
        assert states["aztreonam-avibactam"] is EffectState.SHIELDED
