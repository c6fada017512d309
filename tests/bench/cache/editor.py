"""An editor: publishes and withdraws in the admin, while somebody looks at the cache all the time.

`python -m tests.bench.cache.editor PORT TIMES` prints, as JSON, the seconds from the click until the cache shows it.
A process of its own, since it needs Django with production's settings.
"""

import http.client
import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import Any
from urllib.parse import quote

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield  # noqa: E402

from articles.models import Article, ArticleIndex  # noqa: E402
from cms.sites.models import Frontend  # noqa: E402
from tests.admin.forms import as_sent  # noqa: E402
from tests.bench.cache.stack import HOST  # noqa: E402
from tests.bench.delivery.load import HEADERS  # noqa: E402

SITE = "vantor"
GIVEN_UP = 15.0  # seconds


@dataclass
class Times:
    """Seconds from the click: until the admin answered, and until the cache showed it."""

    answered: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    listed: list[float] = field(default_factory=list)


class Look(threading.Thread):
    """Asks the cache every few milliseconds until it shows what is waited for."""

    def __init__(self, port: int, path: str, shown: Callable[[int, bytes], bool], started: float) -> None:
        super().__init__(daemon=True)
        self.port, self.path, self.shown, self.started = port, path, shown, started
        self.seconds = GIVEN_UP

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=GIVEN_UP)
        while time.perf_counter() - self.started < GIVEN_UP:
            connection.request("GET", self.path, headers=HEADERS | {"Host": HOST})
            response = connection.getresponse()
            if self.shown(response.status, response.read()):
                self.seconds = time.perf_counter() - self.started
                return
            time.sleep(0.002)


def main(port: int, times: int) -> None:
    client = Client(headers={"Host": HOST, **HEADERS})
    client.force_login(User.objects.filter(is_superuser=True).first())
    article = Article.objects.live().child_of(_index()).first()
    path = article.get_url_parts()[2]
    page = f"/api/v1/sites/{SITE}/resolve/?path={quote(path)}"
    articles = f"/api/v1/sites/{SITE}/articles/?limit=100"
    published, withdrawn = Times(), Times()
    edit, unpublish = (reverse(f"wagtailadmin_pages:{name}", args=[article.pk]) for name in ("edit", "unpublish"))
    for number in range(times):
        title = f"Mätning {time.time_ns()}"
        body = streamfield([("paragraph", rich_text("<p>Vi möts på torget.</p>"))])
        form = as_sent(client, edit) | nested_form_data({"body": body}) | {"title": title, "action-publish": "1"}
        seen = partial(_shows, title.encode())
        _measure(client, edit, form, [(port, page, seen), (port, articles, seen)], published)
        if number % 2 == 0:
            gone = partial(_hides, title.encode())
            _measure(client, unpublish, {}, [(port, page, gone), (port, articles, gone)], withdrawn)
    print(json.dumps({"published": asdict(published), "withdrawn": asdict(withdrawn)}))


def _shows(title: bytes, status: int, content: bytes) -> bool:
    return status == 200 and title in content


def _hides(title: bytes, status: int, content: bytes) -> bool:
    return title not in content


def _index() -> ArticleIndex:
    return ArticleIndex.objects.descendant_of(Frontend.objects.get(slug=SITE).site.root_page).first()


def _measure(client: Client, address: str, form: dict[str, Any], looked: list[tuple[Any, ...]], times: Times) -> None:
    started = time.perf_counter()
    looks = [Look(*one, started) for one in looked]
    for look in looks:
        look.start()
    response = client.post(address, form)
    times.answered.append(time.perf_counter() - started)
    assert response.status_code == 302, response.content[:2000]
    for look in looks:
        look.join()
    times.page.append(looks[0].seconds)
    times.listed.append(looks[1].seconds)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
