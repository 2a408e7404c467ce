"""De panelen van de verkenner; de voordeur is :mod:`lv_tools.bevindingenverkenner.hulpmiddel`."""
