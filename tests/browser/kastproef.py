"""De opslag van de browser vullen met wat hulpmiddelen echt schrijven, en haar teruglezen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Page

from lv_tools.basis.opslag.werkbestand import Bewaard, now, to_json
from lv_tools.basis.uitwisseling.dossier import Dossier, to_text
from lv_tools.basis.uitwisseling.stukken import Actie, Herkomst, Signaal
from lv_tools.basis.vorm import codec
from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN
from lv_tools.verbeterplan.model.plan import Kijkmoment, Plan

_OPEN = """
  const deur = await new Promise((gelukt, mislukt) => {
    const vraag = indexedDB.open("lv-tools", 1);
    vraag.onupgradeneeded = () => vraag.result.createObjectStore(
      "bestanden", { keyPath: ["instrument", "naam"] });
    vraag.onsuccess = () => gelukt(vraag.result);
    vraag.onerror = () => mislukt(vraag.error);
  });
"""
VUL = f"""async (stukken) => {{{_OPEN}
  const zaak = deur.transaction("bestanden", "readwrite");
  const winkel = zaak.objectStore("bestanden");
  for (const stuk of stukken) {{
    const kaal = {{ stempel: "s", instrument: stuk.instrument, tijd: stuk.tijd, naloop: {{}} }};
    winkel.put({{ ...kaal, ...stuk }});
    winkel.put({{ ...kaal, naam: [stuk.naam, "getypt"] }});
    // Zo laat een hulpmiddel zijn scherm achter voor de volgende keer; dat is geen werk.
    if (!stuk.instrument.startsWith("dossier")) {{
      const beeld = {{ uitgave: "u", boom: {{}}, bij: "s" }};
      winkel.put({{ ...beeld, instrument: stuk.instrument, naam: [[stuk.naam]] }});
    }}
  }}
  await new Promise((klaar) => {{ zaak.oncomplete = klaar; }});
  deur.close();
}}"""
LEES = f"""async () => {{{_OPEN}
  const alles = await new Promise((klaar) => {{
    const vraag = deur.transaction("bestanden").objectStore("bestanden").getAll();
    vraag.onsuccess = () => klaar(vraag.result);
  }});
  deur.close();
  return alles.filter(({{ naam }}) => !Array.isArray(naam))
    .map(({{ instrument, naam, tekst }}) => [instrument, naam, tekst]).sort();
}}"""


def record(instrument: str, naam: str, tekst: str, minuten: int = 0) -> dict[str, Any]:
    """Geef een stuk zoals het in de opslag staat, zoveel minuten geleden gewijzigd."""
    tijd = int((now() - timedelta(minutes=minuten)).timestamp() * 1000)
    return {"instrument": instrument, "naam": naam, "tijd": tijd, "tekst": tekst}


def plan(titel: str, vandaag: date) -> str:
    """Schrijf een verbeterplan met een dag die voorbij is en een dag die komt."""
    inhoud = VERBETERPLAN.inhoud()
    vol: Plan = VERBETERPLAN.voorbeeld(inhoud)  # type: ignore[misc]  # het heeft een voorbeeld
    eerste, *rest = vol.kern.activiteiten
    laat = replace(
        eerste,
        wat="Afspraak <b>nakomen</b>",
        klaar=vandaag - timedelta(40),
        waarnemingen=(),
        besluit="",
    )
    ver = tuple(replace(a, klaar=vandaag + timedelta(200)) for a in rest)
    moment = Kijkmoment("k9", "Lessen bekijken", vandaag + timedelta(1), "teamleider")
    kern = replace(
        vol.kern, titel=titel, activiteiten=(laat, *ver), momenten=(moment,), doelen=(),
        boodschappen=(), midterm=replace(vol.kern.midterm, dag=None),
    )  # fmt: skip
    staat = {"staat": codec.write(replace(vol, kern=kern)), "plek": {"stap": "voortgang"}}
    return to_json(Bewaard("verbeterplan", VERBETERPLAN.versie, "Zonder naam", now(), staat))


def dossier(vandaag: date) -> str:
    """Schrijf een dossier met signalen van dit apparaat, en een actie uit werk van een ander."""
    signalen = [Signaal(f"s{nr}", f"Signaal {nr}") for nr in range(2)]
    actie = Actie("a1", "Toetsen bespreken", "sectie", klaar=vandaag + timedelta(3))
    samen = Dossier().give(Herkomst("urgentiemeter", "Havo"), "u1", signalen)
    return to_text(samen.give(Herkomst("verbeterplan", "Vmbo"), "elders", [actie]), "Havo")


def fill(page: Page, stukken: list[dict[str, Any]]) -> None:
    """Zet de stukken in de opslag."""
    page.evaluate(VUL, stukken)


def contents(page: Page) -> list[tuple[str, str, str]]:
    """Geef wat er staat: hulpmiddel, naam en tekst."""
    return [tuple(rij) for rij in page.evaluate(LEES)]


def damaged(kopie: str) -> dict[str, tuple[str, str]]:
    """Geef per soort schade een bestand, met een stuk van de zin die de lezer hoort."""
    nieuwer = json.dumps({**json.loads(kopie), "versie": 9}, separators=(",", ":"))
    return {
        "leeg": ("", "Dit bestand is leeg"),
        "afgebroken": (kopie[: len(kopie) // 2], "afgebroken of beschadigd"),
        "veranderd": (kopie.replace("Lessen", "Messen", 1), "veranderd of beschadigd"),
        "nieuwer": (nieuwer, "nieuwere versie"),
        "anders": ('{"a": 1}', "komt niet uit dit boek"),
        "een dossier": (dossier(date(2026, 1, 1)), "bij ‘Dossiers’"),
    }
