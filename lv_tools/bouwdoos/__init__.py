"""De bouwdoos: wat elk hulpmiddel gemeen heeft, van staat en velden tot bewaren en uitvoer."""
