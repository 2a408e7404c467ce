"""De uitkomst één keer beschreven, voor scherm, Word, Markdown, afdruk, stilbeeld en tabellen."""
