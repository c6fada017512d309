"""What visitors are answered after each step of the law's stories, through the API as it stands."""

from urllib.parse import urlencode

from django.test import Client
from hypothesis.stateful import invariant

from cms.pipeline.publish.models import PastPath
from cms.sites.models import Frontend
from tests.pipeline.canaries import CANARY
from tests.pipeline.story import Story

ADDRESSES = ["", "pages/?view=full&limit=100", "feed.json", "redirects/", "organisation/"]
EXPECTED = {200, 404, 410}  # 404: a site whose unit has ended; 410: a path whose page was withdrawn


class Visitors(Story):
    """Mixed into the stories: no answer tells of what nobody may read. One site after the other is asked."""

    steps: int = 0

    @invariant()
    def no_answer_tells_what_is_hidden(self) -> None:
        self.steps += 1
        hidden = self.hidden()
        frontends = list(Frontend.objects.order_by("pk"))
        frontend = frontends[self.steps % len(frontends)]
        for address in ADDRESSES:
            self._ask(frontend, address, hidden)
        past = PastPath.objects.filter(site=frontend.site).exclude(path="").order_by("pk")
        paths = list(past.values_list("path", flat=True))
        if paths:
            path = urlencode({"path": paths[self.steps % len(paths)]})
            self._ask(frontend, f"resolve/?{path}", hidden)
        words = sorted(hidden)
        if words:
            found = self._ask(frontend, f"search/?q={words[self.steps % len(words)]}", hidden)
            assert found["results"] == [], found

    def _ask(self, frontend: Frontend, address: str, hidden: set[str]) -> dict[str, list[object]]:
        answer = Client().get(f"/api/v1/sites/{frontend.slug}/{address}")
        assert answer.status_code in EXPECTED, (address, answer.content)
        told = hidden & set(CANARY.findall(answer.content.decode()))
        assert not told, (address, told)
        return answer.json()
