"""Purge: caches before the API are told what changed, by tag.

Whoever commits a change tells them at once, before the editor is answered; the worker tells what it renders itself, and
what a cache did not take. See docs/operate/cache.md and docs/decisions/0012-purging.md.
"""
