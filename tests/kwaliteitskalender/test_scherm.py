"""De kalender door de deur van de pagina: invullen, volgen, wijzigen, terugzetten en meenemen."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from beschadigen import every_change, is_read_wrong
from hulpproef import Proef
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from kalenders import actie, moment, pakket

from lv_tools.basis.opslag.opslagmap import Opslagmap
from lv_tools.basis.opslag.werkbestand import Bewaard
from lv_tools.basis.uitwisseling import dossier as dossiers
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.vorm import codec
from lv_tools.bouwdoos import schemas
from lv_tools.kwaliteitskalender.hulpmiddel import KWALITEITSKALENDER
from lv_tools.kwaliteitskalender.model.bronnen import expand
from lv_tools.kwaliteitskalender.teksten import content
from lv_tools.schermdelen import Deel

ZEG = content().zeg


@pytest.fixture(autouse=True)
def kast(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    return tmp_path


def leg_klaar(kast: Path, *pakketten: Pakket) -> None:
    """Leg iets in het dossier, zoals een ander hulpmiddel dat doet."""
    map_ = Opslagmap(kast / dossiers.INSTRUMENT, dossiers.INSTRUMENT, dossiers.VERSIE)
    tijd = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
    inhoud = codec.write(Dossier(pakketten))
    naam = dossiers.NAAM
    map_.write(Bewaard(dossiers.INSTRUMENT, dossiers.VERSIE, naam, tijd, inhoud), map_.stamp(naam))


def proef(**rest: Any) -> Proef:
    return Proef(KWALITEITSKALENDER, **rest)


def jaar_2026() -> Proef:
    nieuw = proef()
    nieuw.vul_keuze = lambda label, waarde: nieuw.gebeur(  # type: ignore[attr-defined]
        met_label(nieuw, label), "wijziging", waarde=waarde
    )
    nieuw.vul_keuze(ZEG("schooljaar"), "2026")
    return nieuw


def met_label(hulp: Proef, label: str) -> Any:
    return next(d for d in hulp.scherm.walk() if d.eigenschappen.get("label") == label)


def kaart(hulp: Proef, label: str, tekst: str) -> tuple[Deel, Any]:
    lijst = met_label(hulp, label)
    return lijst, next(k for k in lijst.kaarten if tekst in k.titel)


def doe(hulp: Proef, label: str, tekst: str, actie_: str) -> None:
    lijst, gevonden = kaart(hulp, label, tekst)
    hulp.gebeur(lijst, "actie", kaart=gevonden.id, naam=actie_)


def eigen_punt(hulp: Proef, wat: str, dag: str, aard: str = "gesprek", wie: str = "rector") -> None:
    for veld, waarde in (("wat", wat), ("aard", aard), ("dag", dag), ("wie", wie)):
        hulp.vul(f"+punt/{veld}", waarde)
    formulier = next(
        d for d in hulp.scherm.walk() if d.eigenschappen.get("knop") == ZEG("punt_knop")
    )
    hulp.gebeur(formulier, "inzenden")


def zinnen(hulp: Proef) -> str:
    return json.dumps([b for b, _ in hulp.gestuurd], ensure_ascii=False)


def gevuld() -> Proef:
    hulp = jaar_2026()
    hulp.vul("naam", "De voorbeeldschool")
    hulp.klik(ZEG("periode_erbij"))
    hulp.vul("jaren/2026/perioden/*/naam", "herfstvakantie")
    hulp.vul("jaren/2026/perioden/*/van", "12-10-2026")
    hulp.vul("jaren/2026/perioden/*/tot", "18-10-2026")
    hulp.stap(1)
    hulp.gebeur(
        met_label(hulp, ZEG("voorstellen")),
        "wijziging",
        waarde=["tafel-bestuur-scholen", "tafel-school", "lesbezoek"],
    )
    hulp.stap(2)
    eigen_punt(hulp, "Rapport 1 tellen", "11-12-2026", "meting")
    return hulp


def test_een_jaar_van_begin_tot_eind_en_na_terugzetten_hetzelfde() -> None:
    hulp = gevuld()
    assert [r.voorstel for r in hulp.werk.staat.reeksen][:2] == [
        "tafel-bestuur-scholen",
        "tafel-school",
    ]
    # De rector in de tweede week van oktober: dat is vakantie, dus een week later.
    dagen = {k.punt.dag for k in hulp.werk.uitslag.punten if k.punt.wat == "Rector of directeur"}
    assert dagen == {date(2026, 10, 21), date(2027, 3, 10)}
    hulp.stap(3)
    assert "Het schooljaar 2026-2027" in zinnen(hulp)
    assert "Nog zonder gesprek" in zinnen(hulp)
    daarna = proef(bewaard=hulp.bewaard())
    assert daarna.werk.staat == hulp.werk.staat
    assert daarna.opstelling.stappen.gekozen == 3
    assert daarna.bewaard() == ""


def test_het_bestand_past_bij_het_schema_en_bewaart_niets_dubbel() -> None:
    tekst = gevuld().bewaard()
    jsonschema.validate(json.loads(tekst), schemas.file_schema(KWALITEITSKALENDER))
    assert tekst.count("Rapport 1 tellen") == 1
    assert len(json.loads(tekst)["staat"]["staat"]["punten"]) == 1


def test_het_plan_verschuift_en_de_kalender_gaat_mee(kast: Path) -> None:
    leg_klaar(kast, pakket(actie(), moment()))
    hulp = jaar_2026()
    hulp.stap(2)
    doe(hulp, "Wat er voor u klaarligt", "Havo 2026", "neem")
    assert "2 punten" in zinnen(hulp)
    doe(hulp, ZEG("alle_punten"), "Midterm review", "wijzig")
    hulp.vul("punten/*/dag", "11-2-2027")
    hulp.klik(ZEG("klaar"))
    nieuw = pakket(
        actie(begin=date(2027, 1, 18), klaar=date(2027, 1, 29)),
        moment(dag=date(2027, 2, 16)),
        keer=1,
    )
    leg_klaar(kast, nieuw)
    hulp.stap(3)
    assert "1 verschoven" in zinnen(hulp)
    nu = {k.punt.wat: k.punt.dag for k in hulp.werk.uitslag.punten}
    assert nu == {
        "Lesbezoek in tweetallen": date(2027, 1, 18),
        "Midterm review": date(2027, 2, 11),
    }
    hulp.klik(ZEG("maak_ongedaan"), -1)
    nu = {k.punt.wat: k.punt.dag for k in hulp.werk.uitslag.punten}
    assert nu["Lesbezoek in tweetallen"] == date(2027, 1, 11)
    daarna = proef(bewaard=hulp.bewaard())
    assert daarna.werk.staat == hulp.werk.staat


def test_een_bewaarde_kalender_ziet_bij_het_openen_dat_het_plan_veranderde(kast: Path) -> None:
    leg_klaar(kast, pakket(actie()))
    hulp = jaar_2026()
    hulp.stap(2)
    doe(hulp, "Wat er voor u klaarligt", "Havo 2026", "neem")
    leg_klaar(kast, pakket(actie(wat="Lesbezoek in drietallen"), keer=1))
    daarna = proef(bewaard=hulp.bewaard())
    assert [k.punt.wat for k in expand(daarna.werk.staat)] == ["Lesbezoek in drietallen"]
    assert "1 anders" in zinnen(daarna)
    assert "Lesbezoek in drietallen" in daarna.bewaard()


def test_volg_de_bron_weer_en_volg_niet_meer(kast: Path) -> None:
    leg_klaar(kast, pakket(actie()))
    hulp = jaar_2026()
    hulp.stap(2)
    doe(hulp, "Wat er voor u klaarligt", "Havo 2026", "neem")
    doe(hulp, ZEG("alle_punten"), "Lesbezoek", "wijzig")
    hulp.vul("punten/*/wie", "rector")
    assert "U wijzigde wie het doet" in zinnen(hulp)
    hulp.klik(ZEG("volg_bron"))
    assert hulp.deel("punten/*/wie").waarde == "teamleider"
    hulp.vul("punten/*/plaats", "lokaal 12")
    doe(hulp, ZEG("volgt"), "Havo 2026", "weg")
    (k,) = expand(hulp.werk.staat)
    assert k.los
    assert k.punt.plaats == "lokaal 12"


def test_weghalen_is_terug_te_zetten() -> None:
    hulp = gevuld()
    doe(hulp, ZEG("alle_punten"), "Rapport 1 tellen", "weg")
    assert "Rapport 1 tellen" not in [k.punt.wat for k in hulp.werk.uitslag.punten]
    doe(hulp, ZEG("weggehaald"), "Rapport 1 tellen", "terug")
    assert "Rapport 1 tellen" in [k.punt.wat for k in hulp.werk.uitslag.punten]
    hulp.stap(0)
    hulp.klik(ZEG("weg"))
    assert hulp.werk.staat.year.perioden == ()
    hulp.klik(ZEG("zet_terug", wat="herfstvakantie"))
    assert [p.naam for p in hulp.werk.staat.year.perioden] == ["herfstvakantie"]
    hulp.stap(1)
    doe(hulp, ZEG("reeksen"), "Ronde lesbezoek", "weg")
    assert len(hulp.werk.staat.reeksen) == 2
    hulp.klik(ZEG("zet_terug", wat="Ronde lesbezoek"))
    assert len(hulp.werk.staat.reeksen) == 3


def test_wat_open_is_blijft_te_wijzigen_als_iets_anders_weggaat() -> None:
    hulp = gevuld()
    doe(hulp, ZEG("alle_punten"), "Rector of directeur", "wijzig")
    doe(hulp, ZEG("alle_punten"), "Rapport 1 tellen", "weg")
    hulp.vul("punten/*/wie", "rector")
    assert hulp.werk.staat.punten[-1].wie == "rector"
    hulp.vul("punten/*/aard", "meting")
    assert not hulp.deel("punten/*/bespreek").verborgen
    gesprek = next(k.punt.id for k in hulp.werk.uitslag.punten if "Bestuur" in k.punt.wat)
    hulp.vul("punten/*/bespreek", gesprek)
    assert hulp.werk.uitslag.find(hulp.werk.staat.weergave.open).punt.bespreek == gesprek


def test_een_reeks_wijzigen_verplaatst_de_keren() -> None:
    hulp = gevuld()
    hulp.stap(1)
    doe(hulp, ZEG("reeksen"), "Ronde lesbezoek", "wijzig")
    hulp.vul("reeksen/*/maanden", ["10"])
    hulp.vul("reeksen/*/weekdag", "4")
    keren = [k.punt.dag for k in hulp.werk.uitslag.punten if k.punt.wat == "Ronde lesbezoek"]
    assert keren == [date(2026, 10, 9)]
    hulp.klik(ZEG("reeks_erbij"))
    pad = f"reeksen/{hulp.werk.staat.reeksen[-1].id}"
    hulp.vul(f"{pad}/wat", "Teamoverleg")
    hulp.vul(f"{pad}/soort", "weken")
    hulp.vul(f"{pad}/weken", "8")
    hulp.klik(ZEG("klaar"))
    assert sum(k.punt.wat == "Teamoverleg" for k in hulp.werk.uitslag.punten) == 6


def test_half_getypt_blijft_en_telt_als_leeg() -> None:
    hulp = gevuld()
    doe(hulp, ZEG("alle_punten"), "Rapport 1", "wijzig")
    hulp.vul("punten/*/dag", "31-2-2027")
    assert hulp.werk.uitslag.zonder_dag[0].punt.wat == "Rapport 1 tellen"
    daarna = proef(bewaard=hulp.bewaard())
    assert daarna.deel("punten/*/dag").waarde == "31-2-2027"
    daarna.vul("+punt/wat", "half")
    nog = proef(bewaard=daarna.bewaard())
    assert nog.deel("+punt/wat").waarde == "half"


def test_koppelen_en_kijken_naar_een_persoon() -> None:
    hulp = gevuld()
    eigen_punt(hulp, "Bespreken met de rector", "18-12-2026")
    hulp.stap(3)
    hulp.klik(ZEG("koppel"))
    meting = next(k.punt for k in hulp.werk.uitslag.punten if k.punt.wat == "Rapport 1 tellen")
    gesprek = hulp.werk.uitslag.find(meting.bespreek)
    assert gesprek is not None
    assert gesprek.punt.wat == "Bespreken met de rector"
    hulp.vul("weergave/wie", "rector")
    assert {k.punt.wat for k in hulp.werk.uitslag.shown()} == {
        "Rapport 1 tellen",
        "Bespreken met de rector",
    }
    hulp.vul("weergave/aard", "meting")
    assert [k.punt.wat for k in hulp.werk.uitslag.shown()] == ["Rapport 1 tellen"]


def aangeboden(hulp: Proef) -> bytes:
    (inhoud,) = next(b for m, b in reversed(hulp.gestuurd) if m.get("naam") == "bied-aan")
    return inhoud


def test_agenda_poster_en_verslag() -> None:
    hulp = gevuld()
    hulp.stap(3)
    hulp.klik(ZEG("agenda"))
    eerst = {str(p["UID"]) for p in Calendar.from_ical(aangeboden(hulp)).walk("VEVENT")}
    assert len(eerst) == len(hulp.werk.uitslag.punten)
    daarna = proef(bewaard=hulp.bewaard())
    daarna.klik(ZEG("agenda"))
    tweede = Calendar.from_ical(aangeboden(daarna)).walk("VEVENT")
    assert {str(p["UID"]) for p in tweede} == eerst
    assert {int(p["SEQUENCE"]) for p in tweede} == {0}
    hulp.gebeur(met_label(hulp, ZEG("agenda_voor")), "wijziging", waarde="teamleider")
    hulp.klik(ZEG("agenda"))
    assert len(Calendar.from_ical(aangeboden(hulp)).walk("VEVENT")) == 2
    hulp.klik(ZEG("poster_a3"))
    druk = next(m for m, _ in reversed(hulp.gestuurd) if m.get("naam") == "druk-af")
    assert druk["gegevens"]["papier"] == "A3 liggend"
    assert "Rapport 1 tellen" in json.dumps(druk)
    hulp.klik("Verslag als Markdown")
    assert b"De voorbeeldschool" in aangeboden(hulp)


def test_de_kalender_ligt_klaar_en_neemt_zichzelf_niet(kast: Path) -> None:
    hulp = gevuld()
    hulp.stap(3)
    hulp.klik(ZEG("leg_klaar"))
    assert "momenten" in zinnen(hulp)
    hulp.stap(2)
    hulp.gebeur(hulp.opstelling.panelen[2].ophalen.lade, "kijk")
    doe(hulp, "Wat er voor u klaarligt", "De voorbeeldschool", "neem")
    assert ZEG("eigen_kalender") in zinnen(hulp)
    bestuur = jaar_2026()
    bestuur.stap(2)
    doe(bestuur, "Wat er voor u klaarligt", "De voorbeeldschool", "neem")
    assert len(bestuur.werk.uitslag.punten) == len(hulp.werk.uitslag.punten)


def test_een_jaar_meenemen() -> None:
    hulp = gevuld()
    hulp.stap(0)
    hulp.klik(ZEG("meenemen", jaar="2027-2028"))
    assert hulp.werk.staat.jaar == "2027"
    assert "1 eigen punt kwam mee" in zinnen(hulp)
    assert hulp.deel("jaren/2027/van").waarde == "1-9-2027"
    assert date(2027, 12, 10) in [k.punt.dag for k in hulp.werk.uitslag.punten]


def test_een_gewijzigde_byte_wordt_geweigerd_of_goed_gelezen() -> None:
    hulp = volledig()
    tekst, staat = hulp.bewaard(), hulp.werk.to_data()
    assert is_read_wrong(tekst, KWALITEITSKALENDER) == []
    for anders in every_change(tekst):
        daarna = proef()
        daarna.open(anders)
        dicht = any(b.get("naam") == "onleesbaar" for b, _ in daarna.gestuurd)
        assert dicht or daarna.werk.to_data() == staat


_VOL: list[Proef] = []


def volledig() -> Proef:
    """Een bestand met alles erin: half getypt, gekoppeld en al eens naar de agenda."""
    if not _VOL:
        hulp = gevuld()
        hulp.vul("+punt/wat", "half")
        hulp.stap(3)
        hulp.klik(ZEG("koppel"))
        hulp.klik(ZEG("agenda"))
        _VOL.append(hulp)
    return _VOL[0]


def test_een_kapot_geheugen_van_de_agenda_wordt_geweigerd() -> None:
    data = volledig().werk.to_data()
    rij = data["staat"]["uitgegeven"][0]
    for kapot in ([*rij[:-1]], [*rij[:2], "0", *rij[3:]], [*rij[:4], "31-12", *rij[5:]], "x"):
        nieuw = KWALITEITSKALENDER.new_work()
        anders = {**data, "staat": {**data["staat"], "uitgegeven": [kapot]}}
        with pytest.raises(ValueError, match="agenda"):
            nieuw.from_data(anders)
    dubbel = {**data, "staat": {**data["staat"], "uitgegeven": [rij, rij]}}
    with pytest.raises(ValueError, match="sleutel"):
        KWALITEITSKALENDER.new_work().from_data(dubbel)


HANDELING = st.one_of(
    st.tuples(st.just("stap"), st.integers(0, 3)),
    st.tuples(st.just("punt"), st.text(max_size=20), st.text(max_size=12)),
    st.tuples(st.just("wijzig"), st.integers(0, 3)),
    st.tuples(st.sampled_from(["wat", "dag", "tot", "wie", "minuten"]), st.text(max_size=12)),
    st.tuples(st.just("weg"), st.integers(0, 3)),
    st.tuples(st.just("reeks"), st.sampled_from(["tafel-staf", "lesbezoek", "terugblik"])),
)


@settings(deadline=None, max_examples=30)
@given(st.lists(HANDELING, max_size=10))
def test_wat_iemand_ook_doet_het_bestand_geeft_het_terug(handelingen) -> None:
    hulp = jaar_2026()
    for soort, *rest in handelingen:
        stap = hulp.opstelling.stappen.gekozen
        if soort == "stap":
            hulp.stap(rest[0])
        elif soort == "reeks" and stap == 1:
            hulp.gebeur(met_label(hulp, ZEG("voorstellen")), "wijziging", waarde=rest)
        elif stap != 2:
            continue
        elif soort == "punt":
            eigen_punt(hulp, rest[0], rest[1])
        elif soort in ("wijzig", "weg"):
            lijst = met_label(hulp, ZEG("alle_punten"))
            if rest[0] < len(lijst.kaarten):
                hulp.gebeur(lijst, "actie", kaart=lijst.kaarten[rest[0]].id, naam=soort)
        elif hulp.werk.staat.weergave.open and hulp.werk.uitslag.find(
            hulp.werk.staat.weergave.open
        ):
            hulp.vul(f"punten/{hulp.werk.staat.weergave.open}/{soort}", rest[0])
    hulp.stap(0)
    hulp.vul("naam", "Ook zonder andere handeling is er iets te bewaren")
    daarna = proef(bewaard=hulp.bewaard())
    assert daarna.werk.to_data() == hulp.werk.to_data()


def test_driehonderd_activiteiten_gaan_zonder_elk_punt_te_bouwen(kast: Path) -> None:
    acties = [
        actie(f"a{nr}", wat=f"Activiteit {nr}", begin=None, klaar=date(2026, 9, 1) + timedelta(nr))
        for nr in range(300)
    ]
    leg_klaar(kast, pakket(*acties))
    hulp = jaar_2026()
    hulp.stap(2)
    doe(hulp, "Wat er voor u klaarligt", "Havo 2026", "neem")
    assert len(hulp.werk.uitslag.punten) == 300
    assert len(met_label(hulp, ZEG("alle_punten")).kaarten) == 80
    assert "300 punten" in zinnen(hulp)
    doe(hulp, ZEG("alle_punten"), "Activiteit 7", "wijzig")
    assert sum(d.naam.endswith("/wat") for d in hulp.scherm.walk() if d.naam) == 2
