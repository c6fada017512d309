"""Sharing: one page, one canonical address, and rows that say who carries it."""
