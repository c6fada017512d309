"""Reading among many: what a page, a list and a sync cost beside a million other publications."""
