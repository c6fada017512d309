"""Articles, the lists they stand in, and how they are shared."""

from articles.models.article import Article, ArticleTag
from articles.models.author import ArticleAuthor
from articles.models.carriage import Carriage, Choice
from articles.models.index import ArticleIndex
from articles.models.offer import Answer, Offer
from articles.models.share import Reach, Share
from articles.models.subscription import Mode, Subscription

__all__ = [
    "Answer",
    "Article",
    "ArticleAuthor",
    "ArticleIndex",
    "ArticleTag",
    "Carriage",
    "Choice",
    "Mode",
    "Offer",
    "Reach",
    "Share",
    "Subscription",
]
