/** Alles wat de lezer te lezen krijgt, op een plek; waarom iets niet binnenkomt, staat in oorzaak.js. */
import "./oorzaak.js";

/** Wat er al staat als een onderdeel dat pas bij gebruik komt, niet komt. */
const BEWAARD = "Wat u hebt ingevuld, is bewaard zolang uw browser dat toestaat.";

export const TEKST = {
  begin: "Het hulpmiddel wordt geladen.",
  stap: {
    werker: "Onderdelen ophalen.",
    wasm: "Het hulpmiddel start.",
    python: "Bijna klaar: het hulpmiddel wordt klaargezet.",
    gereed: "Nog een ogenblik: het hulpmiddel wordt getekend.",
  },
  omvang: (binnen, totaal) => `${binnen} van ${totaal} MB opgehaald.`,
  klaar: "Het hulpmiddel is klaar voor gebruik.",
  bezig: "Even rekenen.",
  traag: "Het rekenen duurt lang. U kunt wachten, of opnieuw starten.",
  opnieuw: "Probeer het opnieuw",
  herstart: "Start het hulpmiddel opnieuw",
  herlaad: "Laad de pagina opnieuw",
  sluit: "Sluit deze melding",
  /** Python kwam niet, maar het scherm stond er al. */
  staatEr: `Het formulier staat er nog. ${BEWAARD}`,
  technisch: globalThis.lvOorzaak.TECHNISCH,
  fout: {
    ...globalThis.lvOorzaak.ZINNEN,
    geheugen:
      "Uw apparaat heeft te weinig geheugen vrij. Sluit een paar tabbladen of programma's en probeer het opnieuw.",
    stil: "Het laden staat al een minuut stil. Probeer het opnieuw. Gebeurt dit vaker, probeer het dan op een ander netwerk.",
    onbekend: "Het hulpmiddel kon niet starten. Probeer het opnieuw.",
    gestorven:
      `Het hulpmiddel is gestopt. ${BEWAARD} Start het opnieuw om verder te gaan.`,
    callback:
      "Dit ging mis in het hulpmiddel zelf, niet door u. Wat u hebt ingevuld, staat er nog. Ga verder, of start het hulpmiddel opnieuw als iets niet meer werkt.",
  },
  /** Een onderdeel dat pas bij gebruik komt (zie lv_kern/laat.py). */
  laat: {
    verouderd: `Er staat een nieuwe versie van dit boek klaar, en wat u nu vraagt hoort bij de oude. ${BEWAARD} Laad de pagina opnieuw en vraag het dan nog eens.`,
    netwerk:
      "Wat hiervoor nodig is, kon niet worden opgehaald. Wat u hebt ingevuld, staat er nog. Controleer uw internet en vraag het nog eens.",
  },
};

/**
 * Geef de zin bij een reden.
 *
 * @param {string} reden
 * @param {string} plek adres waar de onderdelen staan
 */
export function zinBij(reden, plek) {
  const zin = TEKST.fout[reden] ?? TEKST.fout.onbekend;
  return typeof zin === "function" ? zin(plek) : zin;
}

/**
 * Schrijf een aantal bytes als megabytes, op zijn Nederlands.
 *
 * @param {number} bytes
 */
export const megabytes = (bytes) => (bytes / 1e6).toFixed(1).replace(".", ",");
