"""Wat bewaard wordt: het werkbestand, zijn plaats en zijn naam."""
