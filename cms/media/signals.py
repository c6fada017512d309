"""What this app tells those above it."""

from django.dispatch import Signal

ladder_built = Signal()
"""Sent with `image` inside the transaction that records a new ladder: whatever shows the image renders again."""
