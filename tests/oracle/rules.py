"""When each rule should speak, written a second time in plain conditions, from the fact sheet and not from the library.

A condition gets the case as plain words and numbers; None, or an empty set, is what was not said. It is about a case
in which everything that it asks for is known: the tests leave a part out to see that the rule then says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

MBL = {"ndm", "vim", "imp"}
PAIR = {"aztreonam", "ceftazidime-avibactam"}
POLYMYXINS = {"polymyxin-b", "colistin"}
CARBAPENEMS = {"meropenem", "meropenem-vaborbactam", "imipenem-relebactam"}
DOSED = {"ceftazidime-avibactam", "aztreonam", "aztreonam-avibactam", "cefiderocol", "polymyxin-b", "colistin"}
BY_NATURE = {"proteus", "providencia", "morganella", "serratia", "hafnia"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A case in plain words."""

    drugs: frozenset[str] = frozenset()
    enzymes: frozenset[str] = frozenset()
    species: str = ""
    site: str = ""
    allergies: frozenset[str] = frozenset()
    clearance: Decimal | None = None
    dialysis: str = "none"
    unsteady: bool = False
    infusions: str = ""
    load: str = ""
    available: frozenset[str] | None = None
    person: str = ""

    @property
    def mbl(self) -> bool:
        """Whether a metallo-beta-lactamase was found."""
        return bool(self.enzymes & MBL)

    @property
    def active(self) -> bool:
        """Whether the regimen holds a beta-lactam that is active against one."""
        return "aztreonam-avibactam" in self.drugs or "cefiderocol" in self.drugs or self.drugs >= PAIR

    @property
    def polymyxin(self) -> bool:
        """Whether the regimen holds a polymyxin."""
        return bool(self.drugs & POLYMYXINS)

    @property
    def machine(self) -> bool:
        """Whether renal replacement of any sort runs."""
        return self.dialysis != "none"

    def has(self, *drugs: str) -> bool:
        """Whether all of these are in the regimen."""
        return all(drug in self.drugs for drug in drugs)

    def some(self, *drugs: str) -> bool:
        """Whether one of these is in the regimen."""
        return any(drug in self.drugs for drug in drugs)

    def allergic(self, *words: str) -> bool:
        """Whether one of these allergies was given."""
        return any(word in self.allergies for word in words)

    def from_to(self, low: str, high: str) -> bool:
        """Whether the clearance lies between, both ends included, and no machine runs."""
        if self.machine or self.clearance is None:
            return False
        return Decimal(low) <= self.clearance <= Decimal(high)

    def below(self, edge: str) -> bool:
        """Whether the clearance is less than an edge, and no machine runs."""
        return not self.machine and self.clearance is not None and self.clearance < Decimal(edge)


def _available_active(said: Said) -> bool:
    have = said.available or frozenset()
    return "aztreonam-avibactam" in have or "cefiderocol" in have or have >= PAIR


def _several_active(said: Said) -> bool:
    """Cefiderocol beside another beta-lactam of those that are used against metallo-beta-lactamases."""
    return said.has("cefiderocol") and said.some("aztreonam-avibactam", "ceftazidime-avibactam", "aztreonam")


def _only_serine(said: Said) -> bool:
    return bool(said.enzymes) and said.enzymes <= {"kpc", "oxa-48", "esbl", "ampc"}


def _only_without_carbapenemase(said: Said) -> bool:
    found = said.enzymes - {"none"}
    return bool(found) and found <= {"esbl", "ampc"}


RULES: dict[str, tuple[str, Callable[[Said], bool]]] = {
    # A source calls it inactive, or a label contraindicates it.
    "aztreonam-alone": (
        "stop",
        lambda s: s.mbl and s.has("aztreonam") and not s.active and not s.has("ceftazidime-avibactam"),
    ),
    "ceftazidime-avibactam-alone": (
        "stop",
        lambda s: s.mbl and s.has("ceftazidime-avibactam") and not s.active,
    ),
    "carbapenem-for-mbl": ("stop", lambda s: s.mbl and bool(s.drugs & CARBAPENEMS) and not s.active),
    "polymyxin-resistant-species": ("stop", lambda s: s.polymyxin and s.species in BY_NATURE),
    "aztreonam-alone-esbl": (
        "stop",
        lambda s: (
            "esbl" in s.enzymes
            and not s.mbl
            and s.has("aztreonam")
            and not s.some("ceftazidime-avibactam", "aztreonam-avibactam", "cefiderocol", *CARBAPENEMS)
        ),
    ),
    "allergy-ceftazidime-avibactam": (
        "stop",
        lambda s: s.has("ceftazidime-avibactam") and s.allergic("ceftazidime", "cefiderocol", "severe-beta-lactam"),
    ),
    "allergy-aztreonam-avibactam": (
        "stop",
        lambda s: s.has("aztreonam-avibactam") and s.allergic("aztreonam", "severe-beta-lactam"),
    ),
    "allergy-cefiderocol": (
        "stop",
        lambda s: s.has("cefiderocol") and s.allergic("cefiderocol", "severe-beta-lactam"),
    ),
    "allergy-cefiderocol-ceftazidime": ("stop", lambda s: s.has("cefiderocol") and s.allergic("ceftazidime")),
    "allergy-aztreonam": ("stop", lambda s: s.has("aztreonam") and s.allergic("aztreonam")),
    "aztreonam-avibactam-eu-15": ("stop", lambda s: s.has("aztreonam-avibactam") and s.from_to("0", "15")),
    # Avoidable harm, or doubt.
    "identify-carbapenemase": ("caution", lambda s: "unknown" in s.enzymes),
    "inhibitor-for-oxa-48": (
        "caution",
        lambda s: "oxa-48" in s.enzymes and s.some("meropenem-vaborbactam", "imipenem-relebactam"),
    ),
    "aztreonam-alone-kpc": (
        "caution",
        lambda s: (
            "kpc" in s.enzymes
            and not s.mbl
            and s.has("aztreonam")
            and not s.some("ceftazidime-avibactam", "aztreonam-avibactam", "cefiderocol")
            and not s.some("meropenem-vaborbactam", "imipenem-relebactam")
        ),
    ),
    "aztreonam-alone-ampc": (
        "caution",
        lambda s: (
            "ampc" in s.enzymes
            and not s.mbl
            and s.has("aztreonam")
            and not s.some("ceftazidime-avibactam", "aztreonam-avibactam", "cefiderocol", *CARBAPENEMS)
        ),
    ),
    "aztreonam-alone-oxa-48": (
        "caution",
        lambda s: (
            "oxa-48" in s.enzymes
            and not s.mbl
            and s.has("aztreonam")
            and not s.some("ceftazidime-avibactam", "aztreonam-avibactam", "cefiderocol")
        ),
    ),
    "meropenem-for-serine": (
        "caution",
        lambda s: (
            bool(s.enzymes & {"kpc", "oxa-48"})
            and not s.mbl
            and s.has("meropenem")
            and not s.some("ceftazidime-avibactam", "aztreonam-avibactam", "cefiderocol")
            and not s.some("meropenem-vaborbactam", "imipenem-relebactam")
        ),
    ),
    "inactive-beside-active": ("caution", lambda s: s.mbl and s.active and bool(s.drugs & CARBAPENEMS)),
    "allergy-side-chain-aztreonam": (
        "caution",
        lambda s: s.some("aztreonam", "aztreonam-avibactam") and s.allergic("ceftazidime", "cefiderocol"),
    ),
    "allergy-side-chain-cephalosporin": (
        "caution",
        lambda s: s.some("ceftazidime-avibactam", "cefiderocol") and s.allergic("aztreonam"),
    ),
    "allergy-aztreonam-severe": ("caution", lambda s: s.has("aztreonam") and s.allergic("severe-beta-lactam")),
    "allergy-polymyxin": ("caution", lambda s: s.polymyxin and s.allergic("polymyxin")),
    "escherichia-ndm": ("caution", lambda s: s.species == "escherichia" and "ndm" in s.enzymes),
    "cefiderocol-susceptibility": ("caution", lambda s: s.mbl and s.has("cefiderocol")),
    "avibactam-twice": ("caution", lambda s: s.has("aztreonam-avibactam", "ceftazidime-avibactam")),
    "aztreonam-twice": ("caution", lambda s: s.has("aztreonam-avibactam", "aztreonam")),
    "polymyxin-while-active-available": (
        "caution",
        lambda s: s.mbl and s.polymyxin and not s.active and _available_active(s),
    ),
    "polymyxin-urine": ("caution", lambda s: s.has("polymyxin-b") and s.site == "urine"),
    "two-polymyxins": ("caution", lambda s: s.drugs >= POLYMYXINS),
    "not-for-children": (
        "caution",
        lambda s: s.person == "child" and bool(s.drugs - {"ceftazidime-avibactam"}),
    ),
    "polymyxin-by-default": ("caution", lambda s: s.mbl and s.polymyxin and not s.active),
    "polymyxin-added": ("caution", lambda s: s.mbl and s.polymyxin and s.active),
    "load-aztreonam-avibactam": ("caution", lambda s: s.has("aztreonam-avibactam") and s.load == "omitted"),
    "load-polymyxin": ("caution", lambda s: s.polymyxin and s.load == "omitted"),
    "polymyxin-b-kidneys": ("caution", lambda s: s.has("polymyxin-b") and (s.machine or s.below("80"))),
    "staggered-infusions": ("caution", lambda s: s.drugs >= PAIR and s.infusions == "staggered"),
    "pair-kidneys": ("caution", lambda s: s.drugs >= PAIR and (s.machine or s.from_to("0", "30"))),
    "pair-30-to-50": (
        "caution",
        lambda s: s.drugs >= PAIR and s.from_to("0", "50") and not s.from_to("0", "30"),
    ),
    "early-kidney-injury": (
        "caution",
        lambda s: s.unsteady and bool(s.drugs & (DOSED - {"polymyxin-b"})),
    ),
    "under-dosing-30-to-50": ("caution", lambda s: s.has("ceftazidime-avibactam") and s.from_to("30", "50")),
    "cefiderocol-120": ("caution", lambda s: s.has("cefiderocol") and s.from_to("120", "300")),
    "ceftazidime-avibactam-crrt": ("caution", lambda s: s.has("ceftazidime-avibactam") and s.dialysis == "crrt"),
    "aztreonam-avibactam-crrt": ("caution", lambda s: s.has("aztreonam-avibactam") and s.dialysis == "crrt"),
    "cefiderocol-crrt": ("caution", lambda s: s.has("cefiderocol") and s.dialysis == "crrt"),
    "ceftazidime-avibactam-haemodialysis": (
        "caution",
        lambda s: s.has("ceftazidime-avibactam") and s.dialysis == "haemodialysis",
    ),
    "colistin-crrt": ("caution", lambda s: s.has("colistin") and s.dialysis == "crrt"),
    "colistin-above-90": (
        "caution",
        lambda s: s.has("colistin") and s.from_to("0", "300") and not s.from_to("0", "90"),
    ),
    "no-anaerobic-cover": (
        "caution",
        lambda s: s.site == "abdomen" and bool(s.drugs & DOSED) and not s.drugs & CARBAPENEMS,
    ),
    "line-polymyxin-b": ("caution", lambda s: s.has("polymyxin-b", "ceftazidime-avibactam")),
    "line-aztreonam-avibactam": ("caution", lambda s: s.has("aztreonam-avibactam") and len(s.drugs) > 1),
    "child-ceftazidime-avibactam": (
        "caution",
        lambda s: s.person == "child" and s.has("ceftazidime-avibactam"),
    ),
    "neurotoxicity": (
        "caution",
        lambda s: (
            s.some("ceftazidime-avibactam", "cefiderocol", "aztreonam", "aztreonam-avibactam")
            and (s.machine or s.from_to("0", "50"))
        ),
    ),
    "second-agent": ("caution", lambda s: s.mbl and _several_active(s)),
    "serine-only": ("caution", lambda s: s.drugs >= PAIR and _only_serine(s)),
    # The rest.
    "cefiderocol-mortality": ("information", lambda s: s.has("cefiderocol")),
    "vim-imp-not-ranked": ("information", lambda s: bool(s.enzymes & {"vim", "imp"}) and "ndm" not in s.enzymes),
    "no-carbapenemase-found": ("information", lambda s: "none" in s.enzymes),
    "us-off-label": (
        "information",
        lambda s: s.has("aztreonam-avibactam") and s.site in ("blood", "lung", "urine", "other"),
    ),
    "us-off-label-cefiderocol": (
        "information",
        lambda s: s.has("cefiderocol") and s.site in ("blood", "abdomen", "other"),
    ),
    "pair-testing": ("information", lambda s: s.drugs >= PAIR),
    "polymyxin-testing": ("information", lambda s: s.polymyxin),
    "baseline-tests": ("information", lambda s: bool(s.drugs & DOSED)),
    "pregnancy": ("information", lambda s: s.person == "may be pregnant"),
    "line-pair": ("information", lambda s: s.drugs >= PAIR),
    "pair-infusion-time": ("information", lambda s: s.drugs >= PAIR),
    "total-or-component": ("information", lambda s: s.some("ceftazidime-avibactam", "aztreonam-avibactam")),
    "polymyxin-units": ("information", lambda s: s.polymyxin),
    "colistin-below-10": (
        "caution",
        lambda s: s.has("colistin") and (s.dialysis == "haemodialysis" or s.below("10")),
    ),
    "gram-positive-cover": ("information", lambda s: bool(s.drugs & DOSED) and not s.drugs & CARBAPENEMS),
    "probenecid": ("information", lambda s: s.some("ceftazidime-avibactam", "aztreonam-avibactam")),
    "sodium-load": (
        "information",
        lambda s: s.some("ceftazidime-avibactam", "aztreonam-avibactam", "cefiderocol"),
    ),
    "recalculate-clearance": ("information", lambda s: bool(s.drugs & (DOSED - {"polymyxin-b"}))),
    "not-improving": ("information", lambda s: bool(s.drugs & DOSED)),
    "liver-tests": ("information", lambda s: s.some("aztreonam", "aztreonam-avibactam")),
    "polymyxin-monitoring": ("information", lambda s: s.polymyxin),
    "potassium-magnesium-blood": ("information", lambda s: s.some("cefiderocol", "aztreonam-avibactam")),
    "coombs": ("information", lambda s: s.has("ceftazidime-avibactam")),
    "warfarin": ("information", lambda s: s.some("aztreonam", "aztreonam-avibactam")),
    "dipstick": ("information", lambda s: s.has("cefiderocol")),
    "diarrhoea": ("information", lambda s: bool(s.drugs & (DOSED - POLYMYXINS))),
    "skin-after-transplant": ("information", lambda s: s.some("aztreonam", "aztreonam-avibactam")),
    "kept-for-resistance": (
        "information",
        lambda s: s.some("aztreonam-avibactam", "cefiderocol") and _only_without_carbapenemase(s),
    ),
    "salvage": ("information", lambda s: "ndm" in s.enzymes and s.polymyxin and not s.active),
    "durations": (
        "information",
        lambda s: s.some("ceftazidime-avibactam", "aztreonam-avibactam", "cefiderocol"),
    ),
    "colonisation": ("information", lambda s: "ndm" in s.enzymes),
    "check-the-dates": ("information", lambda s: bool(s.drugs & DOSED)),
}
