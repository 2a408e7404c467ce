"""De kalender als waarde, en wat eruit volgt: het ritme, wat er klaarligt en waar het knelt."""
