"""De gespreksprompter: vragen over kwaliteit kiezen, timen, bewaren en meenemen.

Wie meekijkt in een notebook begint bij :func:`lv_tools.gespreksprompter.scherm.open_scherm`; wie
zelf een gids wil maken bij :func:`lv_tools.gespreksprompter.model.kiezen.compose`.
"""
