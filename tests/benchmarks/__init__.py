"""How fast Wardlight is, measured where anyone can repeat it: `python3 packaging/dev.py benchmark`."""

import sys

from desktop.paths import ROOT

# The tests find the packaging's own modules by pyproject.toml; a command does not.
sys.path.append(str(ROOT / "packaging"))
