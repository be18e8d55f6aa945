"""How fast Wardlight is, measured where anyone can repeat it: `python3 packaging/dev.py benchmark`."""
