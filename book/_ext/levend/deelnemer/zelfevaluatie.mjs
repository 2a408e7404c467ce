/**
 * De zelfevaluatie voor wie een link met een scan opent.
 *
 * Woorden, stellingen en bladen komen uit lv_tools/zelfevaluatie/scherm/deelnemer.py. Wat hier gebeurt, doet
 * Python ook (bestand/link.py, bestand/antwoorden.py, model/staat.py, scherm/invullen.py); de toets
 * tests/zelfevaluatie/scherm/test_deelnemer.py laat ze hetzelfde doen.
 */
import { alinea, kopie, opRij, voor, zoek } from "./boom.mjs";
import { schrijf } from "./code.mjs";
import { LinkFout, heeft, pakUit } from "./link.mjs";
import {
  aantal, antwoordbestand, bestandsnaam, datum, getal, kaal, kenmerk, klein, lengte, opsomming, regel, schoon, sha256, vandaag, vul,
} from "./schrift.mjs";
import { gegeven, lees, vervolg, vindRol } from "./vel.mjs";

const WOORD = "scan";
// Bij deze letters is kleine letters maken in elke taal hetzelfde; een groep met andere letters leest Python.
const GEWOON = /^[\u0020-\u007e\u00a0-\u00b4\u00b6-\u00de\u00e0-\u0130\u0132-\u0148\u014a-\u017e\u2010-\u2026\u20ac]*$/u;
const isRegel = (tekst, hoogstens) => typeof tekst === "string" && tekst !== "" && regel(schoon(tekst)) === tekst && lengte(tekst) <= hoogstens;
const isDag = (dag) => /^[12]\d{3}-\d\d-\d\d$/.test(dag) && new Date(`${dag}T00:00:00Z`).toJSON()?.slice(0, 10) === dag;
const groepcode = (naam) => regel(naam).toLowerCase();
const verschillend = (rij) => new Set(rij).size === rij.length;

export const heeftLink = (hekje) => heeft(hekje, WOORD);

/**
 * Lees de scan uit een link.
 *
 * @returns {Promise<object | null>} `null` als alleen Python deze scan kan openen
 * @throws {LinkFout} met een zin voor de lezer
 */
export async function leesLink(hekje, kennis) {
  const rij = await pakUit(hekje, WOORD, kennis.grenzen);
  if (!Array.isArray(rij) || rij.length !== 9 || !Number.isInteger(rij[0])) return null;
  if (rij[0] > kennis.lijst) {
    throw new LinkFout("Deze link hoort bij een nieuwere vragenlijst dan deze pagina kent. Laad de pagina opnieuw en probeer het nog eens.");
  }
  const [lijst, id, naam, dag, modus, versie, themas, groepen, eigen] = rij;
  const { grenzen, rollen } = kennis;
  const rijen = [themas, groepen, eigen].every(Array.isArray);
  const kan = lijst === kennis.lijst && rijen && /^[0-9a-f]{12}$/.test(id) && isRegel(naam, grenzen.naam) && isDag(dag)
    && grenzen.modi.includes(modus) && grenzen.versies.includes(versie)
    && themas.length > 0 && String(themas) === String(kennis.themas.map(({ code }) => code).filter((code) => themas.includes(code)))
    && groepen.length > 0 && groepen.length <= grenzen.groepen
    && groepen.every((groep) => isRegel(groep, grenzen.rol) && GEWOON.test(groep)) && verschillend(groepen.map(groepcode))
    && eigen.length <= grenzen.eigen && verschillend(eigen.map(([code]) => code))
    && eigen.every((delen) => delen.length === 3 && /^eigen-[1-9]\d{0,5}$/.test(delen[0]) && themas.includes(delen[1]) && isRegel(delen[2], grenzen.stelling));
  if (!kan) return null;
  const vast = new Set(rollen.map(([code]) => code));
  const opzet = { id, naam, datum: dag, modus, versie, themas, groepen: groepen.filter((groep) => vast.has(groep)) };
  if (eigen.length) opzet.eigen = eigen.map(([code, thema, tekst]) => ({ code, thema, tekst }));
  const eigenGroepen = groepen.filter((groep) => !vast.has(groep));
  if (eigenGroepen.length) opzet.eigen_groepen = eigenGroepen;
  return opzet;
}

export class Vorm {
  /** Wat bewaard wordt, zoals Python het schrijft. */
  data = {};
  melding = "";
  #fouten = new Map();
  #blad = -1;
  #vouw = false;

  constructor(kennis, opzet) {
    this.kennis = kennis;
    this.opzet = opzet;
    this.pad = `andere/${opzet.id}/vel`;
    this.themas = opzet.themas.map((code) => kennis.themas.find((thema) => thema.code === code));
    const groepen = [...opzet.groepen.map((code) => kennis.rollen.find(([vast]) => vast === code)),
      ...(opzet.eigen_groepen ?? []).map((naam) => [groepcode(naam), naam])];
    this.groepen = groepen;
    this.rollen = [...groepen, ...kennis.rollen.filter(([code]) => !opzet.groepen.includes(code)), kennis.onbekend];
    this.stellingen = this.themas.flatMap((thema) => [
      ...thema.stellingen.filter(({ kern }) => kern || opzet.versie === "volledig").map((s) => ({ ...s, thema: thema.code })),
      ...(opzet.eigen ?? []).filter((e) => e.thema === thema.code).map((e) => ({ code: e.code, tekst: e.tekst, hoog: "", anders: [], niet_voor: [], thema: thema.code })),
    ]);
    this.anoniem = opzet.modus === "anoniem";
  }

  zin(sleutel, waarden = {}) { return vul(this.kennis.zinnen[sleutel], waarden); }
  titel() { return this.data.staat.opzet.naam; }
  welkom() { return this.zin("invul_opent", { naam: this.opzet.naam }); }
  heelHulpmiddel() { return zoek(this.kennis.wortel, "alles").eigenschappen.tekst; }

  // -- het werk --------------------------------------------------------------------------------

  /** Kan dit werk hier open? Werk met een eigen scan erin is voor Python. */
  past(data, naloop) {
    if (!Object.keys(data).length) return this.#kent(naloop);
    const { staat } = data;
    const zelfde = JSON.stringify(staat?.toen) === JSON.stringify(this.kennis.leeg.staat.toen);
    return zelfde && !staat.gemaakt && staat.opzet.id !== this.opzet.id && this.#kent(naloop);
  }

  #kent(naloop) { return Object.keys(naloop).every((pad) => pad.startsWith(`${this.pad}/`) || pad === `andere/${this.opzet.id}/plek`); }

  /** Begin met bewaard werk, of met een leeg bestand, en zet daarin de scan uit de link open. */
  begin(data) {
    this.#fouten.clear();
    this.#blad = -1;
    this.data = structuredClone(Object.keys(data).length ? data : this.kennis.leeg);
    const { staat } = this.data;
    if (!Object.keys(data).length) Object.assign(staat.opzet, { id: kenmerk(6), datum: vandaag() });
    const andere = staat.andere ?? [];
    const bekend = andere.find(({ opzet }) => opzet.id === this.opzet.id);
    const rest = andere.filter((ander) => ander !== bekend);
    this.ander = { ...bekend, opzet: this.opzet };
    this.data.staat = opVolgordeVan(staat, { andere: [...rest, this.ander].slice(-this.kennis.grenzen.scans), open: this.opzet.id });
    this.data.plek = { ...this.data.plek, stap: "invullen" };
  }

  get vel() { return this.ander.vel ?? {}; }
  get plek() { return Math.min(this.ander.plek ?? 0, this.themas.length + 1); }
  get rol() { return this.vel.rol ?? ""; }
  get concept() { return this.data.concept ?? {}; }

  #zetAnder(vel, plek) {
    const { opzet } = this.ander;
    const nieuw = { opzet, ...(Object.keys(vel).length ? { vel } : {}), ...(plek ? { plek } : {}) };
    const { andere } = this.data.staat;
    andere[andere.indexOf(this.ander)] = nieuw;
    this.ander = nieuw;
  }

  #zetConcept(pad, waarde) {
    const { [pad]: _, ...rest } = this.concept;
    const concept = waarde === undefined ? rest : { ...rest, [pad]: waarde };
    const { staat, plek } = this.data;
    this.data = { staat, ...(Object.keys(concept).length ? { concept } : {}), plek };
  }

  /** Neem over wat op een plek is ingevuld. Wat te lang is, blijft als concept staan en telt als leeg. */
  zet(pad, ruw) {
    if (pad === `andere/${this.opzet.id}/plek`) { this.ga(Number(ruw) || 0); return; }
    const [soort, code] = pad.slice(this.pad.length + 1).split("/");
    const waarde = lees(soort, ruw, this.stellingen.filter((s) => s.thema === code).map((s) => s.code));
    if (waarde === undefined) return;
    const teVeel = this.#teVeel(soort, waarde) > 0;
    const opRegel = soort === "naam" || soort === "andere" ? waarde.replaceAll("\n", " ") : waarde;
    const concept = teVeel || opRegel !== waarde; // anders staat er straks niet wat iemand typte
    const oud = this.vel;
    const geldt = teVeel ? "" : opRegel;
    const nieuw = { ...oud, [soort]: code === undefined ? geldt : { ...oud[soort], [code]: geldt } };
    this.#zetAnder(vervolg(oud, nieuw, this.anoniem), this.ander.plek);
    this.#zetConcept(pad, concept ? waarde : undefined);
  }

  #teVeel(soort, waarde) {
    const hoogstens = { naam: this.kennis.grenzen.mens, andere: this.kennis.grenzen.rol, notities: this.kennis.grenzen.notitie }[soort];
    return hoogstens && typeof waarde === "string" ? lengte(kaal(waarde)) - hoogstens : 0;
  }

  ga(plek) { this.#zetAnder(this.vel, Math.max(0, Math.min(plek, this.themas.length + 1))); }

  /** Ga verder als kopie: een werk van zichzelf. */
  wordEigen() { this.data.staat = opVolgordeVan(this.data.staat, { kenmerk: kenmerk() }); }

  // -- wat de lezer doet -----------------------------------------------------------------------

  /** @returns {{focus?: string, meld?: string, bied?: {naam: string, inhoud: string}} | undefined} */
  gebeurtenis(deel, naam, gegevens) {
    const kop = () => ({ focus: `${this.plek}:kop` });
    if (naam === "wijziging" && deel === "naar") { this.ga(Number(gegevens.waarde)); return kop(); }
    if (naam === "wijziging") return this.#invoer(deel, gegevens);
    if (naam !== "klik") return undefined;
    if (deel === "vorige") { this.ga(this.plek - 1); return kop(); }
    if (deel === "volgende") { this.ga(this.plek + 1); return kop(); }
    if (deel === "alles") return { alles: true };
    if (deel === "naar_fout") {
      const pad = this.#langste();
      if (pad) this.ga(this.#isNaam(pad) ? 0 : 1 + this.#plekVan(pad)[0]);
      return { focus: pad };
    }
    if (deel.endsWith(":bewaar")) return { bied: this.bestand() };
    if (deel.endsWith(":wis")) { this.#wis(); return kop(); }
    return undefined;
  }

  #invoer(deel, { waarde, verlaten }) {
    const af = this.#af();
    this.zet(deel, waarde);
    const teVeel = this.#teVeel(deel.slice(this.pad.length + 1).split("/")[0], this.concept[deel]);
    if (teVeel > 0 && verlaten) this.#fouten.set(deel, this.#teLang(deel, teVeel));
    else if (!(teVeel > 0)) this.#fouten.delete(deel);
    const nu = this.#af();
    return nu.size > af.size && [...af].every((code) => nu.has(code)) ? { meld: this.zin("invul_af", { stand: this.#stand() }) } : undefined;
  }

  #teLang(pad, teveel) {
    const telt = lengte(kaal(this.concept[pad]));
    return vul(this.kennis.te_lang[pad.replace(this.opzet.id, "@scan")], { telt: getal(telt), teveel: getal(teveel) });
  }

  #isNaam(pad) { return pad === `${this.pad}/naam`; }

  #plekVan(pad) {
    const [thema, soort] = pad.split("/").at(-1).split(":");
    return [this.opzet.themas.indexOf(thema), soort];
  }

  /** Het pad van de eerste tekst die te lang is. */
  #langste() {
    const naam = `${this.pad}/naam`;
    if (!this.anoniem && this.#teVeel("naam", this.concept[naam]) > 0) return naam;
    const paden = Object.keys(this.concept).filter((pad) => pad.startsWith(`${this.pad}/notities/`) && this.#plekVan(pad)[0] >= 0);
    const eerder = (a, b) => this.#plekVan(a)[0] - this.#plekVan(b)[0] || (this.#plekVan(a)[1] < this.#plekVan(b)[1] ? -1 : 1);
    return paden.sort(eerder)[0] ?? "";
  }

  #wis() {
    const over = Object.fromEntries(Object.entries(this.concept).filter(([pad]) => !pad.startsWith(`${this.pad}/`)));
    const { staat, plek } = this.data;
    this.data = { staat, ...(Object.keys(over).length ? { concept: over } : {}), plek };
    this.#fouten.clear();
    this.#zetAnder({}, 0);
  }

  // -- hoe ver iemand is -----------------------------------------------------------------------

  /** Per thema hoeveel stellingen zijn ingevuld, en hoeveel er zijn. */
  stand() {
    const klaar = gegeven(this.vel);
    return this.themas.map(({ code }) => {
      const gevraagd = this.stellingen.filter((s) => s.thema === code && !s.niet_voor.includes(this.rol));
      return [gevraagd.filter((s) => s.code in klaar).length, gevraagd.length];
    });
  }

  #af() { return new Set(this.stand().flatMap(([gedaan, alle], plek) => (gedaan === alle ? [plek] : []))); }
  #samen() { return this.stand().reduce(([a, b], [gedaan, alle]) => [a + gedaan, b + alle], [0, 0]); }
  #stand() {
    const [klaar, totaal] = this.#samen();
    return this.zin("invul_stand", { klaar, stellingen: aantal(totaal, "stelling", "stellingen") });
  }

  // -- het bestand -----------------------------------------------------------------------------

  /** De persoon zoals hij in het bestand komt; `null` zonder groep, zonder antwoord of met een te lange tekst of naam. */
  respondent() {
    const { vel } = this;
    if (!this.rol || this.#langste() || Object.keys(this.concept).some((pad) => pad.startsWith(`${this.pad}/notities/`))) return null;
    const notities = Object.fromEntries(Object.entries(vel.notities ?? {}).map(([code, tekst]) => [code, kaal(tekst)]).filter(([, tekst]) => tekst));
    if (!Object.keys(gegeven(vel)).length && !Object.keys(notities).length && !vel.rest) return null;
    const rol = vindRol(this.rol === "*anders" ? vel.andere ?? "" : this.rol, this.rollen, this.kennis.onbekend[0], this.kennis.grenzen.rol);
    const weg = new Set(this.stellingen.filter((s) => s.niet_voor.includes(rol)).map(({ code }) => code));
    return {
      id: vel.id ?? "",
      rol,
      naam: this.anoniem ? "" : regel(vel.naam ?? ""),
      tijd: vel.versie ?? "",
      antwoorden: Object.fromEntries(Object.entries(gegeven(vel)).filter(([code]) => !weg.has(code))),
      notities,
      rest: vel.rest ?? [],
    };
  }

  /** Dezelfde antwoorden als code, zonder naam en zonder wat iemand opschreef; leeg als er niets te geven is. */
  code(wie) {
    if (!wie || !Object.keys(wie.antwoorden).length) return "";
    const { kennis, opzet } = this;
    const rollen = [...kennis.rollen.map(([code]) => code), ...(opzet.eigen_groepen ?? []).map(groepcode)];
    const stellingen = this.stellingen.map(({ code }) => code);
    const vorm = { nummer: 1, meting: opzet.id, lijst: kennis.lijst, rollen, stellingen, keuzes: [], schaal: kennis.schaal.length, nvt: Boolean(kennis.nvt) };
    return schrijf({ ...wie, versie: wie.tijd, keuzes: {} }, vorm);
  }

  /** Een afdruk van de vragen; gelijk zolang antwoorden bij elkaar passen. */
  afdruk() {
    const eigen = Object.fromEntries((this.opzet.eigen ?? []).map((e) => [e.code, [e.thema, e.tekst]]));
    const delen = [this.kennis.lijst, this.stellingen.map(({ code }) => code), eigen];
    return sha256(klein(delen, ", ", ": ")).slice(0, 16);
  }

  /** De stellingen in de woorden van een groep, en de tekstvelden, bij hun code. */
  #vragen(rol) {
    const stellingen = this.stellingen.map((s) => [s.code, voor(s, rol).tekst]);
    return Object.fromEntries([...stellingen, ...this.#velden()]);
  }

  #velden() {
    return this.themas.flatMap(({ code, titel, bewijs, opmerking }) =>
      [[`${code}:bewijs`, `${titel}: ${bewijs}`], [`${code}:opmerking`, `${titel}: ${opmerking}`]]);
  }

  /** Het bestand om in te leveren: hoe het heet, en wat erin staat. */
  bestand() {
    const wie = this.respondent();
    if (!wie) throw new Error("er is nog niets om te bewaren");
    const { opzet, kennis } = this;
    const in_ = ([code]) => code in wie.antwoorden || code in wie.notities;
    const inhoud = antwoordbestand({
      formaat: "lv-tools",
      instrument: kennis.instrument,
      soort: kennis.bestand.soort,
      versie: kennis.bestand.versie,
      scan: opzet.id,
      scannaam: opzet.naam,
      vragen: this.afdruk(),
      modus: opzet.modus,
      kenmerk: wie.id,
      tijd: wie.tijd,
      rol: wie.rol,
      naam: wie.naam,
      antwoorden: Object.fromEntries(Object.entries(wie.antwoorden).map(([code, wat]) => [code, wat ?? "?"])),
      notities: wie.notities,
      controle: "",
      lijst: kennis.lijst,
      schaal: kennis.schaal,
      stellingen: Object.fromEntries(Object.entries(this.#vragen(wie.rol)).filter(in_)),
      rest: wie.rest,
    });
    const stukje = this.anoniem ? kenmerk(2) : wie.id.slice(0, 4);
    const merk = `${[...wie.rol].slice(0, 20).join("")} ${stukje}`;
    return { naam: bestandsnaam(kennis.instrument, "antwoorden", opzet.naam, opzet.datum, "json", merk), inhoud };
  }

  /** Wat er in het bestand komt te staan, in gewone woorden. */
  overzicht(wie) {
    const { opzet, kennis } = this;
    const [scan, naam, rol, tijd, merk, gewoon] = kennis.bestand.regels;
    const rolnaam = new Map(this.rollen).get(wie.rol) ?? wie.rol;
    const regels = [[scan, `${opzet.naam} (kenmerk ${opzet.id})`], [naam, wie.naam || kennis.bestand.zonder_naam], [rol, rolnaam], [tijd, wie.tijd], [merk, wie.id]];
    const velden = new Map(this.#velden());
    for (const { code: thema } of this.themas) {
      for (const stelling of this.stellingen) {
        if (stelling.thema === thema && stelling.code in wie.antwoorden) regels.push([voor(stelling, wie.rol).tekst, this.#antwoord(wie.antwoorden[stelling.code])]);
      }
      for (const [code, tekst] of velden) if (code.startsWith(`${thema}:`) && code in wie.notities) regels.push([tekst, wie.notities[code]]);
    }
    const manier = opzet.modus === "naam" ? "op naam" : "anoniem";
    return [...regels, [gewoon, `versie ${kennis.bestand.versie}, ${this.afdruk()}, ${manier}`]];
  }

  #antwoord(wat) { return wat === null ? this.kennis.weet_niet : wat === 0 ? this.kennis.nvt : this.kennis.schaal[wat - 1]; }

  // -- het scherm ------------------------------------------------------------------------------

  boom() {
    const { plek } = this;
    if (this.#blad !== plek) {
      // Wie bij een thema al iets opschreef, ziet dat meteen; daarna klapt alleen de lezer het open of dicht.
      this.#vouw = Object.keys(this.vel.notities ?? {}).some((code) => code.startsWith(`${this.themas[plek - 1]?.code}:`) && this.vel.notities[code]);
      this.#blad = plek;
    }
    const fout = this.#langste();
    const opzet = {
      melding: { tekst: this.melding },
      fout: { tekst: fout && this.#zinTeLang(fout) },
      naar_fout: { verborgen: !fout },
      stand: { alineas: [alinea((plek > 0 && plek <= this.themas.length ? this.zin("invul_stand_begin", { nummer: plek, alle: this.themas.length }) : "") + this.#stand())] },
      plaats: { inhoud: [this.#bladboom(plek)] },
      vorige: { verborgen: plek === 0 },
      volgende: { verborgen: plek > this.themas.length, tekst: this.zin(plek === 0 ? "invul_begin_knop" : plek === this.themas.length ? "invul_overzicht" : "invul_volgende") },
      naar: { opties: this.#bladen(), waarde: String(plek) },
      alles: { verborgen: false },
    };
    return kopie(this.kennis.wortel, (deel) => opzet[deel.id]);
  }

  #zinTeLang(pad) {
    if (this.#isNaam(pad)) return this.zin("invul_naam_te_lang", { hoeveel: getal(this.kennis.grenzen.mens) });
    const [thema, soort] = [this.themas[this.#plekVan(pad)[0]], this.#plekVan(pad)[1]];
    return this.zin("invul_te_lang", { thema: thema.titel, veld: thema[soort], hoeveel: getal(this.kennis.grenzen.notitie) });
  }

  #bladen() {
    const stand = this.stand();
    return [["0", this.zin("invul_begin")],
      ...this.themas.map(({ titel }, plek) => [String(plek + 1), this.zin("invul_thema_stand", { titel, gedaan: stand[plek][0], alle: stand[plek][1] })]),
      [String(this.themas.length + 1), this.zin("slot_titel")]];
  }

  #bladboom(plek) {
    const code = plek === 0 ? "" : plek > this.themas.length ? "slot" : this.themas[plek - 1].code;
    const eigen = code === "" ? this.#begin() : code === "slot" ? this.#slot() : this.#thema(code);
    return kopie(this.kennis.bladen[code], (deel) => {
      const naam = deel.eigenschappen.naam?.replace("@scan", this.opzet.id);
      const bij = naam ? { naam, ...this.#veld(naam) } : undefined;
      return { ...bij, ...eigen[deel.id], ...eigen[deel.soort] };
    }, (deel) => (deel.eigenschappen.naam ? deel.eigenschappen.naam.replace("@scan", this.opzet.id) : `${plek}:${deel.id}`));
  }

  /** Wat er in een veld staat, en wat eraan mankeert. */
  #veld(pad) {
    const [soort, code] = pad.slice(this.pad.length + 1).split("/");
    const staat = code === undefined ? this.vel[soort] : this.vel[soort]?.[code];
    const waarde = this.concept[pad] ?? staat;
    if (soort === "antwoorden") return { waarde: waarde ?? {} };
    if (soort === "rol") return { waarde: this.groepen.some(([groep]) => groep === waarde) ? waarde : null, opties: this.groepen };
    return { waarde: waarde ?? "", ...(this.#fouten.has(pad) ? { fout: this.#fouten.get(pad) } : { fout: "" }), ...this.#getoond(soort) };
  }

  #getoond(soort) {
    if (soort === "naam") return { verborgen: this.anoniem };
    return soort === "andere" ? { verborgen: this.rol !== "*anders" } : {};
  }

  #begin() {
    const { opzet, kennis } = this;
    const [titel, uitleg, weet] = kennis.manieren[opzet.modus];
    const zinnen = [
      `‘${opzet.naam}’ van ${datum(opzet.datum)}: ${aantal(this.stellingen.length, "stelling", "stellingen")} over ${aantal(this.themas.length, "thema", "thema's")}.`,
      `Wie meedoet: ${opsomming(this.groepen.map(([, naam]) => naam))}.`,
      `${titel}. ${uitleg}`,
    ];
    return { opzet: { alineas: zinnen.map(alinea) }, ziet: { alineas: [...kennis.regels, ...weet].map(alinea) } };
  }

  #thema(code) {
    const gevraagd = this.stellingen.filter((s) => s.thema === code);
    const zeg = (groep) => gevraagd.map((s) => {
      const { tekst, hoog } = voor(s, groep);
      const weg = s.niet_voor.includes(groep);
      return { id: s.code, tekst, hulp: hoog ? this.zin("invul_hoog", { hoog }) : "", ...(weg && { weg }) };
    });
    const stellingen = zeg(this.rol);
    const anders = JSON.stringify(stellingen) !== JSON.stringify(zeg(""));
    const groep = new Map(this.rollen).get(this.rol) ?? this.rol;
    return {
      vragenlijst: { stellingen, hulp: anders ? vul(this.kennis.andere_woorden, { groep }) : "" },
      uitklap: { open: this.#vouw },
    };
  }

  #slot() {
    const wie = this.respondent();
    const [klaar, totaal] = this.#samen();
    const open = totaal - klaar;
    const code = this.code(wie);
    const zinnen = [this.rol ? "" : this.zin("slot_geen_groep"), open ? this.zin("slot_open", { stellingen: aantal(open, "stelling", "stellingen") }) : ""];
    const { kolommen } = zoek(this.kennis.bladen.slot, "overzicht").eigenschappen.gegevens;
    const rijen = wie ? this.overzicht(wie).map((rij) => rij.map((tekst) => ({ t: tekst }))) : [];
    return {
      ontbreekt: { tekst: zinnen.filter(Boolean).join(" "), toon: this.rol ? "gewoon" : "letop" },
      overzicht: { verborgen: !wie, gegevens: { kolommen, rijen } },
      bewaar: { uit: !wie },
      code: { code, wacht: !code, bericht: vul(this.kennis.bericht, { naam: this.opzet.naam }) },
      daarna: { alineas: [alinea(this.zin("slot_stuur_op")), alinea(this.zin("slot_later"))] },
    };
  }
}

const VELDEN = ["toen", "opzet", "groep", "gemaakt", "plek", "andere", "open", "samen", "eerdere", "overig", "weergave", "kenmerk"];
const opVolgordeVan = (staat, nieuw) => opRij(VELDEN, { ...staat, ...nieuw });
