import { DELEN, h } from "./kern.js";

// Een link kan een keuze meegeven: gespreksprompter.html#situatie=resultaten&met=sectie, of alleen #met=sectie.
const hekje = () => new URLSearchParams(location.hash.slice(1));

/** Wat een keuzelijst alvast laat zien: alleen op een leeg scherm, zolang Python er niet is. */
export function alvast(e, voor) {
  if (!e.verzoek || !voor || voor.er || voor.eigen) return;
  const waarde = hekje().get(e.verzoek);
  const optie = waarde && e.opties.find(([sleutel]) => sleutel === waarde || sleutel.endsWith(`:${waarde}`));
  if (optie) [e.waarde] = optie;
}

// Het deel zelf is niet te zien. Een link zonder een van deze sleutels vraagt niets.
DELEN.verzoek = (deel, ctx) => {
  const { sleutels, luister } = deel.eigenschappen;
  const kijk = () => {
    const alles = hekje();
    if (!sleutels.some((sleutel) => alles.has(sleutel))) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    ctx.voor?.raak(); // wat ermee gebeurt, weet alleen Python
    ctx.stuur(deel, "verzoek", { vraag: Object.fromEntries(alles) });
  };
  if (luister) {
    addEventListener("hashchange", kijk);
    queueMicrotask(kijk);
  }
  return { el: h("div", { hidden: true }), stop: () => removeEventListener("hashchange", kijk) };
};
