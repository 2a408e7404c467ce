import { reden, Zin } from "./bewaarder.js";
import { kiesDossier, welkDossier } from "./dossierkeuze.js";
import { DELEN, h } from "./kern.js";
import { opslagInBrowser } from "./opslag.js";

// De dossiers op dit apparaat. De regels van samenvoegen staan in Python; hier staat alleen hoe het open dossier
// gelezen en geschreven wordt: wie wijzigt, heeft het van lezen tot schrijven als enige vast.

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
  // Wie niets klaar heeft liggen, kost dit geen bericht aan Python.
  let gezien = JSON.stringify(["", bestand, []]);
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
  const kijk = async () => {
    try {
      const { naam, namen } = await welkDossier(opslag);
      const tekst = (await opslag.lees(naam))?.tekst || "";
      const nu = JSON.stringify([tekst, naam, namen]);
      if (nu === gezien) return;
      gezien = nu;
      ctx.stuur(deel, "stand", { tekst, naam, namen });
    } catch { /* zonder opslag ligt er niets klaar; bij een wijziging hoort de lezer waarom */ }
  };
  const pak = async (naam) => {
    for (let beurt = 0; beurt < WACHTBEURTEN && !greep; beurt += 1) {
      if (beurt) await new Promise((verder) => { setTimeout(verder, WACHTPAUZE_MS); });
      const uitkomst = await opslag.open(naam);
      greep = uitkomst.greep;
      if (greep) {
        klok = setTimeout(laat, VASTHOUDEN_MS);
        return uitkomst.record?.tekst || "";
      }
    }
    throw new Zin("een ander tabblad is er nog mee bezig");
  };
  const haal = async () => {
    try {
      const { naam, namen } = await welkDossier(opslag);
      ctx.stuur(deel, "gehaald", { tekst: await pak(naam), naam, namen });
    } catch (fout) { mislukt(fout); }
  };
  const gedaan = (naam) => {
    laat();
    kanaal?.postMessage("anders");
    ctx.stuur(deel, naam, {});
  };
  const schrijf = async (tekst) => {
    try {
      await opslag.schrijf(greep, { tekst, naloop: {} });
      gedaan("geschreven");
      kijk();
    } catch (fout) { mislukt(fout); }
  };
  // Ga naar een ander dossier; met `tekst` begint het daarmee, op een naam die nog vrij is.
  const kies = async ({ naam, tekst }) => {
    try {
      if (tekst !== null) {
        greep = await opslag.nieuw(naam);
        if (!greep) throw new Zin("die naam is net in gebruik genomen");
        await opslag.schrijf(greep, { tekst, naloop: {} });
      }
      await kiesDossier(naam);
      laat();
      await kijk();
      gedaan("gekozen");
    } catch (fout) { mislukt(fout); }
  };
  if (kanaal) kanaal.onmessage = kijk;
  const nietMeer = zichtbaar(kijk);
  return {
    el,
    opdracht: (naam, gegevens) => ({ haal, schrijf: () => schrijf(gegevens.tekst), laat, kies: () => kies(gegevens) })[naam]?.(),
    stop: () => {
      nietMeer();
      laat();
      kanaal?.close();
      opslag.stop();
    },
  };
};
