"""De panelen van de gespreksprompter; de voordeur is ``hulpmiddel.py``."""
