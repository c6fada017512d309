"""Sharing in the admin: where an article of one's own shows, and what others hold out."""
