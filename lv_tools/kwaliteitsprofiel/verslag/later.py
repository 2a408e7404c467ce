"""Een jaar later: de verschillen met het eerdere profiel, en wat er van de afspraken kwam."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import LEEG
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Document, Kop, Opsomming
from lv_tools.basis.vorm.typen import show
from lv_tools.kwaliteitsprofiel.model.jaar import Jaarbeeld
from lv_tools.kwaliteitsprofiel.model.profiel import Kern, Profiel, fingerprint
from lv_tools.kwaliteitsprofiel.model.uitkomst import MINSTENS, Uitkomst
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud
from lv_tools.kwaliteitsprofiel.verslag.delen import headline
from lv_tools.kwaliteitsprofiel.verslag.profielblad import name_of


def year_blocks(uit: Uitkomst) -> tuple[Blok, ...]:
    """Geef de verschillen met het eerdere profiel; leeg als dat er niet is."""
    jaar, eerder = uit.jaar, uit.profiel.eerder
    if jaar is None or eerder is None:
        return ()
    zeg = uit.inhoud.zeg
    if eerder.niveau != uit.kern.niveau:
        daar, hier = (uit.inhoud.niveau[kern.niveau].naam for kern in (eerder, uit.kern))
        return (Alinea(zeg("later_ander_niveau", daar=daar, hier=hier)),)
    toen = eerder.jaar.strip() or zeg("kolom_toen")
    nu = uit.kern.jaar.strip() or zeg("kolom_dit")
    rijen = tuple(
        (w.punt.tekst or zeg(f"wat_{w.wat}"), zeg(f"wat_{w.wat}"), w.toen or LEEG, w.nu or LEEG)
        for w in jaar.wijzigingen
    )
    kolommen = (zeg("kolom_punt"), zeg("kolom_wat"), toen, nu)
    gelijk = zeg("later_gelijk_een") if jaar.gelijk == 1 else zeg("later_gelijk", n=jaar.gelijk)
    tabel = Bloktabel(zeg("later_tabel"), kolommen, rijen, breedtes=(5, 2, 4, 4))
    uren = zeg("later_uren", toen=show(jaar.uren[0]), nu=show(jaar.uren[1]))
    if fingerprint(Kern(samen=uit.kern.samen)) == fingerprint(Kern()):
        anders: tuple[Blok, ...] = (Alinea(zeg("later_nog_niets")),)
    else:
        anders = (Alinea(gelijk), Alinea(uren), tabel if rijen else Alinea(zeg("later_geen")))
    return (
        Kop(zeg("later_kop")),
        *anders,
        Kop(zeg("later_beelden")),
        *_pictures(jaar, uit),
        Alinea(zeg("later_niet"), kop="Wat dit niet zegt."),
    )


def _pictures(jaar: Jaarbeeld, uit: Uitkomst) -> tuple[Blok, ...]:
    inhoud = uit.inhoud
    if not uit.zichtbaar or not jaar.vergeleken:
        wacht = headline(uit) if len(uit.mensen) >= MINSTENS and not uit.zichtbaar else ""
        return (Alinea(wacht or inhoud.zeg("later_beelden_geen")),)
    groepen = (("opgelost", jaar.opgelost), ("gebleven", jaar.gebleven), ("erbij", jaar.erbij))
    if not any(punten for _, punten in groepen):
        return (Alinea(inhoud.zeg("later_beelden_eens", n=jaar.vergeleken)),)
    gevuld = [(inhoud.zeg(f"later_{code}"), punten) for code, punten in groepen if punten]
    return (
        Opsomming(
            tuple("; ".join(punt.tekst for punt in punten) for _, punten in gevuld),
            koppen=tuple(f"{kop}:" for kop, _ in gevuld),
        ),
    )


def year_document(uit: Uitkomst) -> Document:
    """Geef het jaarverschil om mee te nemen, met wat er van de afspraken kwam."""
    stap = next(stap.titel for stap in uit.inhoud.stap if stap.code == "later")
    titel = ": ".join(filter(None, (stap, name_of(uit.kern))))
    kolom = uit.inhoud.zeg("kolom_kwam")
    return Document(titel, (*year_blocks(uit), *_became(uit.profiel, uit.inhoud, kolom)))


def _became(profiel: Profiel, inhoud: Profielinhoud, kolom: str) -> tuple[Blok, ...]:
    eerder = profiel.eerder
    rijen = tuple(
        (a.wat.strip(), a.wie.strip() or LEEG, inhoud.kwam.get(profiel.kwam.get(a.id, ""), LEEG))
        for a in (eerder.afspraken if eerder else ())
        if a.wat.strip()
    )
    kop = inhoud.zeg("later_afspraken")
    if not rijen:
        return (Kop(kop), Alinea(inhoud.zeg("later_afspraken_geen")))
    kolommen = (inhoud.zeg("kolom_wat"), inhoud.zeg("kolom_wie"), kolom)
    return (Kop(kop), Bloktabel(kop, kolommen, rijen, breedtes=(6, 3, 3)))
