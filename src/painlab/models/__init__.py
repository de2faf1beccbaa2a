"""Simulations and model tables: pure functions, seeded, no plotting."""
