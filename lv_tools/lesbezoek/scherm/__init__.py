"""De panelen van het lesbezoek; de voordeur is :mod:`lv_tools.lesbezoek.hulpmiddel`."""
