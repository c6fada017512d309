"""Benchmarks: `make bench`. Not tests: pytest does not collect them, and none of them can fail."""
