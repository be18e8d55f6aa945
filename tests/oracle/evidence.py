"""Every count, effect and breakpoint once more, written from the fact sheet and not from the library.

Counts are (events, total, how far checked); S is read in the source, S2 in a summary, M recalled, A from the article.
"""

from collections.abc import Mapping

S, S2, M, A = "source-text", "secondary", "unverified", "article"

# Left as written: a study stands on a line, which the formatter would part into a figure a line.
COUNTS: Mapping[str, set[tuple[int, int, str]]] = {
    "died": {
        (10, 52, S2), (22, 50, S2),  # Falcone
        (16, 27, M), (6, 23, M),  # its subgroup without the pair
        (4, 23, A),  # Poland
        (3, 24, S), (5, 10, S),  # Timsit
        (8, 41, S), (3, 43, S),  # AVYCAZ, clearance 30 to 50
    },
    "cured": {
        (17, 24, S), (4, 10, S),  # Timsit
        (12, 16, M), (2, 7, M),  # CREDIBLE-CR
        (5, 8, M), (2, 3, M),  # APEKS-NP
        (6, 10, S2), (1, 5, S2),  # NDM in the cefiderocol trials
        (2, 6, S2), (4, 9, S2),  # the aztreonam-avibactam trials
        (14, 31, S), (26, 35, S),  # AVYCAZ
    },
    "alive": {(9, 10, S2), (2, 5, S2), (8, 16, S2), (9, 11, S2), (5, 6, S2), (8, 9, S2)},
    "bacteria cleared": {(14, 24, S), (3, 10, S), (23, 23, A)},
    "became resistant": {(1, 62, S), (8, 77, M)},
}  # fmt: skip
# Left as written: a study stands on a line, which the formatter would part into a figure a line.
PERCENTS: Mapping[str, set[tuple[str, str]]] = {
    "died": {
        ("29.2%", A), ("56.9%", A), ("24.8%", S2), ("18.4%", S2), ("33.7%", S2), ("20.4%", S2),
        ("2%", S2), ("3%", S2), ("11%", S2), ("19%", S2), ("19%", M),
    },
    "cured": {("76.4%", S2), ("74.0%", S2), ("45.9%", S2), ("41.7%", S2), ("80%", M)},
    "became resistant": {("about 10%", S2)},
    "side effect": {("about 40%", S2)},
    "susceptible": {("95.1%", S), ("50.3%", S), ("73.8%", S), ("31.4%", S)},
    "methods agreed": {("98.3%", S), ("97.9%", S), ("57.5%", S), ("95.7%", S), ("98.0%", S)},
}  # fmt: skip
EFFECTS = {
    ("hazard ratio", "0.37", "0.13", "0.74", M),
    ("hazard ratio", "0.30", "0.14", "0.65", M),
    ("risk ratio", "0.51", "0.34", "0.76", S),
    ("hazard ratio", "2.02", "1.03", "3.9", A),
}
# Susceptible, intermediate, resistant; None where the sheet has nothing.
BREAKPOINTS = {
    ("aztreonam", "CLSI"): (("4 or less", S2), ("8", M), ("16 or more", M)),
    ("aztreonam", "EUCAST"): (("1 or less", S2), None, ("more than 4", M)),
    ("aztreonam", "FDA"): (None, None, None),
    ("ceftazidime-avibactam", "CLSI"): (("8 or less", S), None, ("16 or more", S)),
    ("ceftazidime-avibactam", "EUCAST"): (("8 or less", S), None, ("more than 8", S)),
    ("ceftazidime-avibactam", "FDA"): (None, None, None),
    ("aztreonam-avibactam", "CLSI"): (("4 or less", S2), None, None),
    ("aztreonam-avibactam", "EUCAST"): (("4 or less", S2), ("none", S), ("more than 4", S2)),
    ("aztreonam-avibactam", "FDA"): (("4 or less", S2), ("8", M), ("16 or more", M)),
    ("cefiderocol", "CLSI"): (("4 or less", S), ("8", S), ("16 or more", S)),
    ("cefiderocol", "EUCAST"): (("2 or less", S), None, ("more than 2", S)),
    ("cefiderocol", "FDA"): (("4 or less", S), None, ("16 or more", S)),
    ("meropenem-vaborbactam", "CLSI"): (("4 or less", S), ("8", S), ("16 or more", S)),
    ("meropenem-vaborbactam", "EUCAST"): (("8 or less", S), None, ("more than 8", S)),
    ("meropenem-vaborbactam", "FDA"): (None, None, None),
    ("imipenem-relebactam", "CLSI"): (("1 or less", S), ("2", S), ("4 or more", S)),
    ("imipenem-relebactam", "EUCAST"): (("2 or less", S), None, ("more than 2", S)),
    ("imipenem-relebactam", "FDA"): (None, None, None),
    ("meropenem", "CLSI"): (("1 or less", S2), None, None),
    ("meropenem", "EUCAST"): (("2 or less", S2), None, ("more than 8", M)),
    ("colistin", "CLSI"): (("no such class", S2), ("2 or less", S2), ("4 or more", S2)),
    ("colistin", "EUCAST"): (("(2 or less)", M), None, ("more than 2", M)),
    ("colistin", "FDA"): (None, None, None),
    ("polymyxin-b", "CLSI"): (("no such class", S2), ("2 or less", S2), ("4 or more", S2)),
    ("polymyxin-b", "FDA"): (None, None, None),
}
# Strength and certainty of the preferred and of the alternative, and how far the row was checked.
GUIDELINES = {
    "guideline-idsa-2026": (
        ("suggested, not graded", "not stated"),
        ("suggested, not graded", "not stated"),
        "none",
        S2,
    ),
    "guideline-idsa-2024": ((None, None), (None, None), "none", M),
    "guideline-escmid-2022": (("conditional", "low"), ("conditional", "moderate"), "GRADE", M),
    "guideline-italy-2022": (("strong", "moderate"), ("conditional", "low"), "GRADE", S2),
    "guideline-uk-2018": ((None, None), (None, None), "none", M),
    "guideline-srlf-2023": ((None, None), (None, None), "none", S),
    "guideline-who": ((None, None), (None, None), "none", M),
}
