"""Een reeks op het scherm: erbij, weg, terug en van plaats, door de deur van de pagina."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import afsprakenlijst as LIJST  # noqa: N812 - het hulpmiddel onder toets
import pytest
from hulpproef import Proef
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.bouwdoos.reeks import Reeks, Woorden
from lv_tools.schermdelen import Deel, Sectie

WEG, NIEUW = "Haal deze afspraak weg", "Nog een afspraak"


class Schuifpaneel(LIJST.Afsprakenpaneel):
    """Dezelfde afspraken achter een knop, met knoppen voor de volgorde."""

    def build(self):
        woorden = Woorden(erbij=NIEUW, weg=WEG)
        self.reeks = Reeks(
            self.werk, self.inhoud, "afspraken", maak=LIJST.Afspraak, woorden=woorden,
            rij=LIJST.Afspraakkaart, minstens=1, schuif=True,
        )  # fmt: skip
        return (self.add(self.reeks),)


class Deelpaneel(LIJST.Afsprakenpaneel):
    """Dezelfde afspraken in twee reeksen: van iemand, en nog van niemand."""

    def build(self):
        self.reeksen = [
            Reeks(
                self.werk, self.inhoud, "afspraken", maak=LIJST.Afspraak, woorden=Woorden(weg=WEG),
                rij=LIJST.Afspraakkaart, kies=kies,
            )
            for kies in (lambda a: bool(a.wie), lambda a: not a.wie)
        ]  # fmt: skip
        return [self.add(reeks) for reeks in self.reeksen]


def met_paneel(paneel: type[LIJST.Afsprakenpaneel]):
    """Geef de afsprakenlijst met een ander eerste paneel."""
    panelen = {**LIJST.AFSPRAKENLIJST.panelen, "afspraken": paneel}
    return replace(LIJST.AFSPRAKENLIJST, panelen=panelen)


SCHUIF, DEEL = met_paneel(Schuifpaneel), met_paneel(Deelpaneel)


def proef(*afspraken: str, deur=LIJST.AFSPRAKENLIJST) -> Proef:
    nieuw = Proef(deur)
    for wat in afspraken:
        nieuw.klik(NIEUW)
        nieuw.vul(f"afspraken/{nieuw.werk.staat.afspraken[-1].id}/wat", wat)
    return nieuw


def wat(p: Proef) -> list[str]:
    return [afspraak.wat for afspraak in p.werk.staat.afspraken]


def focus(p: Proef) -> Deel:
    kenmerk = next(
        b["deel"] for b, _ in reversed(p.gestuurd)
        if b["soort"] == "opdracht" and b["naam"] == "focus"
    )  # fmt: skip
    return next(deel for deel in p.scherm.walk() if deel.id == kenmerk)


def koppen(p: Proef) -> list[str]:
    return [d.titel for d in p.scherm.walk() if isinstance(d, Sectie) and "Afspraak" in d.titel]


def test_de_focus_gaat_mee_en_de_koppen_tellen_door() -> None:
    p = proef("een", "twee", "drie")
    assert koppen(p) == ["Afspraak 1", "Afspraak 2", "Afspraak 3"]
    assert focus(p).naam == f"afspraken/{p.werk.staat.afspraken[2].id}/wat"
    p.klik(WEG, 1)
    assert koppen(p) == ["Afspraak 1", "Afspraak 2"]
    assert focus(p).tekst == "Zet terug: twee"
    p.klik("Zet terug: twee")
    assert wat(p) == ["een", "twee", "drie"]
    assert koppen(p) == ["Afspraak 1", "Afspraak 2", "Afspraak 3"]
    assert focus(p).titel == "Afspraak 2"


def test_wat_half_getypt_was_komt_mee_terug() -> None:
    p = proef("een", "twee")
    eerste = p.werk.staat.afspraken[0].id
    p.vul(f"afspraken/{eerste}/wanneer", "31-2-2027")
    p.klik(WEG, 0)
    assert "31-2-2027" not in p.bewaard()
    p.klik("Zet terug: een")
    assert p.deel(f"afspraken/{eerste}/wanneer").waarde == "31-2-2027"
    assert "31-2-2027" in p.bewaard()


def test_wie_er_meer_weghaalt_zet_ze_een_voor_een_terug() -> None:
    p = proef("een", "twee", "drie")
    for _ in range(3):
        p.klik(WEG, 0)
    assert wat(p) == []
    for naam in ("drie", "twee", "een"):
        p.klik(f"Zet terug: {naam}")
    assert wat(p) == ["een", "twee", "drie"]


def test_in_een_ander_bestand_is_er_niets_terug_te_zetten() -> None:
    p = proef("geheim van de ene school")
    p.klik(WEG)
    p.open("", naam="Andere school")
    assert "geheim" not in str(p.scherm.to_tree())
    assert p.werk.weg.get("afspraken", []) == []


def test_wat_voor_het_openen_gebeurde_vervangt_niets_in_het_bestand() -> None:
    bewaard = proef("een", "twee").bewaard()
    vroeg = Proef(LIJST.AFSPRAKENLIJST, open=False)
    vroeg.klik(NIEUW)
    vroeg.open(bewaard)
    assert wat(vroeg) == ["een", "twee", ""]


def test_meer_dan_er_passen_kan_ook_niet_met_wat_voor_het_openen_gebeurde() -> None:
    vol = Proef(LIJST.AFSPRAKENLIJST)
    vol.werk.change(
        lambda lijst: replace(
            lijst, afspraken=tuple(LIJST.Afspraak(f"a{nr}", f"nr {nr}") for nr in range(200))
        )
    )
    vol.klik(NIEUW)
    assert len(vol.werk.staat.afspraken) == 200
    assert "Er past er geen meer bij" in str(vol.scherm.to_tree())
    vroeg = Proef(LIJST.AFSPRAKENLIJST, open=False)
    vroeg.klik(NIEUW)
    vol.vul("peildag", "1-2-2027")
    vroeg.open(vol.bewaard())
    assert len(vroeg.werk.staat.afspraken) == 200
    vroeg.klik(WEG, 7)
    assert "Er past er geen meer bij" not in str(vroeg.scherm.to_tree())


def test_achter_een_knop_met_een_volgorde_en_een_laatste_die_blijft() -> None:
    p = proef("een", "twee", deur=SCHUIF)
    with_titels = [d.titel for d in p.scherm.walk() if d.soort == "uitklap"]
    assert with_titels[:2] == ["1. een", "2. twee"]
    p.klik("Zet later", 0)
    assert wat(p) == ["twee", "een"]
    assert focus(p).tekst == "Zet eerder"  # later kan niet meer
    assert [d.titel for d in p.scherm.walk() if d.soort == "uitklap"][:2] == ["1. twee", "2. een"]
    p.klik(WEG, 0)
    assert wat(p) == ["een"]
    assert all(d.verborgen for d in p.scherm.walk() if d.eigenschappen.get("tekst") == WEG)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["erbij", "weg", "terug", "later"]), st.integers(0, 5))))
def test_wat_iemand_ook_doet_er_gaat_niets_verloren(handelingen) -> None:
    p, gemaakt = proef("0", deur=SCHUIF), 1
    for wat_, nummer in handelingen:
        over, reeks = len(wat(p)), p.opstelling.panelen[0].reeks
        if wat_ == "erbij":
            p.klik(NIEUW)
            p.vul(f"afspraken/{p.werk.staat.afspraken[-1].id}/wat", str(gemaakt))
            gemaakt += 1
        elif wat_ == "weg" and over > 1:
            reeks.remove(p.werk.staat.afspraken[nummer % over].id)
        elif wat_ == "terug":
            reeks.put_back()
        elif wat_ == "later" and nummer % over < over - 1:
            reeks.move(p.werk.staat.afspraken[nummer % over].id, 1)
        p.opstelling.refresh()
        weg = [w.element.wat for w in p.werk.weg.get("afspraken", [])]
        assert sorted([*wat(p), *weg]) == sorted(str(nr) for nr in range(gemaakt))
        titels = [d.titel for d in p.scherm.walk() if d.soort == "uitklap"][: len(wat(p))]
        assert titels == [f"{nr}. {naam}" for nr, naam in enumerate(wat(p), start=1)]
    p.vul("afspraken/*/wie", "iemand")  # nu wordt bewaard wat er staat
    assert Proef(SCHUIF, bewaard=p.bewaard()).werk.staat == p.werk.staat


def terug(p: Proef) -> list[str]:
    knoppen = [d for d in p.scherm.walk() if d.eigenschappen.get("tekst", "").startswith("Zet te")]
    return [knop.tekst for knop in knoppen if not knop.verborgen]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0, 1]), st.integers(0, 3)), max_size=12))
def test_wat_in_de_ene_reeks_wegging_komt_daar_terug_en_niet_in_de_andere(handelingen) -> None:
    p = Proef(DEEL)
    alle = tuple(LIJST.Afspraak(f"a{nr}", str(nr), "An" * (nr % 2)) for nr in range(4))
    p.werk.change(lambda lijst: replace(lijst, afspraken=alle))
    for weg, kant, nummer in handelingen:
        p.opstelling.refresh()
        reeks = p.opstelling.panelen[0].reeksen[kant]
        if weg and reeks.rijen:
            reeks.remove([*reeks.rijen][nummer % len(reeks.rijen)])
        elif not weg:
            reeks.put_back()
    p.opstelling.refresh()
    for reeks in p.opstelling.panelen[0].reeksen:
        while not reeks.terug.verborgen:
            reeks.put_back()
            p.opstelling.refresh()
    assert {*p.werk.staat.afspraken} == {*alle}
    assert len(p.werk.staat.afspraken) == len(alle)


def test_wat_intussen_al_terug_is_wordt_niet_nog_eens_aangeboden() -> None:
    p = proef("een", "twee")
    een = p.werk.staat.afspraken[0]
    p.klik(WEG, 1)
    p.klik(WEG, 0)
    assert terug(p) == ["Zet terug: een"]
    p.werk.change(lambda lijst: replace(lijst, afspraken=(een,)))
    p.vul("peildag", "1-2-2027")
    assert terug(p) == ["Zet terug: twee"]
    p.klik("Zet terug: twee")
    assert wat(p) == ["een", "twee"]
    assert terug(p) == []


def test_een_reeks_zonder_grens_zegt_wat_er_bij_haar_type_hoort() -> None:
    @dataclass(frozen=True)
    class Open:
        peildag: date | None = None
        afspraken: tuple[LIJST.Afspraak, ...] = ()

    with pytest.raises(TypeError, match=r"‘afspraken’ heeft geen grens.*Hoogstens"):
        Proef(replace(LIJST.AFSPRAKENLIJST, leeg=lambda _inhoud: Open()))
