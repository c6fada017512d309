"""Where the core joins Wagtail's admin."""

from wagtail import hooks

from cms.core.bulk_publish import PublishEachAction
from cms.core.no_documents import NoDocuments


@hooks.register("register_bulk_action", order=100)  # after Wagtail's own, whose place it takes
def bulk_publish() -> type[PublishEachAction]:
    return PublishEachAction


@hooks.register("register_log_actions")
def log_actions(actions) -> None:
    actions.register_action(
        "grenverk.publish.refused",
        "Publicering stoppad",
        lambda data: data.get("reason", "Publicering stoppad"),
    )


@hooks.register("construct_admin_api")
def no_documents(router) -> None:
    router.register_endpoint("documents", NoDocuments)
