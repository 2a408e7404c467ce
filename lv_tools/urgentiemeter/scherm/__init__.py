"""De panelen van de urgentiemeter; de voordeur is :mod:`lv_tools.urgentiemeter.hulpmiddel`."""
