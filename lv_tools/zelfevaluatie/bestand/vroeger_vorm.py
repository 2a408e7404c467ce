"""Werk van 0.1.0 en 0.2.0 lezen: toen stond alles er per veld van het scherm in, en de scan apart.

Dit leest de gegevens zoals zij toen geschreven zijn, met de vragenlijst van toen, en maakt er de
staat van nu van. De waarden houden hun betekenis van toen; :mod:`.keuren` zet ze daarna over naar
de vragenlijst van nu.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lv_tools.basis.antwoorden.bestand import (
    NOTITIE_LENGTE,
    checksum,
    earlier_from_data,
    from_state,
    rest_from_data,
)
from lv_tools.basis.invoer.velden import Invoerfout, Veld, read_field
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.basis.verzamelen.vel import Vel
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError, as_pairs
from lv_tools.zelfevaluatie.bestand.link import LinkError, from_fragment
from lv_tools.zelfevaluatie.bestand.opzetrij import setup_from_object
from lv_tools.zelfevaluatie.model.lijst import first_list, instrument_of, list_now, read_list
from lv_tools.zelfevaluatie.model.opzet import (
    NAAM_LENGTE,
    Opzet,
    notitiecode,
    vraagafdruk,
    vragenset,
)
from lv_tools.zelfevaluatie.model.samenoordeel import NIET_EENS
from lv_tools.zelfevaluatie.model.scan import Samenoordeel, Scan
from lv_tools.zelfevaluatie.model.staat import (
    AndereScan,
    Weergave,
    begin,
    page_of,
    state_of,
)
from lv_tools.zelfevaluatie.teksten import Instrument, instrument

_SOORTEN = ("bewijs", "opmerking")
_OORDEEL = ("oordeel", "datum", "aanwezig", "overtuigd", "afspraak")
#: Velden die niets zeggen wat niet ook in de scan staat.
_VOLGT = ("scan-groepen", "scan-versie", "scan-themas")


def to_state(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Zet bewaard werk van versie 2 om naar versie 3.

    Raises
    ------
    VormError
        Bij elke afwijking, ook als de scan na het bewaren is veranderd.
    """
    try:
        return _Lezer(gegevens, instrument()).write()
    except (KeyError, TypeError, AttributeError) as fout:
        raise VormError(f"er ontbreekt iets, of het heeft een andere vorm ({fout})") from fout


class _Lezer:
    """Haalt per veld van toen op waar het nu hoort; wat overblijft, heeft geen plaats meer."""

    def __init__(self, gegevens: Mapping[str, Any], inhoud: Instrument) -> None:
        self.delen: dict[str, Any] = dict(gegevens.get("delen") or {})
        self.over: dict[str, Any] = dict(gegevens.get("over") or {})
        self.concept: dict[str, Any] = {}
        extra = gegevens.get("extra") or {}
        geheugen = self.delen.pop("invullingen", None) or {"open": "", "scans": []}
        self.gemaakt = "opzet" in extra
        self.toen = _list_of(extra if self.gemaakt else geheugen, inhoud)
        if not self.gemaakt and not geheugen["scans"]:
            self.toen = inhoud
        staat = (
            state_of(_read_extra(extra, self.toen), self.toen) if self.gemaakt else begin(inhoud)
        )
        self.staat = replace(staat, toen=list_now(self.toen))
        for rij in geheugen["scans"]:
            self._remember(rij, _list_of(geheugen, inhoud))
        if any(ander.id == geheugen["open"] for ander in self.staat.andere):
            self.staat = replace(self.staat, open=str(geheugen["open"]))

    def write(self) -> dict[str, Any]:
        """Geef de gegevens in de vorm van nu."""
        opzet = self._setup(self.staat.opzet)
        self._fill_open()
        scan_id = opzet.id
        beurt = self._sheet("beurt", opzet, Vel(), "groep/beurt")
        groep = replace(
            self.staat.groep,
            beurt=beurt,
            manier=self._take("manier"),
            namen=self._take("verwacht-namen"),
            aantallen=self._take("verwacht-aantallen"),
            meer_mensen=tuple(self.delen.pop("dubbel-akkoord", None) or ()),
            los=bool(self.delen.pop("verslag-namen", False)),
            apart=bool(self.delen.pop("verslag-alleen", False)),
        )
        omvang = self._take("verslag-omvang")
        weergave = Weergave(
            tuple(self.delen.pop("uitslag-groepen", None) or ()) or None,
            self._take("uitslag-thema"),
            self._take("uitslag-groep"),
            self._take("samen-thema"),
            self._take("vergelijk-groep"),
            "volledig" if omvang == "volledig" else "kort",
        )
        for oud, nieuw in (
            ("eigen-thema", "+eigen/thema"),
            ("eigen-tekst", "+eigen/tekst"),
            ("ontvangen-link", "+ontvangen/link"),
        ):
            self._draft(nieuw, self._take(oud))
        for thema in self.toen.themas:
            self._judgement(f"samen-{scan_id}-{thema}", thema)
        stap = self._step(self._take("stap"))
        staat = replace(
            self.staat,
            opzet=opzet,
            groep=groep,
            weergave=weergave,
            overig=(*self.staat.overig, *self._leftovers()),
        )
        uit: dict[str, Any] = {"staat": codec.write(staat)}
        uit |= {"concept": self.concept} if self.concept else {}
        return uit | ({"plek": {"stap": stap}} if stap else {})

    def _take(self, naam: str) -> str:
        waarde = self.delen.pop(naam, None)
        return waarde if isinstance(waarde, str) else ""

    def _draft(self, pad: str, waarde: Any) -> None:
        if waarde:
            self.concept[pad] = waarde

    def _step(self, opschrift: str) -> str:
        nummer = opschrift.split(".", maxsplit=1)[0]
        codes = [stap.code for stap in instrument().stap]
        plek = int(nummer) - 1 if nummer.isdigit() else 0
        return codes[plek] if 0 < plek < len(codes) else ""

    def _setup(self, opzet: Opzet) -> Opzet:
        """Neem over wat in de velden van de scan stond en al een waarde is; de rest is een klad."""
        for naam in _VOLGT:
            self.delen.pop(naam, None)
        naam, dag = self._take("scan-naam"), self._take("scan-datum")
        groepen = self._take("scan-eigen-groepen")
        kort = " ".join(naam.split())
        if len(kort) > NAAM_LENGTE:
            self._draft("opzet/naam", naam)
        elif kort and self.gemaakt:
            opzet = replace(opzet, naam=kort)
        gelezen = read_field(Veld("datum", "Datum", "datum"), dag)
        if isinstance(gelezen, Invoerfout):
            self._draft("opzet/datum", dag)
        elif isinstance(gelezen, date) and self.gemaakt:
            opzet = replace(opzet, datum=gelezen)
        if groepen.split() != "\n".join(opzet.eigen_groepen).split():
            self._draft("opzet/eigen_groepen", groepen)
        return opzet

    def _remember(self, rij: Mapping[str, Any], toen: Instrument) -> None:
        try:
            opzet = from_fragment(str(rij["opzet"]), toen)
        except LinkError as fout:
            raise VormError(str(fout)) from fout
        eigen = opzet.id == self.staat.opzet.id
        pad = "groep/eigen" if eigen else f"andere/{opzet.id}/vel"
        blad = page_of(opzet, toen)
        bladen: dict[str, dict[str, Any]] = {}
        for code, antwoord in dict(rij["antwoorden"]).items():
            bladen.setdefault(blad(code), {})[code] = antwoord
        vel = Vel(
            str(rij["kenmerk"]),
            str(rij["tijd"]),
            str(rij["rol"]),
            "",
            str(rij["naam"]),
            bladen,
            notities=self._short(dict(rij["notities"]), pad),
            rest=rest_from_data(rij.get("rest", [])),
        )
        if eigen:
            groep = replace(self.staat.groep, eigen=vel)
            self.staat = replace(self.staat, groep=groep, plek=int(rij["plek"]))
        else:
            ander = AndereScan(opzet, vel, int(rij["plek"]))
            self.staat = replace(self.staat, andere=(*self.staat.andere, ander))

    def _short(self, notities: Mapping[str, str], pad: str) -> dict[str, str]:
        """Houd de teksten die passen; een te lange tekst is een klad."""
        for code, tekst in notities.items():
            if len(tekst) > NOTITIE_LENGTE:
                self._draft(f"{pad}/notities/{code}", tekst)
        return {code: t for code, t in notities.items() if t and len(t) <= NOTITIE_LENGTE}

    def _fill_open(self) -> None:
        """Zet op het vel dat openstond wat in de velden van het scherm stond."""
        staat = self.staat
        vel = self._sheet("invul", staat.invulopzet, staat.invulvel, staat.velpad)
        ander = staat.andere_open
        if ander is None:
            self.staat = replace(staat, groep=replace(staat.groep, eigen=vel))
            return
        andere = tuple(replace(a, vel=vel) if a is ander else a for a in staat.andere)
        self.staat = replace(staat, andere=andere)

    def _sheet(self, voor: str, opzet: Opzet, vel: Vel, pad: str) -> Vel:
        rol, naam = self._take(f"{voor}-rol"), self._take(f"{voor}-naam")
        bladen, notities = dict(vel.antwoorden), dict(vel.notities)
        for thema in self.toen.themas:
            begin_van = f"{voor}-{opzet.id}-{thema}"
            if gegeven := self.delen.pop(begin_van, None):
                bladen[thema] = dict(gegeven)
            for soort in _SOORTEN:
                if tekst := self._take(f"{begin_van}-{soort}"):
                    notities[notitiecode(thema, soort)] = tekst
        return replace(
            vel,
            rol=rol or vel.rol,
            naam=naam or vel.naam,
            antwoorden=bladen,
            notities=self._short(notities, pad),
        )

    def _judgement(self, voor: str, thema: str) -> None:
        """Bewaar wat op een blad stond en nog niet is vastgelegd."""
        oordeel = next((o for o in self.staat.samen if o.thema == thema), None)
        vast = _shown(oordeel) if oordeel else {}
        for veld in _OORDEEL:
            waarde = self._take(f"{voor}-{veld}")
            if waarde != vast.get(veld, ""):
                self._draft(f"+oordeel-{thema}/{veld}", waarde)

    def _leftovers(self) -> Iterator[tuple[str, str]]:
        for naam, waarde in {**self.delen, **self.over}.items():
            if waarde and waarde is not True:
                tekst = (
                    waarde if isinstance(waarde, str) else json.dumps(waarde, ensure_ascii=False)
                )
                yield naam, tekst[:20_000]


def _list_of(gegevens: Mapping[str, Any], inhoud: Instrument) -> Instrument:
    """Geef de vragenlijst waarmee iets is geschreven; 0.1.0 nam haar niet mee."""
    lijst = read_list(gegevens["toen"]) if "toen" in gegevens else first_list()
    return instrument_of(lijst, inhoud)


def _shown(oordeel: Samenoordeel) -> dict[str, str]:
    keuze = NIET_EENS if oordeel.oordeel is None else str(oordeel.oordeel)
    teksten = {naam: str(getattr(oordeel, naam)) for naam in _OORDEEL[2:]}
    return {"oordeel": keuze, "datum": datum_kort(oordeel.datum), **teksten}


def _read_extra(extra: Mapping[str, Any], toen: Instrument) -> Scan:
    if extra["controle"] != checksum(extra):
        raise VormError("de inhoud is na het bewaren veranderd of beschadigd")
    scan = _read_scan(extra, toen)
    return replace(scan, eerdere=tuple(_read_scan(ander, toen) for ander in extra["eerdere"]))


def _read_scan(gegevens: Mapping[str, Any], toen: Instrument) -> Scan:
    opzet = setup_from_object(gegevens["opzet"], toen)
    if gegevens["vragen"] != vraagafdruk(opzet, toen):
        raise VormError("dit bestand hoort bij een andere versie van de vragenlijst")
    vroeger = earlier_from_data(gegevens.get("vroeger", []))
    return Scan(
        opzet,
        from_state(gegevens["bronnen"], vragenset(opzet, toen), vroeger),
        tuple(_read_joint(dict(oordeel)) for oordeel in gegevens["samen"]),
        zout=str(gegevens.get("zout", "")),
        overig=as_pairs(gegevens.get("overig", [])),
    )


def _read_joint(gegevens: dict[str, Any]) -> Samenoordeel:
    laag, hoog = gegevens.pop("vooraf") or (None, None)
    return codec.read(Samenoordeel, gegevens | {"vooraf_laag": laag, "vooraf_hoog": hoog})
