"""Wat een redacteur in de tweede uitgave verandert."""

from __future__ import annotations

import re


def blok(tekst: str, begin: str) -> str:
    """Geef een heel blok van een TOML-bestand, van zijn kop tot de volgende lege regel."""
    plek = tekst.index(begin)
    return tekst[plek : tekst.index("\n\n", plek) + 2]


def zonder(tekst: str, begin: str) -> str:
    assert tekst.count(begin) == 1, begin
    return tekst.replace(blok(tekst, begin), "")


def vervang(tekst: str, oud: str, nieuw: str) -> str:
    assert tekst.count(oud) == 1, (oud, tekst.count(oud))
    return tekst.replace(oud, nieuw)


def hoger(tekst: str) -> str:
    """Verhoog het nummer van de lijst, zoals bij elke wijziging moet."""
    return re.sub(
        r"^lijst = (\d+)$", lambda m: f"lijst = {int(m[1]) + 1}", tekst, count=1, flags=re.M
    )


def urgentiemeter(tekst: str) -> str:
    tekst = hoger(tekst)
    tekst = zonder(tekst, '[[stelling]]\ncode = "u3"')  # weg
    # Een andere betekenis met een nieuwe code, en een die de redacteur vergat een code te geven.
    tekst = vervang(tekst, 'code = "u2"\nthema', 'code = "u9"\nthema')
    tekst = vervang(
        tekst,
        'tekst = "In de afgelopen maand heb ik zelf iets gezien',
        'tekst = "In het afgelopen jaar heb ik iets gezien',
    )
    tekst = vervang(
        tekst,
        'tekst = "Op deze afdeling is duidelijk wat wij een goede les vinden."',
        'tekst = "Wij zijn het eens over wat een goede les is."',
    )
    # Alleen de woorden, niet de betekenis.
    oud = "Ik kan met een cijfer of een voorbeeld laten zien hoe deze afdeling ervoor staat."
    nieuw = "Ik kan met een getal of een voorbeeld laten zien hoe het met deze afdeling gaat."
    tekst = vervang(tekst, f'tekst = "{oud}"', f'tekst = "{nieuw}"\neerder = ["{oud}"]')
    tekst = vervang(
        tekst,
        '[[stelling]]\ncode = "u7"',
        '[[stelling]]\ncode = "u8"\nthema = "urgentie"\ntelt = true\n'
        'tekst = "Wij mogen hier niet mee wachten."\nkort = "Niet wachten"\nbron = "eigen"\n\n'
        '[[stelling]]\ncode = "u7"',
    )
    tekst = zonder(tekst, '[[rol]]\ncode = "leerling"')
    tekst = zonder(tekst, '[[indicator]]\ncode = "onderbouwsnelheid"')
    tekst = vervang(tekst, 'titel = "Examencijfers"', 'titel = "Cijfers van het schoolexamen"')
    tekst = vervang(
        tekst, '[[afdelingssoort]]\nnaam = "havo"', '[[afdelingssoort]]\nnaam = "havo 5"'
    )
    return re.sub(r"gedeeld_vanaf = 65\b", "gedeeld_vanaf = 90", tekst, count=1)


def zelfevaluatie(tekst: str) -> str:
    tekst = hoger(tekst)
    tekst = zonder(tekst, '[[thema.stelling]]\ncode = "bka1-10"')
    # Andere woorden én geen oude tekst erbij: dan betekent de stelling iets anders.
    tekst = re.sub(
        r'(code = "bka1-3"\ntekst = )"[^"]*"(\neerder = .*)?',
        r'\1"Ons bestuur doet iets heel anders."',
        tekst,
    )
    tekst = re.sub(
        r'(\[\[thema\.stelling\]\]\ncode = "bka1-4"\ntekst = )"([^"]*)"',
        r'[[thema.stelling]]\ncode = "bka1-19"\ntekst = "Een nieuwe stelling."\nkort = "Nieuw"\n'
        r'hoog = "x"\nbron = "eigen"\n\n\1"\2 Echt."\neerder = ["\2"]',
        tekst,
    )
    tekst = zonder(tekst, '[[rol]]\ncode = "intern-toezicht"')
    tekst = vervang(tekst, '"bestuur", "intern-toezicht", "schoolleiding", "staf"]', '"bestuur"]')
    # Een heel thema weg, met een eigen stelling, notities en een klad van een oordeel.
    begin = tekst.index('[[thema]]\ncode = "cyclisch"')
    einde = tekst.index("[[thema]]", begin + 5)
    return tekst[:begin] + tekst[einde:]


def gespreksprompter(tekst: str) -> str:
    tekst = hoger(tekst)
    tekst = zonder(tekst, '[[tafel]]\ncode = "team"\n')
    tekst = zonder(tekst, '[[doel]]\ncode = "inspireren"')
    tekst = zonder(tekst, '[[niveau]]\ncode = "sectie"')
    return vervang(tekst, "minuten_max = 240", "minuten_max = 45")


def tweede(naam: str, tekst: str) -> str:
    """De tweede uitgave, met alles wat een redacteur kan veranderen."""
    if naam == "urgentiemeter.toml":
        return urgentiemeter(tekst)
    if naam == "zelfevaluatie.toml":
        return zelfevaluatie(tekst)
    if naam == "gespreksprompter.toml":
        return gespreksprompter(tekst)
    if naam == "kader.toml":
        return vervang(tekst, '["OP1", "Aanbod"]', '["OP1", "Aanbod en doelen"]')
    if naam == "interventies_bij_obstakels.csv":
        return tekst.replace("Beperkte financiële middelen", "Te weinig geld")
    return tekst


def andere_schaal(naam: str, tekst: str) -> str:
    """Een uitgave met een schaal van vijf in plaats van vier."""
    if naam == "urgentiemeter.toml":
        tekst = hoger(tekst)
        return vervang(tekst, '"oneens", "eens"', '"oneens", "neutraal", "eens"')
    if naam == "zelfevaluatie.toml":
        tekst = hoger(tekst)
        return vervang(tekst, '"enigszins", "voldoende"', '"enigszins", "half", "voldoende"')
    return tekst
