"""The district Värmland, and the branches below it."""

from home.demo.register.words import (
    ELECTED,
    BodyText,
    Held,
    PersonText,
    RegisterText,
    SeatsText,
    auditors,
    branch,
    nominations,
    office,
    post,
)

CONFERENCE = "2025-04-05"
SEATS = (
    SeatsText(
        48,
        "2024-12-31",
        {"arvika": 94, "hagfors": 59, "karlstad": 205, "kristinehamn": 99, "torsby": 60},
        minimum=2,
    ),
    SeatsText(
        50,
        "2025-06-30",
        {
            "arvika": 96,
            "hagfors": 58,
            "karlstad": 214,
            "kristinehamn": 103,
            "saffle": 11,
            "sunne": 9,
            "torsby": 61,
        },
        minimum=2,
    ),
)

VARMLAND = RegisterText(
    "varmland",
    (
        BodyText("district_conference", "yearly", "I mars eller april", highest=True, elects=ELECTED, shared_out=SEATS),
        BodyText(
            "board",
            "monthly",
            "Växlar mellan Karlstad och länk",
            name="Distriktsstyrelsen",
            posts=(
                post(
                    "chair",
                    "Rolf Exempelhage",
                    since=CONFERENCE,
                    former=(Held("Ingegerd Exempelmyr", "2019-03-30", CONFERENCE),),
                ),
                post("vice_chair", "Aida Exempelström", since=CONFERENCE),
                post(
                    "treasurer",
                    "Lars-Erik Exempelbol",
                    since=CONFERENCE,
                    former=(Held("Lars-Erik Exempelbol", "2021-04-10", CONFERENCE),),
                ),
                post("secretary", "Moa Exempelfallet", since=CONFERENCE),
                post(
                    "member",
                    "Linnea Exempeldal",
                    "Ulf Exempelbäck",
                    "Yasmin Exempelhöjden",
                    "Gun Exempelmossen",
                    "Sixten Exempelsele",
                    "Petra Exempelviken",
                    "Johan Exempelsta",
                    since=CONFERENCE,
                    former=(Held("Bengt Exempeltjärn", "2021-04-10", CONFERENCE),),
                ),
            ),
        ),
        nominations("Barbro Exempelnor", "Emil Exempelgård", since=CONFERENCE),
        auditors("Sven-Olof Exempelmark", "Hanna Exempellid", since=CONFERENCE, before="konferensen"),
    ),
    posts=(
        post(
            "ombudsman",
            "Sanna Exempelforsen",
            since="2022-01-10",
            former=(Held("Åke Exempelberga", "2009-02-01", "2022-01-10"),),
        ),
        office("Regionfullmäktige i Värmland", "Ledamot", "Aida Exempelström", "Linnea Exempeldal", since="2022-10-15"),
        office("Region Värmlands kulturnämnd", "Ersättare", "Moa Exempelfallet", since="2023-01-01"),
    ),
    people=(
        PersonText(
            "Sanna Exempelforsen",
            agreed="2022-01-10",
            mailbox="ombudsman.varmland@example.se",
            portrait="portrait-beanie",
        ),
        PersonText(
            "Rolf Exempelhage", agreed=CONFERENCE, mailbox="ordforande.varmland@example.se", portrait="portrait-bald"
        ),
        PersonText("Linnea Exempeldal", agreed="2022-10-15"),
        PersonText("Aida Exempelström", agreed="2022-10-15"),
        PersonText("Moa Exempelfallet", agreed="2023-01-01"),
        PersonText("Johan Exempelsta"),  # has not said yes
        PersonText("Petra Exempelviken", agreed=CONFERENCE, withdrawn="2025-09-01"),
    ),
)

_KARLSTAD = "2025-02-13"
KARLSTAD = branch(
    "karlstad",
    annual="Andra torsdagen i februari",
    members="Andra torsdagen i månaden klockan 18",
    board=BodyText(
        "board",
        "fortnightly",
        posts=(
            post(
                "chair",
                "Per Exempelholt",
                since=_KARLSTAD,
                former=(Held("Klara Exempelkvist", "2020-02-13", _KARLSTAD),),
            ),
            post("vice_chair", "Signe Exempelrot", since=_KARLSTAD),
            post("treasurer", "Mohamed Exempellöv", since=_KARLSTAD),
            post("secretary", "Elsa Exempelgran", since=_KARLSTAD),
            post(
                "member",
                "Klara Exempelkvist",
                "Viktor Exempelask",
                "Rigmor Exempelbok",
                "Samuel Exempelek",
                "Tuva Exempelalm",
                since=_KARLSTAD,
            ),
        ),
    ),
    more=(
        nominations("Tomas Exempelberg", "Ester Exempelrönn", since=_KARLSTAD),
        auditors("Ragnar Exempelsälg", since=_KARLSTAD),
    ),
    posts=(
        office(
            "Kommunfullmäktige i Karlstad",
            "Ledamot",
            "Klara Exempelkvist",
            "Per Exempelholt",
            "Rigmor Exempelbok",
            "Viktor Exempelask",
            since="2022-10-15",
        ),
    ),
    people=(
        PersonText("Per Exempelholt", agreed="2022-10-15", portrait="portrait-flat-cap"),
        PersonText("Klara Exempelkvist", agreed="2020-02-13", mailbox="klara.karlstad@example.se", mailbox_shown=False),
    ),
)

_ARVIKA = "2025-02-26"
ARVIKA = branch(
    "arvika",
    annual="Sista onsdagen i februari",
    members="Sista onsdagen i månaden klockan 18.30",
    board=BodyText(
        "board",
        "monthly",
        "En vecka före medlemsmötet",
        posts=(
            post("chair", "Ulf Exempelbäck", since=_ARVIKA, former=(Held("Inga Exempelvass", "2018-02-28", _ARVIKA),)),
            post("treasurer", "Marianne Exempelstrand", since=_ARVIKA),
            post("secretary", "Isak Exempelglava", since=_ARVIKA),
            post("member", "Berit Exempellund", "Farid Exempelbrunn", since=_ARVIKA),
            post("deputy", "Ellen Exempelkoppar", since=_ARVIKA, vacant=1),
        ),
    ),
    more=(auditors("Nils-Göran Exempelbro", since=_ARVIKA),),
    posts=(
        office(
            "Kommunfullmäktige i Arvika", "Ledamot", "Ulf Exempelbäck", "Marianne Exempelstrand", since="2022-10-15"
        ),
        office("Arvikas skolnämnd", "Ledamot", "Berit Exempellund", since="2023-01-01"),
    ),
    people=(PersonText("Ulf Exempelbäck", agreed="2022-10-15", portrait="portrait-moustache"),),
)

_KRISTINEHAMN = "2025-02-18"
KRISTINEHAMN = branch(
    "kristinehamn",
    annual="I februari, vartannat år på varje ort",
    members="Varannan gång i Kristinehamn, varannan i Storfors",
    board=BodyText(
        "board",
        "monthly",
        posts=(
            post("chair", "Maj-Britt Exempelvik", since=_KRISTINEHAMN),
            post("treasurer", "Bertil Exempelkaj", since=_KRISTINEHAMN),
            post(
                "member",
                "Disa Exempelhamn",
                "Roland Exempelboj",
                since=_KRISTINEHAMN,
                label="Ledamot från Kristinehamn",
            ),
            post(
                "member",
                "Hassan Exempelhed",
                "Lisbeth Exempelhyttan",
                since=_KRISTINEHAMN,
                label="Ledamot från Storfors",
            ),
        ),
    ),
    more=(nominations("Agneta Exempelspik", since=_KRISTINEHAMN), auditors("Ivar Exempelstål", since=_KRISTINEHAMN)),
    posts=(
        office("Kommunfullmäktige i Kristinehamn", "Ledamot", "Maj-Britt Exempelvik", since="2022-10-15"),
        office("Kommunfullmäktige i Storfors", "Ledamot", "Hassan Exempelhed", since="2022-10-15"),
    ),
    people=(
        PersonText("Maj-Britt Exempelvik", agreed="2022-10-15", portrait="portrait-white-curls"),
        PersonText("Roland Exempelboj"),  # has not said yes
    ),
)


def _small(unit: str, chair: str, treasurer: str, members: str) -> RegisterText:
    """A branch without a site."""
    since = "2025-02-20"
    board = BodyText(
        "board", "monthly", posts=(post("chair", chair, since=since), post("treasurer", treasurer, since=since))
    )
    return branch(unit, annual="I februari", members=members, board=board)


SMALL = (
    _small("hagfors", "Monica Exempelslagg", "Leif Exempelälv", "Öppet hus varannan torsdag"),
    _small("torsby", "Anders Exempelfinn", "Kerstin Exempelby", "Med samåkning från alla håll"),
)
