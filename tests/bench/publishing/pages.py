"""What is published in the benchmark: articles that nothing mentions, and targets that a thousand pages mention."""

import json
from collections.abc import Iterable
from random import Random
from uuid import UUID

from wagtail.models import Page

from articles.models import Article, ArticleIndex
from cms.pipeline.publish import rebuild, worker
from cms.pipeline.publish.models import Dependency
from cms.pipeline.publish.publishing import publishing
from tests.bench.delivery import words

NUMBERED_FROM = 1_000_000  # beyond every number that the database was generated with


def lonely(index: ArticleIndex, image: int, linked: int, number: int) -> Article:
    """A live article like all the others, which nothing mentions."""
    text = words.article(NUMBERED_FROM + number, 10_000)
    page = Article(
        title=text.title,
        slug=f"publicering-{number}",
        lead=text.lead,
        date=text.date,
        image_id=image,
        body=words.stream(text, image, linked),
        live=False,
    )
    with publishing(alone=True):
        index.add_child(instance=page)
        page.tags.add(*text.tags)
        page.save_revision().publish()
    worker.drain(slow=False)
    return page


def mention(target: Page, pages: Iterable[int]) -> None:
    """Have these articles mention it as editors do: one in running text, one as a button, one as a card, in turn."""
    found = list(Article.objects.filter(pk__in=pages).order_by("pk"))
    for number, article in enumerate(found):
        blocks = [*article.body.raw_data, _block(number, target)]
        Article.objects.filter(pk=article.pk).update(body=json.dumps(blocks))
    assert not rebuild.publish([("page", article.pk) for article in found])
    worker.drain(slow=False)


def mentions(target: Page) -> int:
    """How many publications show something of it."""
    return Dependency.objects.filter(kind="page", object_id=target.pk).count()


def _block(number: int, target: Page) -> dict[str, object]:
    values: list[tuple[str, object]] = [
        ("paragraph", f'<p>Läs <a linktype="page" id="{target.pk}">mer om det</a>.</p>'),
        ("button", {"label": "Läs mer", "link": {"page": target.pk}, "style": "primary"}),
        ("cards", {"heading": "Se också", "items": [_item(target)]}),
    ]
    kind, value = values[number % len(values)]
    chance = Random(f"mention:{target.pk}:{number}")
    return {"type": kind, "value": value, "id": str(UUID(int=chance.getrandbits(128)))}


def _item(target: Page) -> dict[str, object]:
    card = {"title": "Mer om det", "text": "", "image": None, "link": {"page": target.pk}}
    return {"type": "item", "value": card, "id": str(UUID(int=target.pk))}
