"""How hard the drills are run: a sample in the suite, all of it with `python3 packaging/dev.py drills`."""

import os

LONG = os.environ.get("WARDLIGHT_DRILLS") == "long"
