"""The district Stockholm, and the branches below it."""

from home.demo.register.words import (
    ELECTED,
    BodyText,
    Held,
    PersonText,
    PostText,
    RegisterText,
    SeatsText,
    auditors,
    branch,
    nominations,
    office,
    post,
)

CONFERENCE, BEFORE = "2025-03-29", "2023-03-25"
SEATS = SeatsText(
    60,
    "2024-12-31",
    {"farsta": 287, "hagersten": 452, "skarpnack": 398, "sodermalm": 566, "vantor": 341},
)
# Seven have been there before, four are new.
MEMBERS = PostText(
    "member",
    (
        Held("Amina Exempeldotter", BEFORE),
        Held("Stellan Exempelberg", BEFORE),
        Held("Wiveka Exempelhav", BEFORE),
        Held("Josef Exempelkrona", BEFORE),
        Held("Nike Exempelspår", CONFERENCE),
        Held("Tariq Exempelbacke", CONFERENCE),
        Held("Margit Exempelvret", "2019-03-23", CONFERENCE),
    ),
)

STOCKHOLM = RegisterText(
    "stockholm",
    (
        BodyText("district_conference", "yearly", "En helg i mars", highest=True, elects=ELECTED, shared_out=(SEATS,)),
        BodyText(
            "board",
            "monthly",
            name="Distriktsstyrelsen",
            posts=(
                post("chair", "Ylva Exempelgren", since=BEFORE),
                post("vice_chair", "Hamid Exempelkvarn", since=CONFERENCE),
                post("treasurer", "Ingrid Exempelslätt", since=BEFORE),
                post("secretary", "Alva Exempelkaj", since=CONFERENCE),
                post("other", "Gunnar Exempelström", since=BEFORE, label="Studieledare"),
                MEMBERS,
            ),
        ),
        nominations("Birgitta Exempelsten", "Ali Exempelbro", "Ove Exempelö", since=CONFERENCE),
        auditors("Lennart Exempelfjord", "Susanne Exempeludd", since=CONFERENCE, before="konferensen"),
    ),
    posts=(
        post("ombudsman", "Dan Exempelvåg", "Mina Exempelport", since="2021-09-01"),
        office(
            "Regionfullmäktige i Stockholm", "Ledamot", "Amina Exempeldotter", "Hamid Exempelkvarn", since="2022-10-15"
        ),
    ),
    people=(
        PersonText("Ylva Exempelgren", agreed=BEFORE, portrait="portrait-red-hair"),
        PersonText("Dan Exempelvåg", agreed="2021-09-01", mailbox="ombudsman.stockholm@example.se"),
        PersonText("Gunnar Exempelström", agreed=BEFORE, mailbox="kurser.stockholm@example.se"),
        PersonText("Hamid Exempelkvarn", agreed="2022-10-15"),
        PersonText("Josef Exempelkrona"),  # has not said yes
    ),
)

_VANTOR = "2025-02-04"
VANTOR = branch(
    "vantor",
    annual="Första tisdagen i februari",
    members="Första tisdagen i månaden klockan 18.30",
    board=BodyText(
        "board",
        "fortnightly",
        posts=(
            post(
                "chair", "Jonas Exempellöv", since=_VANTOR, former=(Held("Marja Exempelmalm", "2017-02-07", _VANTOR),)
            ),
            post("vice_chair", "Selma Exempelsten", since=_VANTOR),
            post("treasurer", "Dragan Exempelvall", since=_VANTOR),
            post("secretary", "Elin Exempelro", since=_VANTOR),
            post("member", "Abdi Exempelsson", "Gunvor Exempeldotter", "Kaj Exempelnäs", since=_VANTOR),
            post("deputy", "Nour Exempelkvist", since=_VANTOR, vacant=1),
        ),
    ),
    more=(
        nominations("Lotta Exempelfält", "Osman Exempelbo", since=_VANTOR),
        auditors("Vera Exempelåker", since=_VANTOR),
    ),
    posts=(
        office("Stadsdelsnämnden Enskede-Årsta-Vantör", "Ordförande", "Fatima Exempelstrand", since="2023-01-01"),
        office("Stadsdelsnämnden Enskede-Årsta-Vantör", "Ledamot", "Dragan Exempelvall", since="2023-01-01"),
        office("Stadsdelsnämnden Enskede-Årsta-Vantör", "Ersättare", "Elin Exempelro", since="2023-01-01"),
        office("Kommunfullmäktige i Stockholm", "Ledamot", "Selma Exempelsten", since="2022-10-15"),
        office("Stadens förskolenämnd", "Ersättare", "Gunvor Exempeldotter", since="2023-01-01"),
    ),
    people=(
        PersonText(
            "Jonas Exempellöv", agreed=_VANTOR, mailbox="ordforande.vantor@example.se", portrait="portrait-beard"
        ),
        PersonText("Fatima Exempelstrand", agreed="2023-01-01", portrait="portrait-glasses"),
        PersonText("Dragan Exempelvall", agreed="2023-01-01"),
        PersonText("Elin Exempelro", agreed="2023-01-01"),
        PersonText("Samira Exempelsson", agreed="2025-02-11"),  # writes, and holds no post
        PersonText("Kaj Exempelnäs"),  # has not said yes
    ),
)

_SKARPNACK = "2025-02-17"
SKARPNACK = branch(
    "skarpnack",
    annual="Tredje måndagen i februari",
    members="Tredje måndagen i månaden klockan 18.30",
    board=BodyText(
        "board",
        "monthly",
        posts=(
            post("chair", "Lovisa Exempelmark", since=_SKARPNACK),
            post("vice_chair", "Petter Exempelgärde", since=_SKARPNACK),
            post("treasurer", "Ulrika Exempelhed", since=_SKARPNACK),
            post("secretary", "Omar Exempelsjö", since=_SKARPNACK),
            post("member", "Zahra Exempelsson", "Gustav Exempelflaten", "Irma Exempelhage", since=_SKARPNACK),
        ),
    ),
    more=(
        nominations("Sture Exempelkärr", "Miriam Exempelbagge", since=_SKARPNACK),
        auditors("Cecilia Exempelfält", since=_SKARPNACK),
    ),
    posts=(
        office(
            "Skarpnäcks stadsdelsnämnd",
            "Ledamot",
            "Lovisa Exempelmark",
            "Petter Exempelgärde",
            since="2023-01-01",
        ),
        office("Skarpnäcks stadsdelsnämnd", "Ersättare", "Irma Exempelhage", since="2023-01-01"),
    ),
    people=(
        PersonText("Lovisa Exempelmark", agreed="2023-01-01", portrait="portrait-curls"),
        PersonText("Sture Exempelkärr", agreed=_SKARPNACK, mailbox="valberedning.skarpnack@example.se"),
    ),
)

_SODERMALM = "2025-02-20"
SODERMALM = branch(
    "sodermalm",
    annual="I februari, i källaren",
    members="Tredje torsdagen i månaden",
    board=BodyText(
        "board",
        "fortnightly",
        posts=(
            post("chair", "Mirjam Exempelholm", since=_SODERMALM),
            post("treasurer", "Axel Exempelgränd", since=_SODERMALM),
            post("secretary", "Pilar Exempeltrappa", since=_SODERMALM),
            post("member", "Pär Exempelgård", "Fanny Exempelkrog", "Said Exempelhamn", since=_SODERMALM),
        ),
    ),
    more=(
        auditors("Harriet Exempelberg", since=_SODERMALM),
        BodyText(
            "other",
            "fortnightly",
            "Udda måndagar",
            name="Bostadsgruppen",
            posts=(post("convener", "Pär Exempelgård", since="2024-03-04"),),
        ),
        BodyText(
            "other",
            "weekly",
            "Torsdagar klockan 17–20",
            name="Cykelköket",
            posts=(post("convener", "Said Exempelhamn", since="2023-05-04"),),
        ),
    ),
    posts=(office("Södermalms stadsdelsnämnd", "Ledamot", "Mirjam Exempelholm", since="2023-01-01"),),
    people=(
        PersonText("Mirjam Exempelholm", agreed="2023-01-01", portrait="portrait-headscarf"),
        PersonText("Pär Exempelgård", agreed="2024-03-04"),
        PersonText("Said Exempelhamn", agreed="2023-05-04"),
    ),
)

_HAGERSTEN = "2025-02-12"
HAGERSTEN = branch(
    "hagersten",
    annual="I februari, växelvis i Hägersten och Älvsjö",
    members="Andra onsdagen i månaden",
    board=BodyText(
        "board",
        "fortnightly",
        posts=(
            post("chair", "Nils Exempelskog", since=_HAGERSTEN),
            post("vice_chair", "Ayse Exempelbäck", since=_HAGERSTEN),
            post("treasurer", "Ros-Marie Exempellund", since=_HAGERSTEN),
            post("secretary", "David Exempeldal", since=_HAGERSTEN),
            post(
                "member",
                "Ida Exempelborg",
                "Christer Exempelgren",
                "Lena Exempelspår",
                "Yusuf Exempelkulle",
                since=_HAGERSTEN,
            ),
        ),
    ),
    more=(
        nominations("Maja Exempelkrans", "Tor Exempelåsen", since=_HAGERSTEN),
        auditors("Evert Exempellöt", "Paula Exempelsund", since=_HAGERSTEN),
    ),
    posts=(office("Hägersten-Älvsjö stadsdelsnämnd", "Ersättare", "Ida Exempelborg", since="2023-01-01"),),
    people=(
        PersonText("Nils Exempelskog", agreed=_HAGERSTEN, portrait="portrait-fair"),
        PersonText("Ida Exempelborg", agreed="2023-01-01"),
        PersonText("Maja Exempelkrans", agreed=_HAGERSTEN, mailbox="valberedning.hagersten@example.se"),
        PersonText("Yusuf Exempelkulle", agreed=_HAGERSTEN, withdrawn="2025-06-02"),
    ),
)

_FARSTA = "2025-02-26"
FARSTA = branch(
    "farsta",
    annual="I februari",
    members="Andra onsdagen i månaden",
    board=BodyText(
        "board",
        "monthly",
        posts=(
            post("chair", "Rebecka Exempelsjö", since=_FARSTA),
            post("treasurer", "Jan Exempelstrand", since=_FARSTA),
        ),
    ),
)
