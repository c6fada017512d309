"""What the articles say: made by rule from a number, the same on every machine. Pure."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

VERSION = 1  # raise it when anything here changes: databases that were made before are then made anew
IMAGES = 40  # of which each article shows two
COMMON = "medlemmar"  # in the lead of every article

_WORDS = """
och att det som en på är av för med till den inte om ett men var sig så vi från kan när nu ska efter eller
också upp sedan än bara mycket alla kommunen regionen mötet styrelsen valet torget skolan vården bussen tåget bostaden
hyran lönen arbetet fritiden biblioteket simhallen ishallen parken gården grannen barnen eleverna lärarna sköterskan
sommaren hösten vintern våren kvällen lördagen söndagen kaffet bullen musiken dansen boken filmen vägen bron älven sjön
skogen ängen staden byn landet klimatet elen värmen pengarna budgeten förslaget beslutet frågan svaret rösten listan
kampanjen flygbladet affischen talet studiecirkeln kursen resan lägret festen insamlingen köket lokalen nyckeln dörren
öppnar stänger bygger river säger frågar svarar möter hjälper vinner förlorar lyfter delar samlar planerar räknar väljer
stor liten ny gammal röd grön öppen varm kall lång kort viktig rolig trygg billig dyr gemensam lokal tillgänglig
""".split()  # noqa: SIM905
TAGS = (
    *("Arbete", "Barn", "Bostad", "Budget", "Energi", "Fritid", "Hälsa", "Jämlikhet", "Klimat", "Kollektivtrafik"),
    *("Kultur", "Landsbygd", "Möten", "Omsorg", "Skola", "Trygghet", "Ungdom", "Val", "Vård", "Äldre"),
)
_STEP = 7919  # a prime, which divides no number of articles that anybody asks for
_FIRST = datetime(2019, 1, 7, 6, 0, tzinfo=UTC)


@dataclass(frozen=True)
class ArticleText:
    """An article before it is stored. Images and the page that it links to are named by number."""

    number: int
    title: str
    slug: str
    lead: str
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    quote: str
    tags: tuple[str, ...]
    date: datetime
    teaser: int
    inner: int
    link: int


def article(number: int, of: int) -> ArticleText:
    """Article `number` of so many. Titles, slugs and dates are unique; the dates lie in no order."""
    chance = Random(f"{VERSION}:{number}")
    return ArticleText(
        number=number,
        title=f"{_sentence(chance, 4, 8)[:-1]} {number}",
        slug=f"artikel-{number}",
        lead=f"Våra {COMMON} {_sentence(chance, 14, 20).lower()}",
        paragraphs=tuple(" ".join(_sentence(chance, 9, 16) for _ in range(4)) for _ in range(4)),
        headings=(_sentence(chance, 3, 5)[:-1], _sentence(chance, 3, 5)[:-1]),
        quote=_sentence(chance, 10, 18),
        tags=tuple(sorted(chance.sample(TAGS, 3))),
        date=date(number, of),
        teaser=chance.randrange(IMAGES),
        inner=chance.randrange(IMAGES),
        link=chance.randrange(number) if number else 0,
    )


def date(number: int, of: int) -> datetime:
    """When article `number` of so many was published: a time of its own, and not in the order of the numbers."""
    return _FIRST + timedelta(hours=5 * (number * _STEP % of))


def stream(text: ArticleText, image: int, page: int) -> str:
    """The body as a StreamField stores it: the inner image and the page that it links to by primary key."""
    first, second, third, fourth = text.paragraphs
    link = f'<a linktype="page" id="{page}">läs mer om det</a>'
    picture = {"image": image, "alt": "", "decorative": False, "caption": text.headings[0], "size": "normal"}
    blocks = [
        ("paragraph", f"<p>{first} <b>{text.headings[1]}</b>, {link}.</p><p>{second}</p>"),
        ("heading", {"text": text.headings[0], "level": "2"}),
        ("image", picture),
        ("paragraph", f"<p>{third}</p><ul><li>{text.headings[0]}</li><li>{text.headings[1]}</li></ul>"),
        ("quote", {"text": text.quote, "attribution": "Exempel Exempelsson", "source": {}}),
        ("heading", {"text": text.headings[1], "level": "2"}),
        ("paragraph", f"<p>{fourth}</p>"),
    ]
    chance = Random(f"ids:{text.number}")
    named = [{"type": kind, "value": value, "id": str(UUID(int=chance.getrandbits(128)))} for kind, value in blocks]
    return json.dumps(named, ensure_ascii=False)


def _sentence(chance: Random, least: int, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(least, most))).capitalize() + "."
