"""The demo federation: three sites with invented content, and the command that loads them."""
