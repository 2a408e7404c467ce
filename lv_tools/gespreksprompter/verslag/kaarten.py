"""Gesprekskaarten en het blad voor groepjes van drie, om af te drukken vanuit het boek.

Vier kaarten van A6 passen op een A4. Na elke bladzijde met voorkanten volgt een met achterkanten in
spiegelbeeld: bij dubbelzijdig afdrukken over de lange kant vallen zij achter de goede voorkant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.gespreksprompter.model.vragen import Vraag
from lv_tools.gespreksprompter.teksten import Begrip, inhoud
from lv_tools.gespreksprompter.verslag.document import minutes

PER_VEL = 4


@dataclass(frozen=True)
class Vel:
    """Een vel A4 met vier plaatsen, links boven, rechts boven, links onder, rechts onder.

    ``None`` is een lege plaats.
    """

    voor: tuple[Vraag | None, ...]

    @property
    def achter(self) -> tuple[Vraag | None, ...]:
        """De achterkant: links en rechts verwisseld."""
        links_boven, rechts_boven, links_onder, rechts_onder = self.voor
        return (rechts_boven, links_boven, rechts_onder, links_onder)


def sheets(vragen: Sequence[Vraag]) -> tuple[Vel, ...]:
    """Verdeel vragen over vellen."""
    rij: list[Vraag | None] = [*vragen]
    rij += [None] * (-len(rij) % PER_VEL)
    return tuple(Vel(tuple(rij[plek : plek + PER_VEL])) for plek in range(0, len(rij), PER_VEL))


def toon_kaarten() -> Html:
    """Geef alle kaarten, per fase en doel achter een uitklapvak; wat openstaat, komt op papier."""
    bekend = inhoud()
    # Een tafel met een eigen vragenlijst heeft een eigen stapel: haar vragen zeggen ‘je’.
    apart = {code: tafel for code, tafel in bekend.tafels.items() if tafel.fasen}
    delen = [f"<p>{ontsnap(bekend.text('kaarten', 'uitleg'))}</p>"]
    for fase in bekend.fasen.values():
        delen.append(f"<h2>{ontsnap(fase.naam)}: {ontsnap(fase.uitleg)}</h2>")
        for doel in bekend.doelen.values():
            vragen = [
                v
                for v in bekend.vragen.values()
                if (v.fase, v.doel) == (fase.code, doel.code) and not set(v.tafels) & apart.keys()
            ]
            delen.append(_box(f"{fase.naam}, {doel.naam.lower()}", vragen))
    for code, tafel in apart.items():
        vragen = [v for v in bekend.vragen.values() if code in v.tafels]
        delen.append(f"<h2>{ontsnap(tafel.naam)}</h2>")
        delen += [f"<p>{ontsnap(zin)}</p>" for zin in tafel.instructie]
        delen.append(_box(tafel.naam, vragen))
    return Html(f'<style>{_STIJL}</style><div class="lvs lv-kaarten">{"".join(delen)}</div>')


def _box(naam: str, vragen: Sequence[Vraag]) -> str:
    vellen = "".join(_sheet(vel) for vel in sheets(vragen))
    titel = f"{naam}: {len(vragen)} kaarten"
    return (
        f'<details class="lvs-uitklap lv-kaartenbak">'
        f"<summary>{ontsnap(titel)}</summary>{vellen}</details>"
    )


def toon_groepjes() -> Html:
    """Geef het blad voor groepjes van drie: de rollen en de rondes."""
    bekend = inhoud()
    rollen = "".join(
        f'<section class="lv-rol"><h3>{ontsnap(rol.naam)}</h3><p>{ontsnap(rol.opdracht)}</p>'
        f"<ul>{''.join(f'<li>{ontsnap(zin)}</li>' for zin in rol.let_op)}</ul></section>"
        for rol in bekend.rol
    )
    rondes = "".join(
        f"<li><strong>{ontsnap(r.naam)}</strong> ({minutes(r.minuten)}): {ontsnap(r.tekst)}</li>"
        for r in bekend.ronde
    )
    samen = sum(r.minuten for r in bekend.ronde)
    return Html(
        f'<style>{_STIJL}</style><div class="lvs lv-groepjes"><div class="lv-rollen">{rollen}</div>'
        f"<h3>Zo loopt het, in {minutes(samen)} per ronde</h3><ol>{rondes}</ol></div>"
    )


def _sheet(vel: Vel) -> str:
    voor = "".join(_side(_front(vraag)) for vraag in vel.voor)
    achter = "".join(_side(_back(vraag)) for vraag in vel.achter)
    return (
        f'<div class="lv-vel lv-voor">{voor}</div>'
        f'<div class="lv-vel lv-achter" aria-label="Achterkanten" role="group">{achter}</div>'
    )


def _side(inhoud_: Iterator[str]) -> str:
    tekst = "".join(inhoud_)
    return (
        f'<div class="lv-kaart">{tekst}</div>' if tekst else '<div class="lv-kaart lv-leeg"></div>'
    )


def _front(vraag: Vraag | None) -> Iterator[str]:
    if vraag is not None:
        yield f'<p class="lv-fase">{ontsnap(_label(vraag))}</p>'
        yield f'<p class="lv-vraag">{ontsnap(vraag.tekst)}</p>'


def _back(vraag: Vraag | None) -> Iterator[str]:
    if vraag is None:
        return
    bekend = inhoud()
    tafels = [bekend.tafels[code].naam for code in vraag.tafels]
    gewoon = [tafel for tafel in bekend.tafel if not tafel.fasen]
    voor = "elke tafel" if len(tafels) == len(gewoon) else opsomming(tafels)
    yield f'<p class="lv-fase">{ontsnap(vraag.tekst)}</p>'
    yield f"<p><strong>Doorvragen:</strong> {ontsnap(vraag.doorvragen)}</p>"
    yield f"<p><strong>Past bij:</strong> {ontsnap(voor)}</p>"
    kenmerk = bekend.kenmerken[vraag.kenmerk].naam
    yield f"<p><strong>Kenmerk:</strong> {ontsnap(kenmerk)}</p>"
    yield f'<p class="lv-klein">Bron: {ontsnap(vraag.bron)}. {minutes(vraag.minuten)}.</p>'


def _label(vraag: Vraag) -> str:
    fase: Begrip = inhoud().fasen[vraag.fase]
    return f"{fase.naam} · {inhoud().doelen[vraag.doel].naam.lower()}"


_STIJL = """
.lv-vel { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: .75rem; margin: .75rem 0; }
.lv-kaart { border: 1px solid var(--lv-rand, #64747a); border-radius: .5rem; padding: 1rem; min-height: 9rem; }
.lv-kaart .lv-fase { color: var(--lv-accent, #0f5b66); font-weight: 600; font-size: .9375rem; }
.lv-kaart .lv-vraag { font-size: 1.25rem; line-height: 1.35; font-weight: 600; }
.lv-kaart .lv-klein { font-size: .875rem; }
.lv-achter { border-bottom: 1px dashed var(--lv-rand, #64747a); padding-bottom: .75rem; }
.lv-leeg { visibility: hidden; min-height: 0; padding: 0; }
.lv-rollen { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: .75rem; }
.lv-rol { border: 1px solid var(--lv-rand, #64747a); border-radius: .5rem; padding: 0 1rem .5rem; }
@media print {
  body:has(.lv-kaartenbak[open]) :not(:has(.lv-kaartenbak[open])):not(.lv-kaartenbak[open], .lv-kaartenbak[open] *, style, head *) { display: none !important; }
  body:has(.lv-kaartenbak[open]), body:has(.lv-kaartenbak[open]) :has(.lv-kaartenbak[open]) { margin: 0 !important; padding: 0 !important; border: 0 !important; max-width: none !important; min-height: 0 !important; gap: 0 !important; }
  .lv-kaartenbak[open] > summary { display: none !important; }
  .lv-kaartenbak[open] { border: 0 !important; padding: 0 !important; margin: 0 !important; }
  .lv-vel { display: grid; grid-template-columns: 105mm 105mm; grid-template-rows: 148mm 148mm; width: 210mm; gap: 0; margin: 0; break-inside: avoid; }
  .lv-vel + .lv-vel, .lv-kaartenbak[open] ~ .lv-kaartenbak[open] { break-before: page; }
  .lv-kaarten:not(:has(.lv-kaartenbak[open])) { display: none; }
  .lv-kaart { border: 1px dotted #64747a; border-radius: 0; padding: 12mm; min-height: 0; overflow: hidden; color: #1d2529; background: #fff; }
  .lv-kaart .lv-vraag { font-size: 17pt; } .lv-kaart .lv-fase { font-size: 11pt; color: #0f5b66; } .lv-achter { border: 0; padding: 0; }
  .lv-achter .lv-kaart { font-size: 11pt; }
  .lv-leeg { visibility: visible; border: 0; padding: 0; }
}
@page kaarten { size: A4; margin: 0; }
@media print { .lv-kaarten { page: kaarten; } }
"""  # noqa: E501 - een stijlblad leest beter met een regel per onderdeel
