/**
 * Wat een link meebrengt, achter het hekje: `<woord>=1.<inhoud>.<controle>`.
 *
 * Alleen een link die heel is aangekomen wordt hier gelezen. Wat mail eromheen zet, haalt Python eraf.
 */
import { sha256 } from "./schrift.mjs";

const OPNIEUW = "Vraag de maker om de link opnieuw, of kopieer hem in één keer helemaal.";

/** De link is niet te lezen; de tekst is een zin voor de lezer. */
export class LinkFout extends Error {}

const letters = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const bytesVan = (hex) => hex.match(/../g).map((paar) => parseInt(paar, 16));
const controle = (versie, ingepakt) => letters(bytesVan(sha256(`${versie}.${ingepakt}`)).slice(0, 6));

function gelezen(hekje) {
  try {
    return [...new Set([hekje, decodeURIComponent(hekje)])];
  } catch {
    return [hekje];
  }
}

/** Staat er zo'n link in dit hekje? */
export const heeft = (hekje, woord) => gelezen(hekje).some((tekst) => tekst.toLowerCase().includes(`${woord}=`));

/**
 * Pak uit wat de link meebrengt.
 *
 * @param {string} hekje
 * @param {string} woord
 * @param {{uitgepakt: number, letters: number}} grenzen
 * @returns {Promise<unknown>}
 */
export async function pakUit(hekje, woord, grenzen) {
  const vorm = new RegExp(`${woord}=(\\d{1,3})\\.([\\w-]+)\\.([\\w-]{8})(?![\\w-])`, "gi");
  const gevonden = gelezen(hekje).flatMap((tekst) => [...tekst.matchAll(vorm)]);
  const goed = new Set(gevonden.filter(([, versie, inhoud, som]) =>
    versie === "1" && inhoud.length <= grenzen.letters && som === controle(versie, inhoud)).map(([, , inhoud]) => inhoud));
  if (goed.size !== 1) throw new LinkFout(gevonden.length ? `Deze link is onderweg veranderd of niet compleet. ${OPNIEUW}` : `Deze link is niet compleet. ${OPNIEUW}`);
  const [inhoud] = goed;
  if (!globalThis.DecompressionStream) throw new Error("deze browser kan dat niet uitpakken");
  try {
    const bytes = Uint8Array.from(atob(inhoud.replaceAll("-", "+").replaceAll("_", "/")), (teken) => teken.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await uitgepakt(bytes, grenzen.uitgepakt)));
  } catch {
    throw new LinkFout(`Deze link is niet te lezen. ${OPNIEUW}`);
  }
}

async function uitgepakt(bytes, hoogstens) {
  const stroom = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const lezer = stroom.getReader();
  const uit = [];
  for (let deel = await lezer.read(); !deel.done; deel = await lezer.read()) {
    uit.push(...deel.value);
    if (uit.length > hoogstens) throw new Error("te groot");
  }
  return Uint8Array.from(uit);
}
