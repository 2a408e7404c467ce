"""De regels van de verkenner: rekenen en kiezen, zonder scherm."""
