"""Dezelfde persoon herkennen in een bestand dat erbij komt.

Een nummer met een begintijd op de seconde is van één persoon. Al het andere is zwakker: op de
minuut kunnen twee formulieren dezelfde rij hebben, en nummer 3 van het ene team is niet nummer 3
van het andere. Dan beslist de lijst als geheel: lijken de rijen met een gelijk kenmerk op elkaar,
dan is het een nieuwere versie van dezelfde lijst, en anders zijn het andere mensen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from lv_tools.basis.onderzoek.respondenten import Herkenning, Respondent, Sterkte, table_key
from lv_tools.basis.onderzoek.respons import same_name
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.momenten import as_text, rank

#: Vanaf hier begint de nummering van mensen die hetzelfde kenmerk hebben en iemand anders zijn.
_STAP = 1000
#: Hoeveel lijsten er met dezelfde kenmerken naast elkaar kunnen staan.
_LIJSTEN = 60
#: Zoveel later is een antwoord een verbetering, en niet een ander formulier van die bijeenkomst.
_LATER = timedelta(hours=2)
#: Welk deel van de antwoorden gelijk moet zijn om aan dezelfde persoon te denken.
_GELIJK = 0.75
#: Zoveel rijen zeggen genoeg over de vraag of een lijst met minuten er al met seconden in staat.
_PROEF = 25


@dataclass(frozen=True)
class Herkend:
    """Een bron met de kenmerken die zij krijgt naast wat er al is.

    Parameters
    ----------
    bron
        De bron zoals zij toegevoegd kan worden.
    was
        Per kenmerk het kenmerk waarmee de rij gelezen is.
    apart
        Mensen met het kenmerk van een ander die als andere mensen meetellen.
    onzeker
        Mensen van wie het kenmerk zwak is en de antwoorden veranderd zijn.
    gelijktijdig
        Mensen van wie er twee versies met dezelfde tijd zijn.
    alleen_inhoud
        Mensen die alleen aan hun antwoorden te herkennen zijn, en niet ook aan de bestandsnaam.
    """

    bron: Bron
    was: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[Respondent, ...] = ()
    apart_soort: str = ""
    onzeker: tuple[Respondent, ...] = ()
    gelijktijdig: tuple[Respondent, ...] = ()
    alleen_inhoud: tuple[Respondent, ...] = ()


class Bekenden:
    """Wie er al staan, op te zoeken met het kenmerk zoals het uit een tabel komt.

    In een anonieme groep staat iedereen onder een ander kenmerk; ``pas`` zegt welk.
    """

    def __init__(self, bronnen: Sequence[Bron], pas: Callable[[Bron], Bron]) -> None:
        self.bronnen, self._pas = bronnen, pas
        self.opgeslagen: dict[str, list[Respondent]] = {}
        for bron in bronnen:
            for respondent in bron.respondenten:
                self.opgeslagen.setdefault(respondent.id, []).append(respondent)
        self._namen: dict[str, str] = {}

    def remember(self, namen: Mapping[str, str]) -> None:
        """Onthoud bij welk kenmerk welk bewaard kenmerk hoort."""
        self._namen |= namen

    def stored(self, kenmerk: str) -> str:
        """Geef het kenmerk waaronder iemand in deze groep staat."""
        if kenmerk not in self._namen:
            (wie,) = self._pas(Bron("", (Respondent(kenmerk, "", {}),))).respondenten
            self._namen[kenmerk] = wie.id
        return self._namen[kenmerk]

    def get(self, kenmerk: str) -> list[Respondent]:
        """Geef alle versies van iemand; leeg als hij er niet staat."""
        return self.opgeslagen.get(self.stored(kenmerk), [])


def recognise(
    bronnen: Sequence[Bron],
    bron: Bron,
    herkenning: Mapping[str, Herkenning],
    pas: Callable[[Bron], Bron],
) -> Herkend:
    """Geef de respondenten van een bron het kenmerk waaronder zij er al in staan.

    Parameters
    ----------
    pas
        Maakt een bron passend bij de manier van werken, zoals zonder namen. De uitkomst past.
    """
    bekend = Bekenden(bronnen, pas)
    if not bekend.opgeslagen:
        klaar = pas(bron)
        lezing = zip(klaar.respondenten, bron.respondenten, strict=True)
        return Herkend(klaar, {na.id: voor.id for na, voor in lezing})
    # Vergelijken gaat met wat in deze groep van een respondent overblijft.
    klaar = pas(bron)
    paren = list(zip(bron.respondenten, klaar.respondenten, strict=True))
    passend = {voor.id: na for voor, na in paren}
    bekend.remember({kenmerk: na.id for kenmerk, na in passend.items()})
    nieuw: dict[str, str] = _older_keys(bron, herkenning, bekend)
    nieuw |= _same_moment(bron, passend, herkenning, bekend, nieuw)
    apart_ids: set[str] = set()
    apart_soort = ""
    for sterkte in ("minuut", "nummer", "inhoud"):
        groep = {
            r.id: passend[r.id]
            for r in bron.respondenten
            if _strength_of(r.id, herkenning) == sterkte and r.id not in nieuw
        }
        if lijst := _which_list(groep, sterkte, bron, bekend):
            apart_soort = sterkte
            apart_ids |= {kenmerk for kenmerk in groep if bekend.get(kenmerk)}
            nieuw |= {kenmerk: _variant(kenmerk, lijst) for kenmerk in groep}
    was: dict[str, str] = {}
    mensen = []
    for voor, na in paren:  # van twee versies in één bestand houdt elk haar eigen antwoorden
        kenmerk = bekend.stored(nieuw.get(voor.id, voor.id))
        was[kenmerk] = voor.id
        eerder = bekend.opgeslagen.get(kenmerk, [])
        past = replace(na, id=kenmerk)
        mensen.append(_with_version(past, eerder, pas, stempel=voor.id in herkenning))
    return _judge(
        replace(klaar, respondenten=tuple(mensen)),
        was,
        apart_ids,
        apart_soort,
        herkenning=herkenning,
        bekend=bekend,
        naam=bron.naam,
    )


def _judge(
    bron: Bron,
    was: Mapping[str, str],
    apart_ids: set[str],
    apart_soort: str,
    *,
    herkenning: Mapping[str, Herkenning],
    bekend: Bekenden,
    naam: str,
) -> Herkend:
    """Zeg van wie niet zeker is of hij dezelfde is, of welke versie telt."""
    staat = bekend.opgeslagen
    mensen = bron.respondenten
    # Drie collega's sturen elk hetzelfde sjabloon terug: ‘sjabloon (1)’ is dan een ander mens. Een
    # hele lijst die precies gelijk is, is wel dezelfde lijst.
    zelfde_naam = {
        r.id
        for b in bekend.bronnen
        if stem(b.naam) == stem(naam) and (b.naam == naam or len(mensen) > 1)
        for r in b.respondenten
    }
    return Herkend(
        bron,
        was,
        apart=tuple(
            r for r in mensen if was[r.id] in apart_ids and not _stands(r, staat.get(r.id, []))
        ),
        apart_soort=apart_soort,
        onzeker=_unsure(mensen, was, herkenning, staat),
        gelijktijdig=tuple(r for r in mensen if _tied(r, staat.get(r.id, []))),
        alleen_inhoud=tuple(
            r
            for r in mensen
            if _strength_of(was[r.id], herkenning) in {"inhoud", "nummer"}
            and r.id not in zelfde_naam
        ),
    )


def _unsure(
    mensen: Sequence[Respondent],
    was: Mapping[str, str],
    herkenning: Mapping[str, Herkenning],
    bekend: Mapping[str, list[Respondent]],
) -> tuple[Respondent, ...]:
    """Zoek wie anders antwoordt dan er staat, terwijl niets anders zegt dat het die persoon is."""
    onzeker: list[Respondent] = []
    for sterkte in ("seconde", "minuut", "nummer"):
        groep = [
            r for r in mensen if _strength_of(was[r.id], herkenning) == sterkte and r.id in bekend
        ]
        anders = [r for r in groep if not _stands(r, bekend[r.id])]
        if sterkte == "seconde" and len(anders) == 1:
            continue
        if sterkte != "nummer" and (
            len(anders) < len(groep) or any(_much_later(r, bekend[r.id]) for r in anders)
        ):
            continue
        onzeker += anders
    return tuple(onzeker)


def _older_keys(
    bron: Bron, herkenning: Mapping[str, Herkenning], bekend: Bekenden
) -> dict[str, str]:
    """Zoek wie er al in staat onder een kenmerk van vroeger, of met een preciezere begintijd."""
    gevonden: dict[str, str] = {}
    geprobeerd = 0
    for respondent in bron.respondenten:
        rij = herkenning.get(respondent.id)
        if rij is None or bekend.get(respondent.id):
            continue
        for kenmerk in rij.vroeger:
            staat = bekend.get(kenmerk)
            if staat and (rij.sterkte != "tijd" or any(not r.versie for r in staat)):
                gevonden[respondent.id] = kenmerk
                break
        else:
            met_tijd = len(rij.delen) > 1 and rank(rij.delen[1])[0] == 2
            if met_tijd and (gevonden or geprobeerd < _PROEF):
                geprobeerd += 1
                if kenmerk := _other_precision(rij, bekend):
                    gevonden[respondent.id] = kenmerk
    return gevonden


def _same_moment(
    bron: Bron,
    passend: Mapping[str, Respondent],
    herkenning: Mapping[str, Herkenning],
    bekend: Bekenden,
    nieuw: Mapping[str, str],
) -> dict[str, str]:
    """Zoek wie er al staat met dezelfde tijd en dezelfde antwoorden, onder een ander kenmerk.

    Zo telt dezelfde export zonder de kolom met mailadressen niemand opnieuw.
    """
    over = {
        kenmerk: passend[kenmerk]
        for kenmerk, rij in herkenning.items()
        if rij.sterkte in {"tijd", "adres"} and kenmerk in passend and kenmerk not in nieuw
        and not bekend.get(kenmerk) and passend[kenmerk].versie
    }  # fmt: skip
    if not over:
        return {}
    bezet = {bekend.stored(nieuw.get(r.id, r.id)) for r in bron.respondenten}
    per_inhoud: dict[str, list[Respondent]] = {}
    for eerder in bekend.bronnen:
        for ander in eerder.respondenten:
            if ander.versie and ander.id not in bezet:
                per_inhoud.setdefault(ander.inhoud, []).append(ander)
    gevonden: dict[str, str] = {}
    for kenmerk, respondent in over.items():
        for ander in per_inhoud.get(respondent.inhoud, ()):
            if ander.id not in bezet and _same_time(ander.versie, respondent.versie):
                gevonden[kenmerk] = ander.id
                bezet.add(ander.id)
                break
    return gevonden


def _other_precision(rij: Herkenning, bekend: Bekenden) -> str:
    """Zoek dezelfde tijd met seconden als deze alleen minuten heeft, en andersom."""
    eerste, tijd, *rest = rij.delen
    seconden: Iterable[int] = range(1, 60) if tijd[17:19] == "00" else (0,)
    for seconde in seconden:
        ander = f"{tijd[:17]}{seconde:02}{tijd[19:]}"
        kenmerk = f"{table_key([eerste, ander, *rest])}-{rij.volgnummer}"
        if bekend.get(kenmerk):
            return kenmerk
    return ""


def _which_list(groep: Mapping[str, Respondent], sterkte: str, bron: Bron, bekend: Bekenden) -> int:
    """Geef welke lijst met deze kenmerken dit is: 0 is de eerste, en een nieuwe is de volgende."""
    for lijst in range(_LIJSTEN if groep else 0):
        kenmerken = {kenmerk: _variant(kenmerk, lijst) for kenmerk in groep}
        paren = [
            (groep[kenmerk], staat)
            for kenmerk, variant in kenmerken.items()
            if (staat := bekend.get(variant))
        ]
        if not paren:
            return lijst
        opgeslagen = [bekend.stored(variant) for variant in kenmerken.values()]
        if sterkte == "inhoud":
            zelfde = _same_rows(opgeslagen, bekend.bronnen, bron)
        elif sterkte == "minuut":
            zelfde = _same_form(paren)
        else:
            zelfde = _same_numbers(paren, set(opgeslagen), bekend.bronnen, bron)
        if zelfde:
            return lijst
    return 0


def _same_form(paren: Sequence[tuple[Respondent, list[Respondent]]]) -> bool:
    """Is dit een latere export van hetzelfde formulier?"""
    if any(_other_name(r, eerder) for r, eerder in paren):
        return False
    if len(paren) == 1 or any(_stands(r, eerder) for r, eerder in paren):
        return True
    return any(_much_later(r, eerder) for r, eerder in paren)


def _same_numbers(
    paren: Sequence[tuple[Respondent, list[Respondent]]],
    kenmerken: set[str],
    bronnen: Sequence[Bron],
    bron: Bron,
) -> bool:
    """Is dit een nieuwe versie van dezelfde genummerde lijst?"""
    if any(_other_name(r, eerder) for r, eerder in paren):
        return False
    gelijk = sum(_stands(r, eerder) for r, eerder in paren)
    if 2 * gelijk >= len(paren):
        return True
    if any(
        stem(eerder.naam) == stem(bron.naam) and kenmerken & {r.id for r in eerder.respondenten}
        for eerder in bronnen
    ):
        return True
    lijkt = [max(_likeness(r, ander) for ander in eerder) for r, eerder in paren]
    return sum(lijkt) >= _GELIJK * len(lijkt)


def _same_rows(kenmerken: Sequence[str], bronnen: Sequence[Bron], bron: Bron) -> bool:
    """Is dit dezelfde lijst zonder nummers, of dezelfde lijst langer of korter?"""
    gezocht = set(kenmerken)
    for eerder in bronnen:
        staat = [r.id for r in eerder.respondenten]
        if not gezocht & set(staat):
            continue
        if gezocht == set(staat):
            continue
        kort, lang = sorted((list(kenmerken), staat), key=len)
        zelfde_naam = stem(eerder.naam) == stem(bron.naam) and set(kort) <= set(lang)
        if not zelfde_naam and not (len(kort) > 1 and _run(kort, lang)):
            return False
    return True


def _run(kort: Sequence[str], lang: Sequence[str]) -> bool:
    """Staat de korte rij als één aaneengesloten stuk in de lange?"""
    if kort[0] not in lang:
        return False
    begin = lang.index(kort[0])
    return list(lang[begin : begin + len(kort)]) == list(kort)


def _with_version(
    respondent: Respondent,
    eerder: Sequence[Respondent],
    pas: Callable[[Bron], Bron],
    *,
    stempel: bool,
) -> Respondent:
    """Geef een versie die past bij wat er al is.

    Wie er al precies zo in staat, houdt die versie. Wie geen tijd heeft en anders antwoordt dan wat
    er staat, is met een ``stempel`` door het toevoegen de laatste.
    """
    if not eerder:
        return respondent
    for ander in eerder:
        if ander.inhoud == respondent.inhoud and _same_time(ander.versie, respondent.versie):
            return replace(respondent, versie=ander.versie)
    if respondent.versie or not stempel:
        return respondent
    hoogste = max(rank(ander.versie) for ander in eerder)
    (nu,) = pas(Bron("", (replace(respondent, versie=now().isoformat()),))).respondenten
    versie = nu.versie
    if rank(versie) <= hoogste:
        # Een minuut, want in een anonieme groep hebben tijden geen seconden.
        versie = as_text(datetime.fromisoformat(hoogste[1]) + timedelta(minutes=1))
    return replace(respondent, versie=versie)


def _same_time(een: str, ander: str) -> bool:
    """Zijn twee tijden gelijk, ook als een van beide alleen minuten heeft?"""
    if not ander or rank(een) == rank(ander):
        return True
    (soort, a), (soort_b, b) = rank(een), rank(ander)
    if soort != 2 or soort_b != 2:
        return False
    return a[:16] == b[:16] and "00" in {a[17:19], b[17:19]}


def _stands(respondent: Respondent, eerder: Iterable[Respondent]) -> bool:
    return any(ander.inhoud == respondent.inhoud for ander in eerder)


def _tied(respondent: Respondent, eerder: Sequence[Respondent]) -> bool:
    return bool(respondent.versie) and any(
        rank(ander.versie) == rank(respondent.versie) and ander.inhoud != respondent.inhoud
        for ander in eerder
    )


def _other_name(respondent: Respondent, eerder: Iterable[Respondent]) -> bool:
    namen = {same_name(ander.naam) for ander in eerder} - {""}
    naam = same_name(respondent.naam)
    return bool(naam and namen) and naam not in namen


def _much_later(respondent: Respondent, eerder: Iterable[Respondent]) -> bool:
    eigen = rank(respondent.versie)
    for ander in eerder:
        hunne = rank(ander.versie)
        if eigen[0] == hunne[0] == 2:
            verschil = datetime.fromisoformat(eigen[1]) - datetime.fromisoformat(hunne[1])
            if abs(verschil) > _LATER:
                return True
    return False


def _likeness(een: Respondent, ander: Respondent) -> float:
    """Geef welk deel van de antwoorden gelijk is; een andere rol is niet gelijk."""
    codes = {*een.antwoorden, *ander.antwoorden}
    if een.rol != ander.rol or not codes:
        return 0.0
    leeg = object()
    gelijk = sum(een.antwoorden.get(c, leeg) == ander.antwoorden.get(c, leeg) for c in codes)
    return gelijk / len(codes)


def stem(naam: str) -> str:
    """Geef een bestandsnaam zonder extensie en zonder het nummer van een kopie.

    Examples
    --------
    >>> stem("Lijst (2).xlsx") == stem("lijst.csv")
    True
    """
    kaal = re.sub(r"\.(?:xlsx|xlsm|csv|txt|tsv|ods|json)$", "", naam.strip().casefold())
    return re.sub(r"\s*(?:\(\d+\)|-\s*kopie)$", "", kaal).strip()


def _variant(kenmerk: str, lijst: int) -> str:
    afdruk, _streep, volgnummer = kenmerk.rpartition("-")
    return f"{afdruk}-{int(volgnummer) + _STAP * lijst}" if lijst else kenmerk


def _strength_of(kenmerk: str, herkenning: Mapping[str, Herkenning]) -> Sterkte | None:
    return herkenning[kenmerk].sterkte if kenmerk in herkenning else None
