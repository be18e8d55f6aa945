"""Every rule of the library agrees with a second writing of it, over every regimen and every enzyme."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, combinations
from typing import Any

import pytest

from desktop.content.library import Library
from desktop.domain.case import Assessment, Case, Rulebook, assess, facts_of
from desktop.domain.case_choices import ALLERGIES, ENZYMES, KNOWN_DRUGS, Infusions, Load, Site, Species
from desktop.domain.kidney import kidney_function
from desktop.domain.patient import Dialysis, Patient, Sex
from desktop.domain.regimen import Severity, checked, findings
from desktop.domain.trigger import Facts
from tests.oracle.rules import DOSED, RULES, Said

PEOPLE = {"": (None, None), "child": (5, None), "may be pregnant": (30, Sex.FEMALE), "adult": (70, Sex.MALE)}
REGIMENS = tuple(frozenset(some) for some in chain.from_iterable(combinations(KNOWN_DRUGS, size) for size in range(10)))
PREFERRED = (
    frozenset({"aztreonam-avibactam"}),
    frozenset({"cefiderocol"}),
    frozenset({"ceftazidime-avibactam", "aztreonam"}),
)
INACTIVE = (
    {"aztreonam"},
    {"ceftazidime-avibactam"},
    {"meropenem"},
    {"meropenem-vaborbactam"},
    {"imipenem-relebactam"},
    {"meropenem", "ceftazidime-avibactam"},
    {"meropenem", "aztreonam"},
)
CLEARANCES = (
    "0",
    "9.999",
    "10",
    "15",
    "15.001",
    "29.999",
    "30",
    "30.001",
    "50",
    "50.001",
    "79.999",
    "80",
    "90",
    "90.001",
    "120",
    "200",
)


@pytest.fixture(scope="module")
def rulebook(library: Library) -> Rulebook:
    return library.rulebook


def _enzyme_sets() -> list[frozenset[str]]:
    """Nothing said, every enzyme alone, and every mixture of one of each sort."""
    alone = ((enzyme,) for enzyme in ENZYMES)
    mixed = chain.from_iterable(combinations(("ndm", "kpc", "oxa-48", "esbl", "none"), size) for size in range(6))
    return [frozenset(some) for some in chain(alone, mixed, (("vim", "imp"), ("vim", "ampc"), ("kpc", "unknown")))]


def _facts(said: Said) -> Facts:
    """The case of the oracle as the domain sees it."""
    years, sex = PEOPLE[said.person]
    patient = Patient(
        age_years=years,
        age_months=None if years is None else 12 * years,
        sex=sex,
        clearance_ml_min=said.clearance,
        dialysis=Dialysis(said.dialysis),
        unstable_creatinine=said.unsteady,
    )
    case = Case(
        patient=patient,
        drugs=said.drugs,
        enzymes=said.enzymes,
        species=Species(said.species) if said.species else None,
        site=Site(said.site) if said.site else None,
        allergies=said.allergies,
        infusions=Infusions(said.infusions) if said.infusions else None,
        load=Load(said.load) if said.load else None,
    )
    return facts_of(case, kidney_function(patient), said.available)


def _disagreement(rulebook: Rulebook, said: Said) -> set[str]:
    """The rules that speak in only one of the two writings."""
    facts = _facts(said)
    spoke = {pitfall.id for pitfall in rulebook.pitfalls if pitfall.trigger.fires(facts)}
    return spoke ^ {name for name, (_, holds) in RULES.items() if holds(said)}


def test_both_writings_know_the_same_rules_with_the_same_severities(rulebook: Rulebook) -> None:
    written = {pitfall.id: pitfall.severity.value for pitfall in rulebook.pitfalls}
    assert written == {name: severity for name, (severity, _) in RULES.items()}


@pytest.mark.hazard("H13", "H22")
def test_every_regimen_against_every_enzyme_is_judged_alike_by_both_writings(rulebook: Rulebook) -> None:
    fired: set[str] = set()
    for enzymes in _enzyme_sets():
        for drugs in REGIMENS:
            said = Said(drugs=drugs, enzymes=enzymes)
            # With an enzyme still awaited, more may be found: rules about what was not found then wait.
            if "unknown" not in enzymes:
                assert not _disagreement(rulebook, said), said
            fired |= {name for name, (_, holds) in RULES.items() if holds(said)}
    assert len(fired) > len(RULES) // 2


def _beyond() -> Iterator[dict[str, Any]]:
    """One other part of the case after another."""
    yield from ({"species": word.value} for word in Species)
    yield from ({"site": word.value} for word in Site)
    yield from ({"allergies": frozenset({word})} for word in ALLERGIES)
    yield {"allergies": frozenset({"aztreonam", "polymyxin"})}
    yield from ({"clearance": Decimal(figure)} for figure in CLEARANCES)
    yield from ({"dialysis": word} for word in ("haemodialysis", "crrt"))
    yield from ({"clearance": Decimal(20), "dialysis": "crrt"}, {"clearance": Decimal(60), "unsteady": True})
    yield from ({"infusions": word.value} for word in Infusions)
    yield from ({"load": word.value} for word in Load)
    yield from ({"person": word} for word in ("child", "may be pregnant", "adult"))
    yield from ({"available": frozenset(have)} for have in ((), {"cefiderocol"}, {"aztreonam"}, PREFERRED[2]))


def test_every_other_part_of_the_case_is_judged_alike_by_both_writings(rulebook: Rulebook) -> None:
    spoke: set[str] = set()
    for part in _beyond():
        for drugs in REGIMENS:
            said = Said(drugs=drugs, enzymes=frozenset({"ndm"}), **part)
            assert not _disagreement(rulebook, said), said
            spoke |= {name for name, (_, holds) in RULES.items() if holds(said)}
    needing_others = {name for name in RULES if name not in spoke}
    assert needing_others <= {
        "aztreonam-alone-ampc",
        "aztreonam-alone-esbl",
        "aztreonam-alone-kpc",
        "aztreonam-alone-oxa-48",
        "identify-carbapenemase",
        "inhibitor-for-oxa-48",
        "kept-for-resistance",
        "meropenem-for-serine",
        "no-carbapenemase-found",
        "serine-only",
        "vim-imp-not-ranked",
    }


def test_every_rule_speaks_somewhere_and_is_silent_somewhere(rulebook: Rulebook) -> None:
    cases = [Said(drugs=drugs, enzymes=frozenset({enzyme})) for drugs in REGIMENS for enzyme in ENZYMES]
    cases += [Said(drugs=drugs, enzymes=frozenset({"ndm"}), **part) for part in _beyond() for drugs in REGIMENS[::7]]
    cases += [Said(drugs=frozenset(DOSED), enzymes=frozenset({"ndm"}), **part) for part in _beyond()]
    known = [_facts(said) for said in cases]
    for pitfall in rulebook.pitfalls:
        assert {True, False} <= {pitfall.trigger.fires(facts) for facts in known}, pitfall.id


@pytest.mark.hazard("H13")
@pytest.mark.parametrize("drugs", INACTIVE)
@pytest.mark.parametrize("enzyme", ["ndm", "vim", "imp"])
def test_a_regimen_that_the_sources_call_inactive_is_stopped(rulebook: Rulebook, drugs: set[str], enzyme: str) -> None:
    assert Severity.STOP in _severities(rulebook, Case(drugs=frozenset(drugs), enzymes=frozenset({enzyme, "kpc"})))


@pytest.mark.parametrize("drugs", PREFERRED)
@pytest.mark.parametrize("enzyme", ["ndm", "vim", "imp"])
def test_a_preferred_regimen_is_never_stopped_by_the_enzyme(
    rulebook: Rulebook, drugs: frozenset[str], enzyme: str
) -> None:
    for beside in ((), ("kpc",), ("oxa-48", "esbl"), ("ampc", "unknown")):
        case = Case(drugs=drugs, enzymes=frozenset({enzyme, *beside}))
        assert Severity.STOP not in _severities(rulebook, case)


def _severities(rulebook: Rulebook, case: Case) -> set[Severity]:
    return {finding.severity for finding in assess(case, rulebook, None).findings}


def test_findings_keep_one_order_the_gravest_first(rulebook: Rulebook) -> None:
    editorial = [pitfall.id for pitfall in rulebook.pitfalls]
    gravity = list(Severity)
    for drugs in REGIMENS[::5]:
        facts = _facts(Said(drugs=drugs, enzymes=frozenset({"ndm", "kpc"}), allergies=frozenset(ALLERGIES)))
        found = findings(checked(rulebook.pitfalls, facts), facts)
        keys = [(gravity.index(finding.severity), editorial.index(finding.id)) for finding in found]
        assert keys == sorted(keys)


def test_an_awaited_enzyme_leaves_the_rules_about_it_open_and_says_so(rulebook: Rulebook) -> None:
    found = assess(Case(drugs=frozenset({"aztreonam"}), enzymes=frozenset({"unknown"})), rulebook, None)
    waiting = {rule.title for rule in found.not_checked}
    assert "Aztreonam alone (without avibactam) for a metallo-beta-lactamase producer" in waiting
    assert "identify-carbapenemase" in [finding.id for finding in found.findings]
    assert found.options == ()


def _options(found: Assessment) -> list[tuple[str, str, list[str]]]:
    return [(option.words, option.standing.value, [by.issuer for by in option.by]) for option in found.options]


def test_the_order_of_idsa_2026_is_for_ndm_and_is_not_carried_over_to_vim_or_imp(rulebook: Rulebook) -> None:
    pair = "ceftazidime-avibactam with aztreonam"
    assert _options(assess(Case(enzymes=frozenset({"ndm"})), rulebook, None)) == [
        ("aztreonam-avibactam", "preferred", ["idsa2026"]),
        ("cefiderocol", "preferred", ["idsa2026", "idsa2024", "escmid2022"]),
        (pair, "alternative", ["idsa2026", "escmid2022"]),
        (pair, "preferred", ["idsa2024", "tiseo2022"]),
        ("cefiderocol", "alternative", ["tiseo2022"]),
    ]
    for enzyme in ("vim", "imp"):
        others = _options(assess(Case(enzymes=frozenset({enzyme})), rulebook, None))
        assert others == [
            (pair, "preferred", ["idsa2024", "tiseo2022"]),
            ("cefiderocol", "preferred", ["idsa2024", "escmid2022"]),
            (pair, "alternative", ["escmid2022"]),
            ("cefiderocol", "alternative", ["tiseo2022"]),
        ]
    for enzyme in ("kpc", "oxa-48", "esbl", "ampc", "unknown", "none"):
        assert assess(Case(enzymes=frozenset({enzyme})), rulebook, None).options == ()


@pytest.mark.hazard("H22")
def test_what_is_not_known_is_never_taken_for_no(rulebook: Rulebook) -> None:
    found = assess(Case(), rulebook, None)
    assert (found.findings, found.checks_run) == ((), ())
    assert len(found.not_checked) == len(rulebook.pitfalls)
    assert found.not_covered


def test_the_answer_of_the_article_opens_with_what_newer_guidance_puts_before_it(library: Library) -> None:
    said = {statement.id: statement.text for statement in library.topic("ndm").sections[0].statements}
    answer = said["recommendation-answer"]
    assert "30-Jul-2026" in answer[: answer.index("no polymyxin B added")]
    assert answer.index("aztreonam-avibactam") < answer.index("cefiderocol") < answer.index("no polymyxin B added")


def test_what_to_give_for_ndm_is_answered_with_the_newest_guidance_first(library: Library) -> None:
    (found,) = (answer for answer in library.answers("ndm") if answer.id == "q-first-choice")
    assert [part.target for part in found.parts][:2] == ["recommendation-newer", "recommendation-answer"]


def test_where_labels_differ_on_an_allergy_each_is_shown(rulebook: Rulebook) -> None:
    for name in ("allergy-ceftazidime-avibactam", "allergy-aztreonam-avibactam", "allergy-cefiderocol"):
        (pitfall,) = (pitfall for pitfall in rulebook.pitfalls if pitfall.id == name)
        assert [side.says.split(":")[0] for side in pitfall.sides] == ["US label", "EU label"], name
