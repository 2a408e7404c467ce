"""Zelfevaluatie bestuurlijke kwaliteitszorg: eerst alleen, dan samen."""
