"""De regels: wat naast elkaar mag, en wat niet."""
