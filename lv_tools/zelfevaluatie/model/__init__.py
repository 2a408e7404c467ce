"""De regels van de zelfevaluatie: rekenen en kiezen, zonder scherm."""
