"""The stack: the processes of `make demo` on free ports, with the demo's content in a folder of its own."""

import socket
from contextlib import ExitStack
from pathlib import Path

import pytest

from tools import demo

SITES = ("vantor", "varmland", "riks")
GONE = "/aktuellt/borttagen/"
LAST_LINES = 25

# What the demo does not hold: more articles than an index shows at once, and a page that is gone.
CONTENT = """
from django.utils.timezone import make_aware
from datetime import datetime, timedelta
from articles.models import Article, ArticleIndex
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend, FrontendOrigin

with publishing():
    for slug, base_url in {addresses!r}.items():
        frontend = Frontend.objects.get(slug=slug)
        frontend.base_url = base_url
        if frontend.origins.exists():  # the page with all sites, which may read this one
            frontend.origins = [FrontendOrigin(origin={everything!r})]
        frontend.save()
    index = {{f.slug: ArticleIndex.objects.descendant_of(f.site.root_page).get() for f in Frontend.objects.all()}}
    for number in range(1, 46):
        date = make_aware(datetime(2010, 1, 1)) + timedelta(days=number)
        index["riks"].add_child(instance=Article(title=f"Ur arkivet {{number}}", slug=f"arkiv-{{number}}", date=date))
    gone = index["vantor"].add_child(instance=Article(title="Borttagen", slug="borttagen"))
gone.unpublish()
"""


class StackError(Exception):
    """The stack could not be made ready."""


class Stack:
    """Where everything answers, and the processes behind it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        cms, *fronts = free_ports(2 + len(SITES))
        self.cms = f"http://localhost:{cms}"
        self.admin = f"{self.cms}/admin/"
        self.api = f"{self.cms}/api/v1/"
        sites = zip((*SITES, ""), fronts, strict=True)
        self.front_ends = [(port, site, "") for site, port in sites]
        self.urls = {site: f"http://localhost:{port}" for port, site, _ in self.front_ends}
        self.supervisor = demo.Supervisor(demo.demo_children(self.cms, self.front_ends), folder / "log", 90)

    def environment(self) -> dict[str, str]:
        """All that an operator's or a developer's own environment might say otherwise."""
        return {
            "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": f"sqlite:///{self.folder / 'grenverk.sqlite3'}",
            "PUBLIC_URL": self.cms,
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "EMAIL_URL": "console:",
            "TRUSTED_PROXIES": "0",
        } | dict.fromkeys(["CACHE_URL", "MEDIA_BASE_URL", "CSRF_TRUSTED_ORIGINS", "SECRET_KEY"], "")

    def start(self) -> None:
        """Fill the database, then start all processes and wait until they answer."""
        (self.folder / "static").mkdir()  # the server looks for it, but finds the files in the packages
        addresses = {site: self.urls[site] for site in SITES}
        content = CONTENT.format(addresses=addresses, everything=self.urls[""])
        steps = [["migrate", "--verbosity", "0"], ["load_demo"], ["shell", "-c", content], ["worker", "--once"]]
        with ExitStack() as exits:
            patch = exits.enter_context(pytest.MonkeyPatch.context())
            for name, value in self.environment().items():
                patch.setitem(demo.ENVIRONMENT, name, value)
            for step in steps:
                if not demo.manage(*step):
                    raise StackError(f"manage.py {step[0]} failed; its output is above")
            if fault := self.supervisor.start():
                raise StackError(fault)

    def stop(self) -> None:
        self.supervisor.stop()

    def last_words(self) -> str:
        """The ends of the processes' logs."""
        logs = sorted(self.supervisor.logs.glob("*.log"))
        ends = [(log.name, log.read_text(errors="replace").splitlines()[-LAST_LINES:]) for log in logs]
        return "\n".join("\n".join([f"--- {name}", *lines]) for name, lines in ends if lines)


def free_ports(count: int) -> list[int]:
    """Ports that nothing listens on; all are taken at once, so that none comes twice."""
    with ExitStack() as exits:
        taken = [exits.enter_context(socket.socket()) for _ in range(count)]
        for one in taken:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in taken]
