// Welk deel van Python is welk deel dat er al stond? Een kenmerk alleen zegt dat niet altijd: in een eerdere
// sessie kan een rij vaker opnieuw gebouwd zijn. Wat de lezer aanwees, moet precies dat blijven: liever een
// klik die niet doorgaat dan een klik op de buurman.

/** Wat een lezer of een uitkomst verandert, maakt een deel niet anders. */
const LOS = new Set(["inhoud", "waarde", "open", "gekozen", "maat", "sortering", "fout", "uit", "verborgen", "melding"]);

/** Hiervan heeft een scherm er hoogstens één. */
const ENIG = new Set(["bewaren", "dossier", "adres", "verzoek"]);

const eigen = ({ soort, eigenschappen }) =>
  JSON.stringify([soort, ...Object.entries(eigenschappen).filter(([naam]) => !LOS.has(naam)).sort(([a], [b]) => (a < b ? -1 : 1))]);
const binnen = ({ eigenschappen }) => eigenschappen.inhoud || [];
const alle = (deel) => [deel, ...binnen(deel).flatMap(alle)];
const heel = (deel) => `${eigen(deel)}(${binnen(deel).map(heel)})`;

// Koppel wat op beide plaatsen precies één keer voorkomt; wat overblijft, is niet zeker.
function paren(oud, nieuw, kijk) {
  const [a, b] = [groepeer(oud, kijk), groepeer(nieuw, kijk)];
  return [...a].filter(([print, delen]) => delen.length === 1 && b.get(print)?.length === 1)
    .map(([print, [deel]]) => [deel, b.get(print)[0]]);
}
function groepeer(lijst, kijk) {
  const uit = new Map();
  for (const een of lijst) uit.set(kijk(een), [...(uit.get(kijk(een)) || []), een]);
  return uit;
}

function koppel(oud, nieuw, namen) {
  namen.set(oud.id, nieuw.id);
  const [a, b] = [binnen(oud), binnen(nieuw)];
  // Is de hele rij gelijk, dan is elke plek dezelfde, ook van delen die op elkaar lijken.
  // Van tabbladen zegt het opschrift welk blad het is, wat er ook op staat.
  const bladen = (deel) => (deel.soort === "tabbladen" ? JSON.stringify(deel.eigenschappen.opschriften) : null);
  const gelijk = a.length === b.length && ((bladen(oud) && bladen(oud) === bladen(nieuw)) || a.every((deel, plek) => heel(deel) === heel(b[plek])));
  const vast = gelijk ? a.map((deel, plek) => [deel, b[plek]]) : paren(a, b, heel);
  const rest = (lijst, kant) => lijst.filter((deel) => !vast.some((paar) => paar[kant] === deel));
  for (const [een, ander] of [...vast, ...paren(rest(a, 0), rest(b, 1), eigen)]) koppel(een, ander, namen);
}

/**
 * Leg de boom die er stond naast die van Python.
 *
 * @returns {Map<string, string>} van het kenmerk dat er stond naar dat van Python; wat niet zeker is, ontbreekt
 */
export function schik(oud, nieuw) {
  const namen = new Map();
  koppel(oud, nieuw, namen); // de wortel is altijd dezelfde
  // Een naam is overal dezelfde, en van sommige delen is er maar één.
  const bekend = (boom) => alle(boom).filter(({ soort, eigenschappen: { naam } }) => naam || ENIG.has(soort));
  const wie = ({ soort, eigenschappen: { naam } }) => `${soort} ${naam || ""}`;
  for (const [een, ander] of paren(bekend(oud), bekend(nieuw), wie)) if (!namen.has(een.id)) namen.set(een.id, ander.id);
  return namen;
}

/** Welke delen kunnen blijven staan: die waarvan ook alles eromheen blijft. */
export function blijvers(oud, namen) {
  const loop = (deel) => (namen.has(deel.id) ? [deel.id, ...binnen(deel).flatMap(loop)] : []);
  return new Set(loop(oud));
}

/** Wat de vorige keer openklapte en Python nu dicht heeft, gaat weer open. */
export function klapOpen(oud, nieuw, namen) {
  const vakken = (boom, open) => alle(boom).filter(({ soort, eigenschappen }) => soort === "uitklap" && Boolean(eigenschappen.open) === open);
  const dicht = new Set(vakken(nieuw, false).map(({ id }) => id));
  return vakken(oud, true).map(({ id }) => namen.get(id)).filter((id) => dicht.has(id));
}
