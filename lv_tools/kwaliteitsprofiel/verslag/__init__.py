"""De uitkomst, de gespreksgids en het profiel als document en tabel."""
