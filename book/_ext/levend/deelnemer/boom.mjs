/** Wat elk formulier met een boom van schermdelen doet. */

export const alinea = (tekst) => [{ tekst }];

export const zoek = (deel, id) => (deel.id === id ? deel : (deel.eigenschappen.inhoud ?? []).reduce((al, kind) => al ?? zoek(kind, id), null));

/** Een kopie van een boom, met per deel andere eigenschappen en een ander kenmerk. */
export function kopie(deel, geef, noem = ({ id }) => id) {
  const { inhoud, ...rest } = deel.eigenschappen;
  const nieuw = geef(deel) ?? {};
  const kinderen = nieuw.inhoud ?? inhoud?.map((kind) => kopie(kind, geef, noem));
  return { ...deel, id: noem(deel), eigenschappen: { ...rest, ...nieuw, ...(kinderen && { inhoud: kinderen }) } };
}

/** Een stelling in de woorden van een rol. */
export const voor = (stelling, rol) => {
  const eigen = stelling.anders.find(([rollen]) => rollen.includes(rol));
  return eigen ? { tekst: eigen[1], hoog: eigen[2] } : stelling;
};

/** Zet velden op de volgorde waarin Python ze schrijft. */
export const opRij = (velden, waarden) => Object.fromEntries(velden.filter((naam) => naam in waarden).map((naam) => [naam, waarden[naam]]));
