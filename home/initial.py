"""What Wagtail's own migrations put into a new installation, and whether anything else has been made since."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, Site

from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend
from home.approval import retire_wagtails


def wagtail_pages() -> QuerySet[Page]:
    """ "Welcome to your new Wagtail site!": the only page that is of no type of ours."""
    return Page.objects.filter(depth__gt=1, content_type=ContentType.objects.get_for_model(Page))


def content() -> str:
    """What has been made here, in a few words; empty in a new installation."""
    pages = Page.objects.filter(depth__gt=1).exclude(pk__in=wagtail_pages().values("pk")).count()
    frontends = Frontend.objects.count()
    return f"{pages} pages and {frontends} sites" if pages or frontends else ""


def clear() -> None:
    """Remove Wagtail's page, its site and its groups, which may write on every site, with their workflow."""
    with publishing():
        Site.objects.filter(root_page__in=wagtail_pages()).delete()
        for page in wagtail_pages():
            page.delete()
        retire_wagtails()
        Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()
