"""Whose articles and sites a user may speak for; anybody else's answer like what never was."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.models import Article
from cms.sites.models import Frontend
from cms.sites.policy import root_pages


def own_article(user: Any, pk: int) -> Article:
    """An article that the user may publish."""
    mine = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")
    found = Article.objects.filter(pk=pk, pk__in=mine.values("pk")).first()
    if found is None:
        raise Http404
    return found


def own_frontends(user: Any) -> "QuerySet[Frontend]":
    """The sites whose start page the user may publish, by name."""
    return Frontend.objects.filter(site__root_page__in=root_pages(user)).order_by("name")


def own_frontend(user: Any, slug: str) -> Frontend:
    found = own_frontends(user).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found
