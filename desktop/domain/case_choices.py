"""The words of a case that are chosen and not typed: drugs, enzymes, species, site, allergies and the infusion plan."""

from enum import StrEnum

# In the order in which the program lists them.
DRUGS_WITH_DOSES = (
    "ceftazidime-avibactam",
    "aztreonam",
    "aztreonam-avibactam",
    "cefiderocol",
    "polymyxin-b",
    "colistin",
)
KNOWN_DRUGS = (*DRUGS_WITH_DOSES, "meropenem", "meropenem-vaborbactam", "imipenem-relebactam")
# Whether or not this edition holds a row of each yet.
KNOWN_BASES = ("us-label", "eu-label", "idsa-2026", "consensus-2019", "nation-2017")
UNKNOWN_ENZYME, NO_ENZYME = "unknown", "none"
ENZYME_WORDS = {
    "ndm": "NDM",
    "vim": "VIM",
    "imp": "IMP",
    "kpc": "KPC",
    "oxa-48": "OXA-48-like",
    "esbl": "ESBL",
    "ampc": "AmpC",
    UNKNOWN_ENZYME: "not known yet",
    NO_ENZYME: "none found",
}
ENZYMES = tuple(ENZYME_WORDS)
NO_ALLERGY = "none"
ALLERGY_WORDS = {
    "ceftazidime": "ceftazidime",
    "aztreonam": "aztreonam",
    "cefiderocol": "cefiderocol",
    "severe-beta-lactam": "a severe reaction to any beta-lactam",
    "polymyxin": "a polymyxin",
    NO_ALLERGY: "none known",
}
ALLERGIES = tuple(ALLERGY_WORDS)
# What a rule may ask of the patient, beyond the figures.
CHILD, ADULT, MAY_BE_PREGNANT = "child", "adult", "may be pregnant"


class Species(StrEnum):
    """The genus that the laboratory named, of the Enterobacterales."""

    KLEBSIELLA = "klebsiella"
    ESCHERICHIA = "escherichia"
    ENTEROBACTER = "enterobacter"
    CITROBACTER = "citrobacter"
    PROTEUS = "proteus"
    PROVIDENCIA = "providencia"
    MORGANELLA = "morganella"
    SERRATIA = "serratia"
    HAFNIA = "hafnia"
    OTHER = "other"


class Site(StrEnum):
    """Where the infection is."""

    BLOOD = "blood"
    LUNG = "lung"
    ABDOMEN = "abdomen"
    URINE = "urine"
    OTHER = "other"


class Infusions(StrEnum):
    """Whether the drugs of a regimen are started together."""

    TOGETHER = "together"
    STAGGERED = "staggered"


class Load(StrEnum):
    """Whether the loading dose is given."""

    GIVEN = "given"
    OMITTED = "omitted"


def drug_words(slug: str) -> str:
    """The name of a drug as shown, never cut."""
    return slug.replace("-b", " B") if slug == "polymyxin-b" else slug


def species_words(species: Species) -> str:
    """The genus as it is written."""
    return "another species" if species is Species.OTHER else species.value.capitalize()


def site_words(site: Site) -> str:
    """The site as it is read in a row of facts."""
    return "another site" if site is Site.OTHER else site.value
