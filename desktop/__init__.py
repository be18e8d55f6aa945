"""Wardlight: an offline reference for infections with metallo-beta-lactamase producers."""

__version__ = "0.1.0"
