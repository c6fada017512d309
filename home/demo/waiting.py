"""An article that a writer has handed in, so that the demo's editor finds something to approve."""

from django.contrib.auth.models import AbstractUser

from articles.models import Article, ArticleIndex
from cms.core.notices import silence
from home.provisioning import Provisioned

TITLE = "Bokbytet på biblioteket flyttar inomhus"
LEAD = "Hela hösten har kassarna stått på torget. Nu regnar det, och biblioteket har lovat oss två hyllor."
BODY = [
    (
        "paragraph",
        "<p>Det började med en kasse deckare utanför tunnelbanan. I oktober var det elva kassar, och en granne som "
        "sorterade dem efter färg. Regeln är densamma som förut: ta en, lämna en, och säg gärna vad du tyckte.</p>",
    ),
    ("heading", {"text": "Två hyllor till vänster om entrén", "level": "2"}),
    (
        "paragraph",
        "<p>Från måndag står böckerna inne i värmen. Barnens hylla är den nedre. Den som vill hjälpa till att bära är "
        "välkommen på söndag klockan 14, och den som äger en skottkärra är extra välkommen.</p>",
    ),
]


def hand_in(place: Provisioned, writer: AbstractUser) -> None:
    """Write it and send it for approval; nobody gets a mail of it."""
    index = ArticleIndex.objects.get(pk=place.index.pk)  # as it stands now, with the articles below it
    article = index.add_child(instance=Article(title=TITLE, lead=LEAD, body=BODY, live=False, owner=writer))
    article.save_revision(user=writer)
    with silence():
        place.workflow.start(article, writer)
