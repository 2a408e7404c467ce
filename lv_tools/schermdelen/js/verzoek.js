import { DELEN, h } from "./kern.js";

// Een link kan een keuze meegeven: gespreksprompter.html#situatie=resultaten&met=sectie.

/** Lees wat de link vraagt; zonder de eerste sleutel vraagt hij niets. */
function gevraagd(sleutels) {
  const hekje = location.hash.slice(1);
  if (!hekje.startsWith(`${sleutels[0]}=`)) return null;
  const alles = new URLSearchParams(hekje);
  return Object.fromEntries(sleutels.filter((naam) => alles.has(naam)).map((naam) => [naam, alles.get(naam)]));
}

/** Wat een keuzelijst alvast laat zien: alleen op een leeg scherm, zolang Python er niet is. */
export function alvast(e, voor) {
  if (!e.verzoek || !voor || voor.er || voor.eigen) return;
  const waarde = new URLSearchParams(location.hash.slice(1)).get(e.verzoek);
  const optie = waarde && e.opties.find(([sleutel]) => sleutel === waarde || sleutel.endsWith(`:${waarde}`));
  if (optie) e.waarde = optie[0];
}

// Het deel zelf is niet te zien.
DELEN.verzoek = (deel, ctx) => {
  const kijk = () => {
    const vraag = gevraagd(deel.eigenschappen.sleutels);
    if (!vraag) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    ctx.voor?.raak(); // wat ermee gebeurt, weet alleen Python
    ctx.stuur(deel, "verzoek", { vraag });
  };
  if (deel.eigenschappen.luister) {
    addEventListener("hashchange", kijk);
    queueMicrotask(kijk);
  }
  return { el: h("div", { hidden: true }), stop: () => removeEventListener("hashchange", kijk) };
};
