"""Articles and the lists they stand in."""

from articles.models.article import Article, ArticleAuthor, ArticleTag
from articles.models.index import ArticleIndex

__all__ = ["Article", "ArticleAuthor", "ArticleIndex", "ArticleTag"]
