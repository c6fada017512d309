"""All views of the admin, found in the URL configuration: a view that Wagtail adds is walked without being named."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

# They end the session, or fail on purpose.
LEFT_OUT = {"wagtailadmin_logout", "wagtailadmin_error_test", "wagtailadmin_login"}


def views() -> Iterator[tuple[str, set[str]]]:
    """The name of each view below /admin/, with its parameters."""
    for name, parameters, route in _walk(get_resolver(), "", "", set()):
        if route.startswith("admin/") and name.split(":")[-1] not in LEFT_OUT:
            yield name, parameters


def address(name: str, values: dict[str, Any]) -> str | None:
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        return None


def _walk(resolver: Any, namespace: str, route: str, above: set[str]) -> Iterator[tuple[str, set[str], str]]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        parameters = above | set(pattern.pattern.converters) | set(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, inner, here, parameters)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield namespace + pattern.name, parameters, here
