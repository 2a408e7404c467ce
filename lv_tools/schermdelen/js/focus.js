// Laat de focus nooit verdwijnen: raakt wat haar had weg, verborgen of uit, dan gaat zij naar wat er
// nu op die plek staat. Wie iets beters weet (de kop van wat er kwam), zet haar zelf; dit vangt de rest.

const BEDIENBAAR = "a[href], button, input, select, textarea, summary, [tabindex='0']";

const inBeeld = (el) => el.isConnected && el.getClientRects().length > 0;
const kanFocus = (el) => inBeeld(el) && !el.matches(":disabled") && el.type !== "hidden";
const bedienbaar = (bak) => [...bak.querySelectorAll(BEDIENBAAR)];

export function focuswacht(vak) {
  let vorige = null;

  // Onthoud wat de focus heeft, en de hoeveelste het is binnen elk vak eromheen.
  const voor = () => {
    const el = document.activeElement;
    if (!el || !vak.contains(el)) return;
    const ketting = [];
    for (let bak = el.parentElement; bak && vak.contains(bak); bak = bak.parentElement) {
      ketting.push({ bak, plek: bedienbaar(bak).filter(kanFocus).indexOf(el) });
    }
    vorige = { el, ketting };
  };

  const na = () => {
    const { el, ketting } = vorige || {};
    vorige = null;
    const nu = document.activeElement;
    if (!el || (nu && nu !== document.body && nu !== el)) return; // de lezer is al ergens anders
    if (inBeeld(el) && !el.matches(":disabled")) {
      if (nu !== el) el.focus({ preventScroll: true }); // alleen verplaatst
      return;
    }
    for (const { bak, plek } of ketting) {
      const keuze = inBeeld(bak) ? bedienbaar(bak).filter(kanFocus) : [];
      if (keuze.length) {
        keuze[Math.min(Math.max(plek, 0), keuze.length - 1)].focus();
        return;
      }
    }
  };

  // Een knop kan ook zonder Python iets weghalen: kijk na elke klik en toets.
  const kijk = () => {
    voor();
    const bewaard = vorige;
    setTimeout(() => {
      if (bewaard === vorige) na();
    }, 0);
  };
  for (const soort of ["click", "change"]) vak.addEventListener(soort, kijk, true);
  vak.addEventListener("pointerdown", () => { vorige = null; }, true); // wie zelf ergens klikt, kiest zelf
  return { voor, na };
}
