import { opslagInBrowser } from "./opslag.js";

// Welk scherm er staat voordat Python er is: dat van een leeg bestand, of het laatste eigen scherm.
// Een eigen scherm is een beeld bij een bewaard bestand. Het telt alleen als het daar precies bij hoort;
// anders zou de lezer op oude tekst verder typen.

const zoek = (deel, past) => (past(deel) ? deel : (deel.eigenschappen.inhoud || []).reduce((al, kind) => al || zoek(kind, past), null));

const metVandaag = (waarde, dag) => {
  if (waarde === "@vandaag") return dag;
  if (Array.isArray(waarde)) return waarde.map((een) => metVandaag(een, dag));
  if (waarde && typeof waarde === "object") return Object.fromEntries(Object.entries(waarde).map(([naam, een]) => [naam, metVandaag(een, dag)]));
  return waarde;
};

// Wat na het laatste beeld nog getypt is, staat per naam los in de opslag.
const metNaloop = (deel, naloop) => {
  const e = { ...deel.eigenschappen };
  if (e.naam && e.naam in naloop && "waarde" in e) e.waarde = naloop[e.naam];
  if (e.inhoud) e.inhoud = e.inhoud.map((kind) => metNaloop(kind, naloop));
  return { ...deel, eigenschappen: e };
};

/**
 * Kies wat er nu te zien is.
 *
 * @param {object} leeg de boom die bij het bouwen is gemaakt
 * @param {string} uitgave een beeld van een andere uitgave past niet
 * @returns {Promise<{boom?: object, eigen: object | null}>} zonder boom weet alleen Python het
 */
export async function eersteScherm(leeg, uitgave) {
  const nu = new Date();
  const boom = metVandaag(leeg, `${nu.getDate()}-${nu.getMonth() + 1}-${nu.getFullYear()}`);
  const bewaren = zoek(boom.wortel, ({ soort }) => soort === "bewaren");
  if (!bewaren) return { boom, eigen: null };
  const opslag = opslagInBrowser(bewaren.eigenschappen.instrument);
  try {
    const [naam] = await opslag.lijst();
    if (naam === undefined) return { boom, eigen: null };
    const { record, beeld } = await opslag.kijk(naam);
    if (!record) return { boom, eigen: null };
    const past = beeld?.uitgave === uitgave && beeld.bij === record.heel;
    if (!past && record.tekst) return { eigen: null };
    const basis = past ? beeld.boom : boom; // zonder tekst is Python er nog niet geweest
    const eigen = { naam, merken: record.merken, tijd: record.tijd };
    return { boom: { ...basis, wortel: metNaloop(basis.wortel, record.naloop) }, eigen };
  } catch {
    return { boom, eigen: null }; // bij het bewaren hoort de lezer wat er met de opslag is
  } finally {
    opslag.stop();
  }
}
