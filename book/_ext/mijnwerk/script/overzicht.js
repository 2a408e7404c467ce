// Wat er open is, wat er aankomt en wat de volgende stap is: alleen regels, geen scherm en geen opslag.

/** Zo veel dagen vooruit en terug is iets aan de beurt. */
export const DAGEN_VOORUIT = 21;
export const DAGEN_TERUG = 14;
const DAG_MS = 864e5;
const PLAN = "verbeterplan";
const KALENDER = "kwaliteitskalender";
const GESPREK = "gespreksprompter";
export const DOSSIER = "dossier";
export const OPEN_DOSSIER = "dossier-open";
const NIET_VAN_MENSEN = [DOSSIER, OPEN_DOSSIER];

function ontleed(stuk) {
  try { return JSON.parse(stuk.tekst)?.staat || {}; } catch { return {}; }
}
const rij = (waarde) => (Array.isArray(waarde) ? waarde : []);
const woord = (waarde) => (typeof waarde === "string" ? waarde.trim() : "");
/** Een dag als getal, zonder tijd en zonder tijdzone; `NaN` als het geen dag is. */
export const dagnummer = (dag) => (/^\d{4}-\d\d-\d\d$/.test(dag) ? Date.parse(`${dag}T00:00:00Z`) / DAG_MS : NaN);

/** De stukken werk, het laatst gebruikte eerst, met de stap waarin iemand bezig was. */
export function werkVan(stukken, deuren) {
  return stukken.filter(({ instrument }) => deuren[instrument] && !NIET_VAN_MENSEN.includes(instrument))
    .map((stuk) => ({ ...stuk, inhoud: ontleed(stuk) }))
    .map((stuk) => ({ ...stuk, heet: heet(stuk), deur: deuren[stuk.instrument], stap: deuren[stuk.instrument].stappen[stuk.inhoud.plek?.stap] || "" }))
    .sort((een, ander) => ander.tijd - een.tijd);
}

const LEEGNAAM = /^Zonder naam(?: \(.*\))?$/;
const jongste = (reeksen) => rij(reeksen).filter((reeks) => rij(reeks?.gesprekken).length).at(-1)?.naam;
/** Hoe werk heet dat niemand een naam gaf: naar waar het over gaat, of anders naar wanneer het was. */
export function heet({ naam, tijd, inhoud }) {
  if (!LEEGNAAM.test(naam)) return naam;
  const staat = inhoud?.staat || {};
  const over = [staat.kern?.titel, staat.naam, staat.opzet?.naam, staat.soort, jongste(staat.reeksen)].map(woord).find(Boolean);
  if (over) return over;
  const toen = new Date(tijd);
  const dag = toen.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  return `van ${dag}, ${toen.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", ".")} uur`;
}

/** De dossiers, met wat erin zit; onleesbaar is leeg. */
export function dossiersVan(stukken) {
  return stukken.filter(({ instrument }) => instrument === DOSSIER)
    .map((stuk) => ({ ...stuk, pakketten: rij(ontleed(stuk).pakketten).filter((pakket) => rij(pakket?.stukken).length) }))
    .sort((een, ander) => een.naam.localeCompare(ander.naam, "nl"));
}

/** De voorbeeldschool heeft haar eigen jaar: haar dagen zijn niet die van de lezer. */
export const VOORBEELD = "Voorbeeldschool";
const laatste = (reeks) => rij(reeks).filter((bericht) => bericht?.stand).sort((een, ander) => String(een.dag || "").localeCompare(String(ander.dag || ""))).at(-1);
const gestopt = (activiteit) => activiteit.besluit === "stoppen" || laatste(activiteit.waarnemingen)?.stand === "klaar";

// Per hulpmiddel: wat er op een dag moet gebeuren. `blijft`: het staat open tot iemand zegt dat het klaar is.
const AGENDA = {
  [PLAN]: ({ kern = {} }) => [
    ...rij(kern.activiteiten).filter((a) => !gestopt(a)).map((a) => ({ id: a.id, wat: a.wat, wie: a.wie, dag: a.klaar, blijft: true })),
    ...rij(kern.doelen).flatMap((doel) => [...rij(doel.tussendoelen), doel]).filter((d) => !rij(d.waarnemingen).some(({ dag }) => dag >= d.klaar))
      .map((d) => ({ id: `meet-${d.id}`, wat: d.wat && `Meten: ${d.wat}`, wie: d.wie, dag: d.klaar })),
    ...rij(kern.momenten).map((m) => ({ id: `kijk-${m.id}`, wat: m.wat, wie: m.wie, dag: m.dag })),
    ...(kern.midterm?.dag ? [{ id: "midterm", wat: `Halverwege kijken: ${kern.titel || "het plan"}`, wie: "", dag: kern.midterm.dag }] : []),
    ...rij(kern.boodschappen).filter((b) => !b.verteld).map((b) => ({ id: `vertel-${b.id}`, wat: b.wat && `Vertellen: ${b.wat}`, wie: b.wie, dag: b.dag, blijft: true })),
  ],
  [KALENDER]: ({ punten, gevolgd }) => {
    const eigen = rij(punten).filter((p) => !p.weg);
    const bezet = new Set(rij(punten).map((p) => `${p.bron}/${p.stuk}`));
    const gevolgde = rij(gevolgd).flatMap((werk) => rij(werk.stukken).filter((s) => !bezet.has(`${werk.id}/${s.stuk}`)).map((s) => ({ id: s.stuk, ...s.vorm })));
    return [...eigen, ...gevolgde].map((p) => ({ id: p.stuk || p.id, wat: p.wat, wie: p.wie, dag: p.tot || p.dag }));
  },
  [GESPREK]: ({ reeksen }) => rij(reeksen).flatMap((reeks) => rij(reeks.gesprekken).flatMap((gesprek) => [
    ...rij(gesprek.afspraken).filter((a) => (a.stand || "open") === "open").map((a) => ({ id: a.id, wat: a.wat, wie: a.wie, dag: a.wanneer, blijft: true })),
    ...(gesprek.gehouden ? [] : [{ id: gesprek.id, wat: `Gesprek: ${reeks.naam || reeks.tafel?.naam || ""}`, wie: "", dag: gesprek.moment?.dag }]),
  ])),
};

// Werk dat anders in elkaar zit dan wij kennen, opent het hulpmiddel zelf; hier telt het dan niet mee.
function agendaVan(stuk) {
  try { return AGENDA[stuk.instrument]?.(stuk.inhoud.staat || {}) || []; } catch { return []; }
}

/**
 * Wat een werk dat hier zelf staat, alleen via het dossier kan zeggen: de keren van een reeks.
 *
 * De kalender bewaart de reeks en rekent haar keren in Python uit. Een keer die iemand verzette of
 * weghaalde, staat wel bij de punten, en is daar het nieuwst; een reeks die weg is, geeft niets meer.
 */
function alleenKlaargelegd(staat) {
  const reeksen = new Set(rij(staat?.reeksen).map((reeks) => woord(reeks?.wat)));
  const bewerkt = new Set(rij(staat?.punten).map((punt) => punt?.id));
  return (stuk) => reeksen.has(woord(stuk.wat)) && !bewerkt.has(stuk.id);
}

/**
 * Wat er aan de beurt is of was, op volgorde van dag; hetzelfde op dezelfde dag staat er één keer.
 *
 * @param {number} vandaag zie {@link dagnummer}
 */
export function aanDeBeurt(werk, dossiers, vandaag) {
  const hier = new Map([...werk].reverse().map(({ instrument, inhoud }) => [`${instrument}/${inhoud.staat?.kenmerk || ""}`, inhoud.staat]));
  const uitWerk = werk.filter(({ naam }) => naam !== VOORBEELD).flatMap((stuk) => agendaVan(stuk).map((punt) => ({ ...punt, stuk })));
  // Wat uit werk komt dat hier zelf ook staat, is daar het nieuwst.
  const uitDossier = dossiers.filter(({ naam }) => naam !== VOORBEELD).flatMap(({ pakketten }) => pakketten).flatMap(({ van, werk: kenmerk, stukken }) => {
    const eigen = `${van?.hulpmiddel}/${kenmerk}`;
    const telt = !hier.has(eigen) ? () => true : van?.hulpmiddel === KALENDER ? alleenKlaargelegd(hier.get(eigen)) : () => false;
    return stukken.filter((s) => ["actie", "moment"].includes(s?.soort) && telt(s))
      .map((s) => ({ id: s.id, wat: s.wat, wie: s.wie, dag: s.dag || s.klaar, van: van?.hulpmiddel }));
  });
  const gezien = new Set();
  return [...uitWerk, ...uitDossier]
    .map((punt) => ({ ...punt, wat: woord(punt.wat), wie: woord(punt.wie), over: dagnummer(punt.dag) - vandaag }))
    .filter(({ wat, over, blijft }) => wat && over <= DAGEN_VOORUIT && (over >= -DAGEN_TERUG || blijft))
    .filter(({ wat, dag }) => { const sleutel = `${dag} ${wat}`; const nieuw = !gezien.has(sleutel); gezien.add(sleutel); return nieuw; })
    .sort((een, ander) => een.over - ander.over);
}

/** Wat een soort stuk vraagt, het verst in de lijn eerst: van signaal naar punt, plan en jaar. */
const LIJN = [["actie", KALENDER], ["verbeterpunt", PLAN], ["signaal", "risicoscan"], ["gespreksvraag", GESPREK]];

/** De volgende stap: iets wat in het open dossier klaarligt en nog niemand meenam, of verder waar u was. */
export function volgendeStap(werk, dossier, deuren) {
  for (const [soort, nemer] of LIJN) {
    const klaar = (dossier?.naam === VOORBEELD ? [] : dossier?.pakketten || []).filter(({ stukken }) => stukken.some((stuk) => stuk.soort === soort));
    const sinds = Math.max(0, ...klaar.map(({ tijd }) => Date.parse(tijd) || 0));
    const gebruikt = werk.find(({ instrument }) => instrument === nemer);
    if (klaar.length && deuren[nemer] && !(gebruikt?.tijd > sinds)) {
      return { soort, deur: deuren[nemer], aantal: klaar.flatMap(({ stukken }) => stukken).filter((stuk) => stuk.soort === soort).length };
    }
  }
  return werk.length ? { werk: werk[0], deur: werk[0].deur } : null;
}
