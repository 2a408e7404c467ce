# ruff: noqa: N999 (zo heet het pakket dat dit vervangt)
"""Alleen om :mod:`IPython.core.interactiveshell` te kunnen laden."""
