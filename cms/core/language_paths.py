"""Where a site's other languages begin: under `/en/`, `/fi/`. No page of its own language may stand there."""

from django.conf import settings
from wagtail.models import Page, Site


def is_taken(slug: str, parent: Page) -> bool:
    """Whether another language of a site begins, or may begin, under this slug below this page."""
    return slug in dict(settings.WAGTAIL_CONTENT_LANGUAGES) and Site.objects.filter(root_page=parent.pk).exists()
