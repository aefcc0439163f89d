"""Readers of what the engine is trained on, each giving ``Example``s."""
