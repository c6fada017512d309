"""Articles and the lists they stand in."""

from articles.models.article import Article, ArticleTag
from articles.models.author import ArticleAuthor
from articles.models.index import ArticleIndex

__all__ = ["Article", "ArticleAuthor", "ArticleIndex", "ArticleTag"]
