"""What may go wrong while publishing."""

from django.core.exceptions import ValidationError


class PublishError(Exception):
    """Base of everything this package raises on purpose."""


class RenderRefused(PublishError):
    """A thing cannot be rendered as it stands; nothing of it was published.

    `thing` is what the editor calls it (a page's title), `part` the name of the block or field.
    """

    def __init__(self, thing: str, part: str, detail: str = "") -> None:
        self.thing, self.part, self.detail = thing, part, detail
        super().__init__(thing, part, detail)

    def __str__(self) -> str:
        return f"”{self.thing}” kan inte publiceras: delen ”{self.part}” går inte att visa."


# A draft that was valid when it was saved need not be so when it is published: its address may be taken by then.
REFUSALS = (RenderRefused, ValidationError)


def reason(refusal: RenderRefused | ValidationError, thing: str = "") -> str:
    """What an editor reads; `thing` names what was to be published where the refusal does not."""
    if isinstance(refusal, RenderRefused):
        return str(refusal)
    words = " ".join(refusal.messages)
    return f"”{thing}” kan inte publiceras: {words}" if thing else words
