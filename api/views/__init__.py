"""The views of API v1, one resource a file."""
