"""De bevindingenverkenner: elke tabel van het onderzoek om te filteren en te vergelijken.

Wie meekijkt in een notebook begint bij :mod:`lv_tools.bevindingenverkenner.hulpmiddel`;
wie zelf wil rekenen bij :func:`lv_tools.bevindingenverkenner.model.regels.regels_van`.
"""
