"""Where the core joins Wagtail's admin."""

from wagtail import hooks

from cms.core.bulk_publish import PublishEachAction


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
