"""De regels van het verbeterbord."""
