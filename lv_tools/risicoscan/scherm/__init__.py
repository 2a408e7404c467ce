"""De panelen van de risicoscan; de voordeur is :mod:`lv_tools.risicoscan.hulpmiddel`."""
