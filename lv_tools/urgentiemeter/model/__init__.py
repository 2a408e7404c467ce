"""De regels van de urgentiemeter: rekenen en kiezen, zonder scherm."""
