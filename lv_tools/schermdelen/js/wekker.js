import { DELEN, h, tekstOf } from "./kern.js";

// Een rustige klok: hij telt per vraag en voor het hele gesprek, waarschuwt in woorden en dwingt tot niets.
// Met een naam bewaart het werk hem: hoe lang alles duurde, en sinds wanneer hij loopt.

const MINUUT = 60000;
/** Wie later dan dit terugkomt, ook van een dichtgeklapte laptop, vindt de klok stil: toen is niet doorgegaan. */
const VERGETEN = 60 * MINUUT;
const woord = (n) => (n === 1 ? "1 minuut" : `${n} minuten`);
const cijfers = (ms) => `${Math.floor(ms / MINUUT)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;
const hoofdletter = (tekst) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

DELEN.wekker = (deel, ctx) => {
  const e = deel.eigenschappen;
  const dit = e.dit || "deze vraag";
  const duren = new Map();
  let sleutel = e.sleutel;
  let begonnen = 0;
  let gezegd = "";
  const neem = ({ sinds = 0, duren: eerder = {} } = {}) => {
    duren.clear();
    for (const [wie, ms] of Object.entries(eerder)) duren.set(wie, ms);
    const weg = Date.now() - sinds;
    begonnen = sinds && weg < VERGETEN ? Math.min(sinds, Date.now()) : 0;
  };
  const bewaar = () => {
    if (!e.naam) return;
    e.waarde = { sinds: begonnen, duren: Object.fromEntries(duren) };
    ctx.stuur(deel, "wijziging", { waarde: e.waarde });
  };
  neem(e.waarde);

  const stand = h("p", { role: "timer", class: "lvs-wekker-stand" });
  const balk = h("progress", { max: "100", class: "lvs-wekker-balk", "aria-label": `Tijd voor ${dit}` });
  const geheel = h("p", { class: "lvs-hulp" });
  const zin = h("p", { class: "lvs-wekker-zin" });
  const omroep = h("div", { role: "status" }, zin);
  const loop = h("button", { type: "button", class: "lvs-knop lvs-klein" });
  const opnieuw = h("button", { type: "button", class: "lvs-knop lvs-klein" }, `Begin ${dit} opnieuw`);
  const toon = h("button", { type: "button", class: "lvs-knop lvs-klein" });
  const gezicht = h("div", {}, stand, balk, geheel);
  const el = h("div", { class: "lvs-wekker" }, gezicht, omroep, h("div", { class: "lvs-knoppen" }, loop, opnieuw, toon));

  const duur = (wie) => (duren.get(wie) || 0) + (begonnen && wie === sleutel ? Date.now() - begonnen : 0);
  const pauzeer = () => { duren.set(sleutel, duur(sleutel)); begonnen = 0; };
  let gezien = Date.now();
  const teken = () => {
    if (begonnen && Date.now() - gezien > VERGETEN) { // het apparaat sliep: tot daar liep de klok
      duren.set(sleutel, (duren.get(sleutel) || 0) + Math.max(0, gezien - begonnen));
      begonnen = 0;
      bewaar();
    }
    gezien = Date.now();
    const hier = duur(sleutel);
    const alles = [...duren.keys()].reduce((som, wie) => som + duur(wie), duren.has(sleutel) ? 0 : hier);
    const over = e.minuten * MINUUT - hier;
    const aan = Boolean(begonnen);
    loop.textContent = aan ? "Zet de klok stil" : "Start de klok";
    toon.textContent = gezicht.hidden ? "Toon de tijd" : "Verberg de tijd";
    opnieuw.disabled = !hier;
    const minuten = Math.max(0, Math.ceil(over / MINUUT));
    // Precies is ook kort: die klok hangt voor een groep, en waar de tijd bij hoort, staat erboven.
    stand.textContent = over > 0 ? `Nog ${e.precies ? cijfers(over) : woord(minuten)} van ${woord(e.minuten)}${e.precies ? "" : ` voor ${dit}`}`
      : `${e.precies ? cijfers(-over) : woord(Math.floor(-over / MINUUT))} over de tijd${e.precies ? "" : ` van ${dit}`}`;
    balk.value = Math.min(100, (100 * hier) / (e.minuten * MINUUT));
    geheel.textContent = e.totaal ? `${e.geheel || "Gesprek"}: ${Math.floor(alles / MINUUT)} van ${woord(e.totaal)}` : "";
    geheel.hidden = !e.totaal;
    const bijna = aan && over > 0 && over <= e.waarschuw * 1000 && e.waarschuw * 1000 < e.minuten * MINUUT;
    const om = hier > 0 && over <= 0;
    el.dataset.stand = om ? "om" : bijna ? "bijna" : "rustig";
    const nu = om ? `De tijd voor ${dit} is om. Rond af als het kan, of ga gerust door.`
      : bijna ? `${hoofdletter(dit)} loopt naar het einde.` : "";
    if (nu !== gezegd) { gezegd = nu; tekstOf(zin, nu); }
  };
  loop.addEventListener("click", () => {
    if (begonnen) pauzeer(); else begonnen = Date.now();
    bewaar();
    teken();
  });
  opnieuw.addEventListener("click", () => {
    duren.delete(sleutel);
    if (begonnen) begonnen = Date.now();
    bewaar();
    teken();
    loop.focus();
  });
  toon.addEventListener("click", () => { gezicht.hidden = !gezicht.hidden; teken(); });
  tekstOf(zin, "");
  teken();
  const tik = setInterval(teken, 500);
  return {
    el,
    wijzig: (nieuw) => {
      if ("waarde" in nieuw) neem(e.waarde);
      if ("sleutel" in nieuw && nieuw.sleutel !== sleutel) {
        const loopt = begonnen;
        if (loopt) pauzeer();
        sleutel = nieuw.sleutel;
        if (loopt) begonnen = Date.now(); // wie de klok gebruikt, hoeft hem niet per vraag te starten
        if (loopt) bewaar();
      }
      teken();
    },
    stop: () => clearInterval(tik),
  };
};
