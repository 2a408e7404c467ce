"""De regels van de gespreksprompter: rekenen en kiezen, zonder scherm."""
