"""Wat er op het scherm, in Word en in Excel staat."""
