"""Embeds: addresses of films, sounds and maps that others serve, and the pictures that stand for them here."""
