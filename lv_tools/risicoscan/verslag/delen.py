"""Elk deel van de uitkomst als blokken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lv_tools.basis.taal.notatie import LEEG, opsomming, procent
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Figuurblok, Kop, Opsomming
from lv_tools.basis.uitvoer.kort import first_page
from lv_tools.risicoscan.figuur import draw_profile, draw_risks, judgement, people, sureness
from lv_tools.risicoscan.model.onderzoek import Feit, behind, challenges, helped
from lv_tools.risicoscan.model.uitkomst import Uitkomst
from lv_tools.risicoscan.teksten import HERKENNING, OBSTAKELS, Instrument

BRON_UITDAGING, BRON_HULP = "onderzoek, bijlage 2.1", "onderzoek, bijlage 2.2"


def headline(uitkomst: Uitkomst, inhoud: Instrument) -> str:
    """Zeg in één zin wat de groep ziet, of waarom er niets te zien is."""
    if not uitkomst.personen:
        return inhoud.zeg("nog_niets")
    if not uitkomst.zichtbaar:
        anoniem = uitkomst.scan.groep.is_anonymous
        return inhoud.zeg("te_klein" if anoniem else "een_persoon")
    return inhoud.zeg(
        "kop",
        zorgen=_codes(uitkomst.of_kind("zorg")),
        letop=_codes(uitkomst.of_kind("let-op")),
        mensen=people(uitkomst.personen),
    )


#: Zoveel rijen zijn achterin een zaal te lezen; dat aantal is van ons.
OP_DE_MUUR = 5


def in_short(uitkomst: Uitkomst, inhoud: Instrument) -> Blok:
    """Geef de eerste bladzijde: het profiel, en wat de groep als eerste beter wil."""
    punten = tuple(
        f"{punt.wat.rstrip('. ')} ({', '.join(punt.standaarden)})" if punt.standaarden else punt.wat
        for punt in uitkomst.scan.punten
    )
    blad = draw_profile(uitkomst, inhoud) if uitkomst.zichtbaar else None
    verder = (Kop(inhoud.zeg("punten_titel"), 2), Opsomming(punten, genummerd=True))
    return first_page(headline(uitkomst, inhoud), blad, verder=verder if punten else ())


def profile(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef het profiel, en waar mensen het oneens zijn."""
    zeg = inhoud.zeg
    if not uitkomst.zichtbaar:
        return
    yield Kop(zeg("profiel"))
    if blad := draw_profile(uitkomst, inhoud):
        yield Figuurblok(blad)
    if uitkomst.personen < 2:
        return
    yield Kop(zeg("oneens"))
    oneens = [b for b in uitkomst.beelden.values() if b.is_divided]
    if oneens:
        yield Alinea(zeg("oneens_uitleg"))
        yield Opsomming(
            tuple(
                f"{inhoud.full(b.code)}: {_spread(b.verdeling.aantallen, inhoud)}"
                for b in oneens
                if b.verdeling
            )
        )
    else:
        yield Alinea(zeg("oneens_geen"))
    if verschil := uitkomst.verschil:
        yield Alinea(
            zeg(
                "oneens_rol",
                code=verschil.code,
                hoog=verschil.hoog,
                hoogp=procent(float(100 * verschil.hoog_deel), 0),
                laag=verschil.laag,
                laagp=procent(float(100 * verschil.laag_deel), 0),
            )
        )
        yield _roles(uitkomst, inhoud)
    if uitkomst.verborgen:
        yield Alinea(uitkomst.verborgen, klein=True)


def on_the_wall(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wat er op de muur past: de standaarden waar de meeste mensen zorg zien."""
    blad = draw_profile(uitkomst, inhoud, OP_DE_MUUR) if uitkomst.zichtbaar else None
    if blad:
        yield Figuurblok(blad)


def evidence(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef het bewijs bij elke zorg, en de signalen die zijn meegebracht."""
    zeg, beelden = inhoud.zeg, uitkomst.beelden.values()
    yield Kop(zeg("bewijzen"))
    rijen = tuple(
        (
            inhoud.full(b.code),
            judgement(b, inhoud),
            sureness(b, inhoud) or LEEG,
            "; ".join(
                (*b.bewijzen, *(f"{_signal(s.signaal)} ({s.van.hulpmiddel})" for s in b.signalen))
            ),
        )
        for b in beelden
        if b.bewijzen or b.signalen
    )
    if rijen:
        koppen = ("Standaard", "Beeld", "Hoe zeker", "Waaruit dat blijkt")
        yield Bloktabel(zeg("bewijzen_tabel"), koppen, rijen, breedtes=(3, 2, 2, 6))
    else:
        yield Alinea(zeg("bewijzen_geen"))
    if verborgen := [b.code for b in beelden if b.bewijs_verborgen]:
        yield Alinea(zeg("bewijzen_klein", codes=opsomming(verborgen)), klein=True)


def research(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wat in het onderzoek samenging, met n, interval en de merken van de controles."""
    zeg, zorgen = inhoud.zeg, uitkomst.concerns
    noten: dict[str, None] = {}
    yield Kop(zeg("onderzoek"))
    yield Alinea(zeg("onderzoek_uitleg"))
    if blad := draw_risks(uitkomst, inhoud):
        yield Figuurblok(blad)
    else:
        yield Alinea(zeg("geen_soort"))
    rijen = [(code, feit) for code in zorgen for feit in challenges(code)]
    if rijen:
        koppen = ("Standaard", "Uitdaging", "In deze groep", "Controle")
        titel = f"{zeg('uitdagingen')} ({BRON_UITDAGING})"
        yield _facts(titel, koppen, rijen, noten, inhoud)
    zonder = [code for code in zorgen if not challenges(code)]
    if zonder:
        yield Alinea(zeg("uitdagingen_geen", codes=opsomming(zonder)), klein=True)
    hulp = [(h.naam, f) for h in uitkomst.herkend[OBSTAKELS] for f in helped(h.naam)]
    if hulp:
        yield Alinea(zeg("ingrepen_uitleg"))
        koppen = ("Obstakel", "Hulp", "In deze groep", "Controle")
        yield _facts(f"{zeg('ingrepen')} ({BRON_HULP})", koppen, hulp, noten, inhoud)
    if noten:
        yield Alinea(zeg("noten"))
        yield Opsomming(tuple(noten))


def deeper(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de vraag achter de vraag."""
    zeg, zorgen = inhoud.zeg, uitkomst.concerns
    rest = [code for code in uitkomst.beelden if code not in zorgen]
    soort = uitkomst.scan.soort
    gevonden = behind(zorgen, rest, soort, inhoud)
    yield Kop(zeg("achter"))
    yield Alinea(zeg("achter_uitleg" if gevonden else "achter_geen"))
    for deel in gevonden:
        yield Kop(f"{inhoud.full(deel.code)} ({judgement(uitkomst.beelden[deel.code], inhoud)})", 2)
        zinnen = [f"{v.tekst} ({v.bron})" for v in deel.verbanden]
        if deel.samen and deel.risico:
            genoemd, minstens, hoogstens = deel.samen
            zinnen.append(
                zeg(
                    "achter_grens",
                    n=deel.risico.n,
                    soort=soort[:1].lower() + soort[1:],
                    minstens=minstens,
                    hoogstens=hoogstens,
                    genoemd=genoemd,
                    code=deel.code,
                )
            )
        yield Opsomming((*zinnen, zeg("achter_kijk", kijk=inhoud.bij[deel.code].kijk)))


def unknown(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wat wij niet weten, waar te kijken, en wie het kan vertellen."""
    zeg, wie = inhoud.zeg, uitkomst.scan.wie
    rijen = tuple(
        (
            inhoud.full(b.code),
            f"{judgement(b, inhoud)}, {zeg('onbekend_klein')}"
            if b.zekerheid
            else judgement(b, inhoud),
            inhoud.bij[b.code].kijk,
            wie.get(b.code, "").strip() or zeg("onbekend_voorstel", wie=inhoud.bij[b.code].wie),
        )
        for b in uitkomst.beelden.values()
        if b.is_unknown
    )
    yield Kop(zeg("onbekend"))
    if rijen:
        yield Alinea(zeg("onbekend_uitleg"))
        koppen = ("Standaard", "Nu", "Waar te kijken", "Wie het kan vertellen")
        yield Bloktabel(zeg("onbekend_tabel"), koppen, rijen, breedtes=(3, 2, 5, 4))
    else:
        yield Alinea(zeg("onbekend_geen"))
    een_blik = [
        b.code
        for b in uitkomst.beelden.values()
        if b.soort == "geen-zorg" and b.zekerheid == "een-blik"
    ]
    if een_blik:
        yield Alinea(zeg("onbekend_rustig", codes=opsomming(een_blik)))


def recognised(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wat er in de weg staat en wat werkt, elk herkend of niet."""
    zeg = inhoud.zeg
    yield Kop(zeg("herkend"))
    rijen, niet = [], []
    for vraag in HERKENNING:
        n, geteld = uitkomst.antwoorden[vraag], uitkomst.herkend[vraag]
        rijen += [(h.naam, zeg(f"{vraag}_kort"), f"{h.aantal} van de {n}") for h in geteld]
        rest = [
            h.naam for h in inhoud.herkenningen[vraag] if h.code not in {g.code for g in geteld}
        ]
        if n and rest:
            wat = opsomming([naam[:1].lower() + naam[1:] for naam in rest])
            niet.append(zeg("herkend_niet", soort=zeg(f"{vraag}_kort"), n=people(n), wat=wat))
    if rijen:
        koppen = ("Wat", "Soort", "Herkend door")
        yield Bloktabel(zeg("herkend_figuur"), koppen, tuple(rijen), breedtes=(5, 3, 2))
    else:
        yield Alinea(zeg("herkend_geen"))
    if niet:
        yield Opsomming(tuple(niet))


def first(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef wat eerst opgelost moet zijn, voordat een plan kan werken."""
    zeg, scan = inhoud.zeg, uitkomst.scan
    gekozen = [c for c in inhoud.obstakels if scan.aanpak.get(c) == "eerst"]
    open_ = [h.naam for h in uitkomst.hindering if not scan.aanpak.get(h.code)]
    yield Kop(zeg("eerst"))
    yield Alinea(zeg("eerst_uitleg"))
    if gekozen:
        yield Opsomming(tuple(_step(code, scan.wie.get(code, ""), inhoud) for code in gekozen))
    else:
        yield Alinea(zeg("eerst_geen"))
    if open_:
        yield Alinea(zeg("eerst_open", wat=opsomming(open_)))


def points(uitkomst: Uitkomst, inhoud: Instrument) -> Iterator[Blok]:
    """Geef de gekozen verbeterpunten."""
    zeg, punten = inhoud.zeg, uitkomst.scan.punten
    yield Kop(zeg("punten_titel"))
    if not punten:
        yield Alinea(zeg("punt_niets"))
    for nummer, punt in enumerate(punten, start=1):
        yield Kop(f"{zeg('punt', nummer=nummer)}: {punt.wat.strip() or LEEG}", 2)
        zeker = inhoud.zekerheid.get(punt.zekerheid, LEEG)
        yield Bloktabel(
            zeg("punt", nummer=nummer),
            ("Vraag", "Antwoord"),
            (
                (zeg("punt_standaarden"), _codes(punt.standaarden, LEEG)),
                (zeg("punt_bewijs"), punt.bewijs.strip() or LEEG),
                (zeg("punt_zeker"), zeker),
                (zeg("punt_anders"), punt.anders_als.strip() or LEEG),
            ),
            breedtes=(2, 5),
        )


def _facts(
    titel: str,
    koppen: tuple[str, ...],
    rijen: Iterable[tuple[str, Feit]],
    noten: dict[str, None],
    inhoud: Instrument,
) -> Bloktabel:
    uit = []
    for bij, feit in rijen:
        merk = inhoud.zeg(f"merk_{feit.mark.replace(' ', '_')}") if feit.mark else LEEG
        uit.append((bij, feit.wat, str(feit), merk))
        noten |= dict.fromkeys(m.uitleg for m in feit.meldingen)
    return Bloktabel(titel, koppen, tuple(uit), breedtes=(3, 5, 4, 2))


def _roles(uitkomst: Uitkomst, inhoud: Instrument) -> Bloktabel:
    rollen = list(next(iter(uitkomst.beelden.values())).rollen)
    rijen = tuple(
        (
            inhoud.full(b.code),
            *(f"{zien} van {n}" if n else LEEG for zien, n in b.rollen.values()),
        )
        for b in uitkomst.beelden.values()
        if b.verdeling and b.verdeling.totaal
    )
    return Bloktabel(
        f"{inhoud.zeg('rollen')}. {inhoud.zeg('rollen_uitleg')}", ("Standaard", *rollen), rijen
    )


def _spread(aantallen: Sequence[int], inhoud: Instrument) -> str:
    return opsomming(
        [f"{n} {optie}" for n, optie in zip(aantallen, inhoud.schaal.opties, strict=True) if n]
    )


def _signal(signaal: object) -> str:
    wat, bewijs = getattr(signaal, "wat", ""), getattr(signaal, "bewijs", "")
    return f"{wat.rstrip('.')}: {bewijs}" if bewijs else str(wat)


def _step(code: str, wie: str, inhoud: Instrument) -> str:
    herkend = inhoud.obstakels[code]
    delen = [f"{herkend.naam}.", herkend.eerst, f"{inhoud.zeg('aanpak_wie')} {wie}" if wie else ""]
    return " ".join(deel for deel in delen if deel)


def _codes(codes: Sequence[str], geen: str = "geen enkele standaard") -> str:
    return opsomming(list(codes)) if codes else geen
