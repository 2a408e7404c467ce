// Vult het formulier van een deelnemer in zonder pagina: per regel invoer een geval, per geval een regel uitvoer.
// Gebruik: node deelnemer_in_node.mjs MAP VORM KENNIS
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [map, naam, plek] = process.argv.slice(2);
const kennis = JSON.parse(readFileSync(plek, "utf8"));
const { Vorm, heeftLink, leesLink } = await import(pathToFileURL(`${map}/${naam}.mjs`));
const { Deelnemer } = await import(pathToFileURL(`${map}/model.mjs`));

async function speel({ hekje, tekst = "", naloop = {}, stappen = [] }) {
  const uit = { heeft: heeftLink(hekje), elders: false, alles: false, gemeld: [], focus: [], storing: "", schrijf: "", bied: null };
  let opzet;
  try {
    opzet = await leesLink(hekje, kennis);
  } catch (fout) {
    return { ...uit, zin: fout.message, soort: fout.constructor.name };
  }
  if (!opzet) return { ...uit, elders: true };
  const vorm = new Vorm(kennis, opzet);
  const model = new Deelnemer(vorm, () => { uit.elders = true; }, () => { uit.alles = true; });
  const wacht = new Map();
  model.on("msg:custom", (bericht, buffers) => {
    if (bericht.soort === "meld") uit.gemeld.push(bericht.tekst);
    if (bericht.naam === "focus") uit.focus.push(bericht.deel);
    if (bericht.naam === "schrijf") uit.schrijf = bericht.gegevens.tekst;
    if (bericht.naam === "bied-aan") uit.bied = { naam: bericht.gegevens.naam, tekst: new TextDecoder().decode(buffers[0]) };
    if (bericht.soort === "klaar") { uit.storing ||= bericht.storing; wacht.get(bericht.nummer)?.(); }
  });
  let nummer = 0;
  const stuur = (deel, soort, gegevens) => new Promise((klaar) => {
    wacht.set(++nummer, klaar);
    model.send({ soort: "gebeurtenis", deel, naam: soort, gegevens, nummer });
    setTimeout(klaar, 500);
  });
  await stuur("bewaren", "open", { bestand: "Scan", merk: 1, tekst, naloop, vroeg: {} });
  if (!uit.elders) for (const [deel, soort, gegevens] of stappen) await stuur(deel, soort, gegevens);
  return { ...uit, boom: model.get("boom").wortel, data: vorm.data };
}

for await (const regel of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await speel(JSON.parse(regel)))}\n`);
}
process.exit(0);
