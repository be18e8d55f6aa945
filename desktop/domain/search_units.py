"""The units that a question writes beside an age or a body, each with what it is in the one that is computed with."""

from decimal import Decimal

WEEKS = frozenset({"week", "weeks", "wk", "wks"})
MONTHS = frozenset({"month", "months", "mo", "mos", "mth", "mths"})
KG = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"), Decimal(1)),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), Decimal("0.45359237")),
}
GRAMS = dict.fromkeys(("g", "gm", "gms", "gram", "grams"), Decimal("0.001"))
_ONE_CM = "cm"
SHORT_CM = (_ONE_CM, f"{_ONE_CM}s")
CM = {
    **dict.fromkeys((*SHORT_CM, "centimetre", "centimetres", "centimeter", "centimeters"), Decimal(1)),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), Decimal(100)),
}
STONE_AND_FEET = frozenset({"stone", "stones", "ft", "foot", "feet", "inch", "inches"})
