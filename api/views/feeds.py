"""Feeds: the newest articles, for readers' programs."""

import json
import re
from datetime import UTC, datetime
from typing import Any, ClassVar

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed

from api import reading, rows
from api.answers import Answer
from api.feed_shapes import Atom, Feed, FeedAuthor, FeedItem
from api.listing import Query
from api.parameters import limit
from api.views.base import SiteView, given
from api.views.listings import LANGUAGE, TAG, articles
from cms.sites import cache_tags
from cms.sites.scope import Scope

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML has no way to write


class FeedView(SiteView):
    """What both feeds are made of. An item is what a card says; its text is the lead."""

    kept = "list"
    parameters = (LANGUAGE, TAG, limit(100, 20))
    form: ClassVar[str]

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        newest = rows.cards(articles(scope, values)[: values["limit"]])
        cards = [json.loads(reading.card(row)) for row in rows.read(newest)]
        slug = scope.frontend.slug
        query = Query.of(self.request.path, given(self.request))
        feed = Feed(
            version="https://jsonfeed.org/version/1.1",
            title=scope.frontend.name,
            home_page_url=f"{scope.frontend.base_url}/",
            feed_url=settings.PUBLIC_URL + query.bound().rstrip("?"),
            language=scope.language if values["language"] in (None, "*") else values["language"],
            items=[_item(card) for card in cards],
        )
        tags = (cache_tags.site(slug), cache_tags.frame(slug), cache_tags.listing(slug, "articles"))
        return Answer(self.write(feed), tags, scope.version, content_type=self.content_type)

    def write(self, feed: Feed) -> str:
        raise TypeError(f"{type(self).__name__} has no form")


class JsonFeedView(FeedView):
    """JSON Feed 1.1."""

    shape = Feed
    summary = "The newest articles as JSON Feed"
    content_type = "application/feed+json"

    def write(self, feed: Feed) -> str:
        return feed.model_dump_json(exclude_none=True)


class AtomView(FeedView):
    """Atom."""

    shape = Atom
    summary = "The newest articles as Atom"
    content_type = "application/atom+xml"

    def write(self, feed: Feed) -> str:
        atom = _Atom(_plain(feed.title), feed.home_page_url, "", language=feed.language, feed_url=feed.feed_url)
        for item in feed.items:
            atom.add_item(
                _plain(item.title),
                item.url,
                _plain(item.content_text),
                unique_id=item.id,
                author_name=_plain(", ".join(author.name for author in item.authors or ())) or None,
                categories=[_plain(tag) for tag in item.tags or ()],
                pubdate=item.date_published,
                updateddate=item.date_modified or item.date_published or NEVER,
            )
        return str(atom.writeString("utf-8"))


class _Atom(Atom1Feed):
    """Django's, which says "now" for an empty feed: the same feed is to have the same bytes."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


def _item(card: dict[str, Any]) -> FeedItem:
    elsewhere = card["canonical_url"] != card["url"]
    return FeedItem(
        id=f"urn:uuid:{card['id']}",
        url=card["url"],
        external_url=card["canonical_url"] if elsewhere else None,
        title=card["title"],
        content_text=card["lead"],
        image=card["image"]["src"] if card["image"] else None,
        date_published=card["published_at"],
        date_modified=card["updated_at"],
        authors=[FeedAuthor(name=author["name"]) for author in card["authors"]] or None,
        tags=[tag["name"] for tag in card["tags"]] or None,
        language=card["language"],
    )


def _plain(text: str) -> str:
    return UNWRITABLE.sub("", text)
