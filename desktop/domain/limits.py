"""For whom no dose of the library is, said wherever doses are shown, so that no row is stretched to them."""

NOT_COVERED = (
    "Not covered, and not to be derived from these rows: pregnancy, newborns to 28 days, ECMO, peritoneal and slow "
    "extended dialysis, infection of the central nervous system, inhaled and intrathecal doses. Ask a specialist."
)
