"""The delivery benchmark: stock Wagtail's APIs, a constant view and ours, side by side. See docs/benchmark.md."""
