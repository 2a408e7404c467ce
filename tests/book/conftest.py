"""Toont na de toetsen hoe moeilijk de bladzijden lezen."""

from __future__ import annotations

from typing import Any

GETOOND = 6


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Zet de moeilijkste bladzijden onder het verslag, ook als alles goed gaat."""
    if any("test_leesniveau" in str(v.nodeid) for v in terminalreporter.stats.get("passed", ())):
        import leesniveau

        terminalreporter.section("leesniveau (Flesch-Douma), de moeilijkste bladzijden")
        for regel in leesniveau.overzicht(leesniveau.alle()[:GETOOND]):
            terminalreporter.line(regel)
