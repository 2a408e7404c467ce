"""De begane grond van het pakket: alles wat elk hulpmiddel nodig heeft, zonder scherm."""
