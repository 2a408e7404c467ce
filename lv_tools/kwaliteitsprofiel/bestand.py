"""Bestanden: het beeld van een ander erbij, het eigen beeld doorgeven, en een eerder jaar lezen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.onderzoek.respons import same_name
from lv_tools.basis.opslag.werkbestand import (
    Bewaard,
    Leesfout,
    clean_name,
    from_json,
    now,
    to_json,
)
from lv_tools.basis.taal.momenten import rank
from lv_tools.basis.taal.vergelijkbaar import plain
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError, refuse_newer
from lv_tools.kwaliteitsprofiel.model.profiel import (
    MEESTE_BEELDEN,
    MEESTE_TAKEN,
    TEKENAARS,
    VRAGEN,
    Beeld,
    Eigentaak,
    Kern,
    Profiel,
)
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud

NAAM, VERSIE = "kwaliteitsprofiel", 1


@dataclass(frozen=True)
class Bijeen:
    """Wat er met elk beeld uit een bestand gebeurde."""

    kern: Kern
    erbij: tuple[Beeld, ...] = ()
    vernieuwd: tuple[Beeld, ...] = ()
    dubbel: tuple[Beeld, ...] = ()
    ouder: tuple[Beeld, ...] = ()


def opened(profiel: Profiel, inhoud: Profielinhoud) -> Profiel:
    """Keur een gelezen profiel.

    Raises
    ------
    Nieuwer
        Als het bij een nieuwere vragenlijst hoort.
    VormError
        Als er iets in staat wat niet kan.
    """
    refuse_newer(profiel.lijst, inhoud.lijst)
    for kern in (profiel.kern, *([profiel.eerder] if profiel.eerder else [])):
        for reeks in (kern.beelden, kern.taken, kern.afspraken):
            kenmerken = [element.id for element in reeks]
            if len(set(kenmerken)) != len(kenmerken):
                raise VormError("twee onderdelen hebben hetzelfde kenmerk")
        if tuple(a.id for a in kern.akkoord) != TEKENAARS:
            raise VormError("‘akkoord’ heeft niet de goede vorm")
        for beeld in kern.beelden:
            _check_answers(beeld, inhoud)
    return replace(profiel, lijst=inhoud.lijst)


def _check_answers(beeld: Beeld, inhoud: Profielinhoud) -> None:
    for vraag in inhoud.vraag:
        for code, waarde in beeld.answers(vraag.code).items():
            if waarde and waarde > len(vraag.opties):
                raise VormError(
                    f"het antwoord op ‘{vraag.titel}’ bij ‘{code}’ is {waarde}, en er zijn er "
                    f"{len(vraag.opties)}"
                )


def read_file(naam: str, bytes_: bytes, inhoud: Profielinhoud) -> Profiel:
    """Lees een bestand van dit hulpmiddel.

    Raises
    ------
    VormError
        Als het niet te lezen is, met wat de lezer kan doen.
    """
    bewaard = from_json(bytes_, NAAM, VERSIE, bestand=f"‘{clean_name(naam)}’")
    if isinstance(bewaard, Leesfout):
        raise VormError(str(bewaard).rstrip("."))
    return opened(codec.read(Profiel, bewaard.staat.get("staat")), inhoud)


def own_file(profiel: Profiel, beeld: Beeld) -> bytes:
    """Schrijf één beeld, om door te geven; van anderen staat er niets in."""
    k = profiel.kern
    kern = Kern(k.titel, k.niveau, k.jaar, k.weken, k.taken, (beeld,), k.minuten)
    staat = {"staat": codec.write(Profiel(kern, lijst=profiel.lijst))}
    return to_json(Bewaard(NAAM, VERSIE, "Beeld van één persoon", now(), staat)).encode()


def bring_together(kern: Kern, ander: Kern, inhoud: Profielinhoud) -> Bijeen:
    """Voeg de ingevulde beelden uit een ander bestand toe; van elke persoon telt er één.

    Dezelfde persoon is: hetzelfde kenmerk zonder een andere naam, of dezelfde rol met dezelfde
    naam, of precies dezelfde antwoorden. Van twee telt de laatst gewijzigde. Wie in een
    rondgestuurd bestand dezelfde plaats invulde als een ander, krijgt een eigen plaats.

    Raises
    ------
    VormError
        Als het bestand ergens anders bij hoort, of als het niet past.
    """
    _check_same(kern, ander, inhoud)
    nieuwe = [beeld for beeld in ander.beelden if beeld.is_filled]
    if not nieuwe:
        raise VormError("er staat geen ingevuld beeld in")
    taken, codes = _join_tasks(kern.taken, ander.taken)
    beelden, uit = list(kern.beelden), dict[str, list[Beeld]]()
    for los in nieuwe:
        beeld = _recode(los, codes)
        plek = _find(beelden, beeld)
        if plek is None:
            if len(beelden) >= MEESTE_BEELDEN:
                raise VormError(f"er passen hoogstens {MEESTE_BEELDEN} mensen in een profiel")
            bezet = any(ander.id == beeld.id for ander in beelden)
            beeld = replace(beeld, id=new_id()) if bezet else beeld
            beelden.append(beeld)
            soort = "erbij"
        else:
            soort, beelden[plek] = _newest(beelden[plek], beeld)
        uit.setdefault(soort, []).append(beeld)
    nieuw = replace(kern, taken=taken, beelden=tuple(beelden))
    for veld in ("titel", "jaar"):
        if not getattr(kern, veld).strip():
            nieuw = replace(nieuw, **{veld: getattr(ander, veld)})
    return Bijeen(nieuw, **{soort: tuple(wie) for soort, wie in uit.items()})


def take_back(eerst: Kern, erna: Kern, nu: Kern) -> Kern:
    """Haal weg wat er met bestanden bijkwam; wat daarna nog veranderde, blijft."""
    gekomen = {beeld.id: beeld for beeld in erna.beelden}
    anders = {b.id: b for b in nu.beelden if gekomen.get(b.id) != b}
    beelden = [anders.pop(beeld.id, beeld) for beeld in eerst.beelden]
    gebruikt = {code for b in anders.values() for vraag in VRAGEN for code in b.answers(vraag)}
    erbij = {taak.id for taak in erna.taken} - {taak.id for taak in eerst.taken} - gebruikt
    taken = tuple(taak for taak in nu.taken if taak.id not in erbij)
    gelijk = {
        veld: getattr(eerst, veld)
        for veld in ("titel", "jaar")
        if getattr(nu, veld) == getattr(erna, veld)
    }
    return replace(nu, beelden=(*beelden, *anders.values()), taken=taken, **gelijk)


def read_earlier(kern: Kern, ander: Profiel, inhoud: Profielinhoud) -> Kern:
    """Geef het profiel van een jaar eerder uit een bestand.

    Raises
    ------
    VormError
        Als het voor het andere niveau is, of voor hetzelfde schooljaar.
    """
    _check_level(kern, ander.kern, inhoud)
    jaar = kern.jaar.strip()
    if jaar and plain(jaar) == plain(ander.kern.jaar):
        raise VormError(inhoud.zeg("bestand_zelfde_jaar", jaar=jaar))
    return ander.kern


def _check_same(kern: Kern, ander: Kern, inhoud: Profielinhoud) -> None:
    _check_level(kern, ander, inhoud)
    for wat, hier, daar in (
        ("titel", kern.titel.strip(), ander.titel.strip()),
        ("jaar", kern.jaar.strip(), ander.jaar.strip()),
    ):
        if hier and daar and plain(hier) != plain(daar):
            raise VormError(inhoud.zeg(f"bestand_ander_{wat}", daar=daar, hier=hier))


def _check_level(kern: Kern, ander: Kern, inhoud: Profielinhoud) -> None:
    if kern.niveau != ander.niveau:
        daar, hier = (inhoud.niveau[k.niveau].naam for k in (ander, kern))
        raise VormError(inhoud.zeg("bestand_ander_niveau", daar=daar, hier=hier))


def _join_tasks(
    eigen: Sequence[Eigentaak], andere: Sequence[Eigentaak]
) -> tuple[tuple[Eigentaak, ...], dict[str, str]]:
    """Voeg eigen taken samen; dezelfde woorden zijn dezelfde taak, onder het kenmerk van hier."""
    taken, codes = list(eigen), dict[str, str]()
    for taak in andere:
        zelfde = next(
            (t for t in taken if t.id == taak.id or plain(t.tekst) == plain(taak.tekst) != ""), None
        )
        if zelfde is not None:
            codes[taak.id] = zelfde.id
        elif taak.tekst.strip():
            if len(taken) >= MEESTE_TAKEN:
                raise VormError(
                    f"er passen hoogstens {MEESTE_TAKEN} eigen taken in een profiel; haal er bij "
                    "stap 1 een weg en voeg het bestand daarna weer toe"
                )
            taken.append(taak)
    return tuple(taken), {oud: nieuw for oud, nieuw in codes.items() if oud != nieuw}


def _recode(beeld: Beeld, codes: Mapping[str, str]) -> Beeld:
    if not codes:
        return beeld
    velden: dict[str, Any] = {
        veld: {codes.get(code, code): wat for code, wat in getattr(beeld, veld).items()}
        for veld in (*VRAGEN, "uren")
    }
    return replace(beeld, **velden)


def _find(beelden: Sequence[Beeld], beeld: Beeld) -> int | None:
    """Zoek dezelfde persoon; anders een lege plaats die voor hem klaarstond."""
    naam = same_name(beeld.naam)
    proeven: tuple[Callable[[Beeld], bool], ...] = (
        lambda b: b.id == beeld.id and "" in (naam, same_name(b.naam)),
        lambda b: b.rol == beeld.rol != "" and same_name(b.naam) == naam != "",
        lambda b: b.is_filled and b.print == beeld.print,
        lambda b: b.rol == beeld.rol != "" and not b.is_filled and not (b.naam.strip() and naam),
    )
    for zelfde in proeven:
        for plek, ander in enumerate(beelden):
            if zelfde(ander):
                return plek
    return None


def _newest(hier: Beeld, daar: Beeld) -> tuple[str, Beeld]:
    """Zeg welke van twee beelden van dezelfde persoon telt, en hoe dat heet."""
    if not hier.is_filled:
        return "erbij", replace(daar, naam=daar.naam or hier.naam)
    if hier.print == daar.print:
        return "dubbel", hier
    if (rank(daar.versie), daar.print) > (rank(hier.versie), hier.print):
        return "vernieuwd", daar
    return "ouder", hier
