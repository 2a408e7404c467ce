"""Wat een lezer ziet: tabellen, figuren in de huisstijl, en beide als HTML."""
