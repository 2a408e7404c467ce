/** Alles wat de lezer te lezen krijgt, op een plek. */

export const TEKST = {
  begin: "Het hulpmiddel wordt geladen.",
  stap: {
    werker: "Onderdelen ophalen.",
    wasm: "Python wordt gestart.",
    python: "Python is gestart. Het hulpmiddel wordt klaargezet.",
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
  technisch: "Technische gegevens (voor een melding aan de makers)",
  fout: {
    netwerk:
      "Het laden is afgebroken: de verbinding viel weg. Wat al binnen is, blijft bewaard. Controleer uw internet en probeer het opnieuw.",
    zondernet:
      "U hebt nu geen internet. Zodra de verbinding er weer is, kunt u het hulpmiddel starten.",
    verouderd:
      "Er staat inmiddels een nieuwe versie van dit boek klaar. Laad de pagina opnieuw; daarna kunt u het hulpmiddel starten.",
    geheugen:
      "Uw apparaat heeft te weinig geheugen vrij. Sluit een paar tabbladen of programma's en probeer het opnieuw.",
    geblokkeerd:
      "Uw browser staat niet toe dat het hulpmiddel op de achtergrond rekent. Is deze pagina als los bestand geopend? Open het boek dan via een webadres of met het meegeleverde startprogramma.",
    stil: "Het laden staat al een minuut stil. Probeer het opnieuw. Gebeurt dit vaker, probeer het dan op een ander netwerk.",
    onbekend: "Het hulpmiddel kon niet starten. Probeer het opnieuw.",
    gestorven:
      "Het hulpmiddel is gestopt. Wat u hebt ingevuld, is bewaard zolang uw browser dat toestaat. Start het opnieuw om verder te gaan.",
    callback:
      "Dit ging mis in het hulpmiddel zelf, niet door u. Wat u hebt ingevuld, staat er nog. Ga verder, of start het hulpmiddel opnieuw als iets niet meer werkt.",
  },
};

/**
 * Schrijf een aantal bytes als megabytes, op zijn Nederlands.
 *
 * @param {number} bytes
 */
export const megabytes = (bytes) => (bytes / 1e6).toFixed(1).replace(".", ",");
