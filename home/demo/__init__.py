"""The demo federation: ten sites with invented content, their organisation, and how all of it is loaded."""
