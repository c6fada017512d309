"""Full-text search over what is published: FTS5 on SQLite, tsvector on PostgreSQL, behind one question.

The words are taken from the stored JSON, so what was redacted from a page is no longer found in it either. å, ä and ö
are letters of their own on both; word stems ("motion" finds "motionerna") need PostgreSQL, whose Swedish dictionary
does them.
"""

from cms.pipeline.publish.search.finding import Hit, Search, count, find
from cms.pipeline.publish.search.terms import LONGEST, Term, TermsError, parse

__all__ = ["LONGEST", "Hit", "Search", "Term", "TermsError", "count", "find", "parse"]
