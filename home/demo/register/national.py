"""The national body: congress, party board, and how the seats of the next congress are shared out."""

from home.demo.register.words import (
    ELECTED,
    BodyText,
    Held,
    PersonText,
    RegisterText,
    SeatsText,
    auditors,
    nominations,
    post,
)

CONGRESS = "2025-04-13"

# Stockholm and Norrbotten tie for the last seat, which the lots drawn beforehand decide.
SEATS = SeatsText(
    225,
    "2025-06-30",
    {
        "uppsala": 1003,
        "ostergotland": 905,
        "skane": 1880,
        "vastra-gotaland": 3010,
        "stockholm": 4210,
        "varmland": 552,
        "dalarna": 671,
        "vasterbotten": 671,
        "norrbotten": 898,
    },
    tie_rule="lot",
    lots=(
        "dalarna",
        "norrbotten",
        "skane",
        "uppsala",
        "stockholm",
        "varmland",
        "vasterbotten",
        "ostergotland",
        "vastra-gotaland",
    ),
)

RIKS = RegisterText(
    "riks",
    (
        BodyText(
            "congress",
            "biennial",
            "Oftare om partistyrelsen eller distrikten begär det",
            highest=True,
            elects=ELECTED,
            shared_out=(SEATS,),
        ),
        BodyText(
            "board",
            "monthly",
            "En lördag, och däremellan på länk",
            name="Partistyrelsen",
            posts=(
                post(
                    "chair",
                    "Astrid Exempelsjö",
                    since=CONGRESS,
                    label="Partiordförande",
                    former=(Held("Bo Exempelhult", "2019-05-12", CONGRESS),),
                ),
                post("vice_chair", "Idris Exempelmo", since=CONGRESS),
                post("secretary", "Karin Exempelås", since="2023-05-07", label="Partisekreterare"),
                post("treasurer", "Torsten Exempelkulla", since="2023-05-07"),
                post(
                    "member",
                    "Olof Exempelryd",
                    "Leyla Exempelskär",
                    "Henrik Exempelsund",
                    "Anna-Lisa Exempelheden",
                    "Mats Exempeltorp",
                    since=CONGRESS,
                ),
                post("deputy", "Vilgot Exempelnäs", "Rut Exempelänge", since=CONGRESS),
            ),
        ),
        nominations("Solveig Exempelby", "Kjell Exempelsten", "Nadja Exempelvall", since=CONGRESS),
        auditors("Gösta Exempelhov", "Britt Exempelkil", since=CONGRESS, before="kongressen"),
    ),
    posts=(post("other", "Tove Exempelrud", since="2022-08-15", label="Kanslichef (anställd)"),),
    people=(
        PersonText("Astrid Exempelsjö", agreed=CONGRESS, portrait="portrait-bob"),
        PersonText("Karin Exempelås", agreed="2023-05-07", mailbox="partisekreterare@example.se"),
        PersonText("Tove Exempelrud", agreed="2022-08-15", mailbox="kansli@example.se"),
        PersonText("Mats Exempeltorp"),  # has not said yes
    ),
)
