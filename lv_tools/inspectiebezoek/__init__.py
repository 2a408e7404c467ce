"""Het inspectiebezoek: vooruit plannen, op de dag meeschrijven, en daarna verder."""
