"""Headwater: who says so, and on whose word."""
