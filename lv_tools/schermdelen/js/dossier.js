import { reden, Zin } from "./bewaarder.js";
import { DELEN, h } from "./kern.js";
import { opslagInBrowser } from "./opslag.js";

// Het dossier op dit apparaat. De regels van samenvoegen staan in Python; hier staat alleen hoe het gelezen
// en geschreven wordt: wie wijzigt, heeft het van lezen tot schrijven als enige vast.

/** Zo vaak, en met zoveel milliseconden ertussen, wacht een wijziging op een ander tabblad. */
const WACHTBEURTEN = 10;
const WACHTPAUZE_MS = 200;
/** Zo lang mag Python over een wijziging doen, in milliseconden, voordat het dossier weer vrij is. */
const VASTHOUDEN_MS = 15000;

DELEN.dossier = (deel, ctx) => {
  const { plaats, bestand } = deel.eigenschappen;
  const el = h("div", { hidden: true });
  const zichtbaar = (doe) => {
    const bij = () => { if (document.visibilityState === "visible") doe(); };
    document.addEventListener("visibilitychange", bij);
    bij();
    return () => document.removeEventListener("visibilitychange", bij);
  };
  if (plaats !== "pagina") return { el, stop: zichtbaar(() => ctx.stuur(deel, "kijk", {})) };

  const opslag = opslagInBrowser("dossier");
  const kanaal = globalThis.BroadcastChannel ? new BroadcastChannel("lv-tools:dossier") : null;
  let gezien = "";
  let greep = null;
  let klok = 0;
  const laat = () => {
    clearTimeout(klok);
    opslag.laatLos(greep);
    greep = null;
  };
  const mislukt = (fout) => {
    laat();
    ctx.stuur(deel, "mislukt", { reden: reden(fout) });
  };
  // Wie niets klaar heeft liggen, kost dit geen bericht aan Python.
  const kijk = async () => {
    try {
      const tekst = (await opslag.lees(bestand))?.tekst || "";
      if (tekst === gezien) return;
      gezien = tekst;
      ctx.stuur(deel, "stand", { tekst });
    } catch { /* zonder opslag ligt er niets klaar; bij een wijziging hoort de lezer waarom */ }
  };
  const haal = async () => {
    try {
      for (let beurt = 0; beurt < WACHTBEURTEN && !greep; beurt += 1) {
        if (beurt) await new Promise((verder) => { setTimeout(verder, WACHTPAUZE_MS); });
        const uitkomst = await opslag.open(bestand);
        greep = uitkomst.greep;
        if (greep) {
          klok = setTimeout(laat, VASTHOUDEN_MS);
          ctx.stuur(deel, "gehaald", { tekst: uitkomst.record?.tekst || "" });
        }
      }
      if (!greep) throw new Zin("een ander tabblad is er nog mee bezig");
    } catch (fout) { mislukt(fout); }
  };
  const schrijf = async (tekst) => {
    try {
      await opslag.schrijf(greep, { tekst, naloop: {} });
      gezien = tekst;
      laat();
      kanaal?.postMessage("anders");
      ctx.stuur(deel, "geschreven", {});
    } catch (fout) { mislukt(fout); }
  };
  if (kanaal) kanaal.onmessage = kijk;
  const nietMeer = zichtbaar(kijk);
  return {
    el,
    opdracht: (naam, gegevens) => ({ haal, schrijf: () => schrijf(gegevens.tekst), laat })[naam]?.(),
    stop: () => {
      nietMeer();
      laat();
      kanaal?.close();
      opslag.stop();
    },
  };
};
