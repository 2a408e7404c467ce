"""Wat bewaard wordt: het werkbestand, zijn plaats en zijn naam, en de controle op zijn vorm."""
