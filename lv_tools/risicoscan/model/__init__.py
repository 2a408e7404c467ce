"""De regels: van wat mensen invulden naar een beeld, zonder scherm."""
