"""De kern in de pagina: laat ipywidgets werken in een web worker, zonder Jupyter en zonder IPython.

Modules: :mod:`lv_kern.kern` (de draad naar de pagina, cellen en comms), :mod:`lv_kern.uitvoer`
(tonen, afdrukken, de ``Output``-widget), :mod:`lv_kern.laat` (pakketten die pas bij gebruik komen).
"""
