"""The board of a unit: how it stands, what a meeting's choice comes to, and carrying it out."""
