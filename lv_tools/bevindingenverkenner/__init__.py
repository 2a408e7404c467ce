"""De bevindingenverkenner: elke tabel van het onderzoek om te filteren en te vergelijken.

Wie meekijkt in een notebook begint bij :func:`lv_tools.bevindingenverkenner.scherm.open_scherm`;
wie zelf wil rekenen bij :func:`lv_tools.bevindingenverkenner.model.regels.regels_van`.
"""
