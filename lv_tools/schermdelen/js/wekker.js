import { DELEN, h, tekstOf } from "./kern.js";

// Een rustige klok: hij telt per vraag en voor het hele gesprek, waarschuwt in woorden en dwingt tot niets.

const MINUUT = 60000;
const woord = (n) => (n === 1 ? "1 minuut" : `${n} minuten`);

DELEN.wekker = (deel, ctx) => {
  const e = deel.eigenschappen;
  const duren = new Map();
  let sleutel = e.sleutel;
  let begonnen = 0;
  let gezegd = "";

  const stand = h("p", { role: "timer", class: "lvs-wekker-stand" });
  const balk = h("progress", { max: "100", class: "lvs-wekker-balk", "aria-label": "Tijd voor deze vraag" });
  const geheel = h("p", { class: "lvs-hulp" });
  const zin = h("p", { class: "lvs-wekker-zin" });
  const omroep = h("div", { role: "status" }, zin);
  const loop = h("button", { type: "button", class: "lvs-knop lvs-klein" });
  const opnieuw = h("button", { type: "button", class: "lvs-knop lvs-klein" }, "Begin deze vraag opnieuw");
  const toon = h("button", { type: "button", class: "lvs-knop lvs-klein" });
  const gezicht = h("div", {}, stand, balk, geheel);
  const el = h("div", { class: "lvs-wekker" }, gezicht, omroep, h("div", { class: "lvs-knoppen" }, loop, opnieuw, toon));

  const duur = (wie) => (duren.get(wie) || 0) + (begonnen && wie === sleutel ? Date.now() - begonnen : 0);
  const pauzeer = () => { duren.set(sleutel, duur(sleutel)); begonnen = 0; };
  const teken = () => {
    const hier = duur(sleutel);
    const alles = [...duren.keys()].reduce((som, wie) => som + duur(wie), duren.has(sleutel) ? 0 : hier);
    const over = e.minuten * MINUUT - hier;
    const aan = Boolean(begonnen);
    loop.textContent = aan ? "Zet de klok stil" : "Start de klok";
    toon.textContent = gezicht.hidden ? "Toon de tijd" : "Verberg de tijd";
    opnieuw.disabled = !hier;
    const minuten = Math.max(0, Math.ceil(over / MINUUT));
    stand.textContent = over > 0 ? `Nog ${woord(minuten)} van ${woord(e.minuten)} voor deze vraag` : `${woord(Math.floor(-over / MINUUT))} over de tijd van deze vraag`;
    balk.value = Math.min(100, (100 * hier) / (e.minuten * MINUUT));
    geheel.textContent = e.totaal ? `Gesprek: ${Math.floor(alles / MINUUT)} van ${woord(e.totaal)}` : "";
    geheel.hidden = !e.totaal;
    const bijna = aan && over > 0 && over <= e.waarschuw * 1000 && e.waarschuw * 1000 < e.minuten * MINUUT;
    const om = hier > 0 && over <= 0;
    el.dataset.stand = om ? "om" : bijna ? "bijna" : "rustig";
    const nu = om ? "De tijd voor deze vraag is om. Rond af als het kan, of ga gerust door."
      : bijna ? "Deze vraag loopt naar het einde." : "";
    if (nu !== gezegd) { gezegd = nu; tekstOf(zin, nu); }
  };
  loop.addEventListener("click", () => {
    if (begonnen) pauzeer(); else begonnen = Date.now();
    teken();
  });
  opnieuw.addEventListener("click", () => {
    duren.delete(sleutel);
    if (begonnen) begonnen = Date.now();
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
      if ("sleutel" in nieuw && nieuw.sleutel !== sleutel) {
        const loopt = begonnen;
        if (loopt) pauzeer();
        sleutel = nieuw.sleutel;
        if (loopt) begonnen = Date.now(); // wie de klok gebruikt, hoeft hem niet per vraag te starten
      }
      teken();
    },
    stop: () => clearInterval(tik),
  };
};
