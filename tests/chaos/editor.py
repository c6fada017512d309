"""An editor with a browser: logs in, and presses buttons of the admin through the server."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import requests
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.chaos.content import PASSWORD
from tests.chaos.installation import HOST, Installation, TrialError

DONE, LOST, REFUSED = "done", "lost", "refused"


@dataclass(frozen=True)
class Pressed:
    """What came of it: done, lost (no answer: it may have happened or not), or refused with a status."""

    outcome: str
    status: int = 0
    retry_after: str = ""
    said: str = ""


class Editor:
    """One session. It speaks as the proxy before the server does."""

    def __init__(self, installation: Installation, name: str) -> None:
        self.base = f"http://127.0.0.1:{installation.port}"
        self.session = requests.Session()
        self.session.trust_env = False
        proxy = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7", "Connection": "close"}
        self.session.headers.update(proxy | {"Host": HOST, "Referer": f"https://{HOST}/admin/"})
        self.session.get(f"{self.base}/admin/login/")
        self._keep_cookies()
        answer = self._post("/admin/login/", {"username": name, "password": PASSWORD, "next": "/admin/"})
        if answer.outcome != DONE:
            raise TrialError(f"{name} cannot log in: {answer}")

    def publish(self, pk: int, title: str, slug: str, mentions: Iterable[int]) -> Pressed:
        """The edit form with "Publicera"."""
        return self._post(f"/admin/pages/{pk}/edit/", _form(title, slug, mentions))

    def write(self, index: int, title: str, slug: str, mentions: Iterable[int], *, draft: bool = False) -> Pressed:
        """A new article, published at once unless it is to stay a draft."""
        return self._post(f"/admin/pages/add/articles/article/{index}/", _form(title, slug, mentions, draft=draft))

    def unpublish(self, pk: int) -> Pressed:
        return self._post(f"/admin/pages/{pk}/unpublish/", {})

    def move(self, pk: int, index: int) -> Pressed:
        return self._post(f"/admin/pages/{pk}/move/{index}/confirm/", {})

    def _post(self, path: str, fields: dict[str, Any]) -> Pressed:
        token = {"csrfmiddlewaretoken": self.session.cookies.get("csrftoken") or ""}
        try:
            answer = self.session.post(f"{self.base}{path}", fields | token, allow_redirects=False, timeout=120)
        except requests.RequestException as error:
            return Pressed(LOST, said=repr(error))
        self._keep_cookies()
        if answer.status_code == 302 and "/login/" not in answer.headers["Location"]:
            return Pressed(DONE, 302)
        return Pressed(REFUSED, answer.status_code, answer.headers.get("Retry-After", ""), answer.text[:3000])

    def _keep_cookies(self) -> None:
        """Secure ones go to the proxy too. Messages are thrown away: nobody opens a page that would show them."""
        for cookie in list(self.session.cookies):
            cookie.secure = False
            if cookie.name == "messages":
                self.session.cookies.clear(cookie.domain, cookie.path, cookie.name)


def _form(title: str, slug: str, mentions: Iterable[int], *, draft: bool = False) -> dict[str, Any]:
    """The article form, filled in."""
    fields = {
        "title": title,
        "slug": slug,
        "lead": "",
        "body": streamfield([("paragraph", _draft(pk)) for pk in mentions]),
        "authors": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(fields) | ({} if draft else {"action-publish": "action-publish"})


def _draft(page: int) -> str:
    """A paragraph that links to a page, as the browser's editor sends it."""
    before, words = "Stycke, ", "läs mer om det"
    block = {
        "key": "aaaaa",
        "text": f"{before}{words}.",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"offset": len(before), "length": len(words), "key": 0}],
    }
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page}}
    return json.dumps({"blocks": [block], "entityMap": {"0": link}})
