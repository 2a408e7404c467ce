// Verandert het scherm tussen indrukken en loslaten, dan verspringt wat de lezer aanwijst en telt zijn klik
// niet. Vaak komt de verandering juist door het indrukken: dan gaat hij een veld uit, en komt of verdwijnt
// de fout daarbij. Daarom wacht wat er te tekenen is tot de klik gedaan is.

// Wie langer vasthoudt, sleept, schuift of selecteert; dan loopt alles door.
const KLIK_MS = 700;
const DRUK = ["pointerdown", "pointerup", "mousedown", "mouseup"];

/**
 * Laat een functie wachten zolang de lezer iets ingedrukt houdt; de volgorde blijft.
 *
 * @param {(...wat: unknown[]) => void} doe
 * @returns {[typeof doe, unknown[], () => void]} de functie die wacht, wat er wacht, en hoe het ophoudt
 */
export function naDeKlik(doe) {
  const rij = [];
  let houdt = false;
  let klok = 0;
  const los = () => {
    houdt = false;
    for (const wat of rij.splice(0)) queueMicrotask(() => doe(...wat)); // gaat er een mis, dan de rest niet
  };
  const hoor = ({ type }) => {
    const neer = type.endsWith("down");
    if (!neer && !houdt) return;
    houdt = true;
    clearTimeout(klok);
    klok = setTimeout(los, neer ? KLIK_MS : 0); // de klik zelf komt in dezelfde beurt als het loslaten
  };
  for (const soort of DRUK) document.addEventListener(soort, hoor, true);
  return [
    (...wat) => { if (houdt) rij.push(wat); else doe(...wat); },
    rij,
    () => { for (const soort of DRUK) document.removeEventListener(soort, hoor, true); },
  ];
}
