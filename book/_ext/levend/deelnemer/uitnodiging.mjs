/**
 * Een vel voor wie een uitnodiging opent, van elk hulpmiddel met zulke uitnodigingen.
 *
 * Woorden en stellingen komen uit lv_tools/bouwdoos/groep/deelnemer.py. Wat hier gebeurt, doet Python ook
 * (basis/verzamelen/uitnodiging.py, bouwdoos/groep/vel.py en uitnodigen.py); de toetsen
 * tests/urgentiemeter/scherm/test_deelnemer.py en tests/risicoscan/test_deelnemer.py laten ze hetzelfde doen.
 */
import { alinea, kopie, opRij, voor, zoek } from "./boom.mjs";
import { schrijf } from "./code.mjs";
import { LinkFout, heeft, pakUit } from "./link.mjs";
import { aantal, bestandsnaam, getal, kaal, kenmerk, leesWerk, lengte, opsomming, regel, schoon, vandaag, vul, werkbestand } from "./schrift.mjs";
import { gegeven, isIngevuld, lees, sluitUit, vervolg, vindRol } from "./vel.mjs";

const PAD = "groep/eigen";
const NOTITIES = `${PAD}/notities/`;

/** Wat een hulpmiddel met zijn link doet: zien dat zij er is, en haar lezen. */
export const linkVan = (woord) => ({
  heeftLink: (hekje) => heeft(hekje, woord),

  /**
   * Lees de uitnodiging uit een link.
   *
   * @returns {Promise<object | null>} `null` als alleen Python haar kan openen
   * @throws {LinkFout} met een zin voor de lezer
   */
  async leesLink(hekje, kennis) {
    const rij = await pakUit(hekje, woord, kennis.grenzen);
    if (!Array.isArray(rij) || rij.length !== 3 || !Number.isInteger(rij[0])) return null;
    const [lijst, meting, naam] = rij;
    if (lijst > kennis.lijst) {
      throw new LinkFout("Deze link hoort bij een nieuwere vragenlijst dan deze pagina kent. Laad de pagina opnieuw en probeer het nog eens.");
    }
    const kan = /^[0-9a-f]{12}$/.test(meting) && typeof naam === "string" && regel(schoon(naam)) === naam && lengte(naam) <= kennis.grenzen.naam;
    return kan ? { meting, naam } : null;
  },
});

export class Vorm {
  data = {};
  melding = "";
  #fouten = new Map();

  constructor(kennis, uitnodiging) {
    this.kennis = kennis;
    this.uitnodiging = uitnodiging;
  }

  zin(sleutel, waarden = {}) { return vul(this.kennis.zinnen[sleutel], waarden); }
  titel() { return this.data.staat.naam ?? ""; }
  welkom() { return this.zin("mee_opent", { naam: this.uitnodiging.naam }); }
  heelHulpmiddel() { return zoek(this.kennis.wortel, "alles").eigenschappen.tekst; }

  /** In welk bestand deze meting staat; een andere meting van de lezer blijft zoals zij is. */
  async kies(opslagInBrowser) {
    const { instrument, versie } = this.kennis;
    const opslag = opslagInBrowser(instrument);
    try {
      const namen = await opslag.lijst();
      for (const naam of namen) {
        const record = await opslag.lees(naam);
        if (!record?.tekst && naam === namen[0]) return [naam]; // er werd pas net iets getypt
        const staat = record?.tekst && leesWerk(record.tekst, instrument, versie)?.staat.staat;
        if (staat && staat.meting === this.uitnodiging.meting) return [naam];
      }
      return namen.length ? [this.uitnodiging.naam, true] : null;
    } catch {
      return null; // bij het bewaren hoort de lezer wat er met de opslag is
    } finally {
      opslag.stop();
    }
  }

  /** Kan dit werk hier open? */
  past(data, naloop) {
    const kent = Object.keys(naloop).every((pad) => pad.startsWith(`${PAD}/`));
    if (!Object.keys(data).length) return kent;
    const { staat } = data;
    const zelfde = JSON.stringify(staat?.toen) === JSON.stringify(this.kennis.leeg.staat.toen);
    return kent && zelfde && staat.meting === this.uitnodiging.meting && (staat.groep?.modus ?? "") === "";
  }

  begin(data) {
    this.#fouten.clear();
    const nieuw = !Object.keys(data).length;
    this.data = structuredClone(nieuw ? this.kennis.leeg : data);
    if (nieuw) {
      const { naam, meting } = this.uitnodiging;
      this.data.staat = this.#staat({ naam, meting, groep: { manier: "zelf" }, [this.kennis.kenmerk]: kenmerk() });
      this.data.plek = { ...this.kennis.stap };
    }
  }

  #staat(nieuw) { return opRij(this.kennis.velden, { ...this.data.staat, ...nieuw }); }

  get vel() { return this.data.staat.groep?.eigen ?? {}; }
  get concept() { return this.data.concept ?? {}; }
  get rol() {
    const { rol = "", andere = "" } = this.vel;
    return vindRol(rol === this.kennis.anders ? andere : rol, this.kennis.rollen, "onbekend", this.kennis.grenzen.rol);
  }

  #zetVel(vel) {
    const groep = opRij(this.kennis.groepvelden, { ...this.data.staat.groep, eigen: vel });
    if (!Object.keys(vel).length) delete groep.eigen;
    this.data.staat = this.#staat({ groep });
  }

  #zetConcept(pad, waarde) {
    const { [pad]: _, ...rest } = this.concept;
    const concept = waarde === undefined ? rest : { ...rest, [pad]: waarde };
    const { staat, plek } = this.data;
    this.data = { staat, ...(Object.keys(concept).length && { concept }), ...(plek && { plek }) };
  }

  zet(pad, ruw) {
    const [soort, code] = pad.slice(PAD.length + 1).split("/");
    let waarde = lees(soort, ruw, this.kennis.stellingen.map((stelling) => stelling.code));
    if (waarde === undefined) return;
    const oud = this.vel;
    if (soort === "keuzes") waarde = sluitUit(oud.keuzes?.[code] ?? [], waarde, this.kennis.los);
    const teVeel = this.#teVeel(soort, waarde) > 0;
    const opRegel = soort === "naam" || soort === "andere" ? waarde.replaceAll("\n", " ") : waarde;
    const geldt = teVeel ? "" : opRegel;
    this.#zetVel(vervolg(oud, { ...oud, [soort]: code === undefined ? geldt : { ...oud[soort], [code]: geldt } }, false));
    this.#zetConcept(pad, teVeel || opRegel !== waarde ? waarde : undefined);
  }

  #teVeel(soort, waarde) {
    const { mens, rol, notitie } = this.kennis.grenzen;
    const hoogstens = { naam: mens, andere: rol, notities: notitie }[soort];
    return hoogstens && typeof waarde === "string" ? lengte(kaal(waarde)) - hoogstens : 0;
  }

  wordEigen() { this.data.staat = this.#staat({ [this.kennis.kenmerk]: kenmerk() }); }

  gebeurtenis(deel, naam, gegevens) {
    if (naam === "klik" && deel === "alles") return { alles: true };
    if (naam === "klik" && deel === "bewaar") return { bied: this.bestand() };
    if (naam !== "wijziging") return undefined;
    this.zet(deel, gegevens.waarde);
    const teVeel = this.#teVeel(deel.slice(PAD.length + 1).split("/")[0], this.concept[deel]);
    if (teVeel > 0 && gegevens.verlaten) {
      const telt = getal(lengte(kaal(this.concept[deel])));
      this.#fouten.set(deel, vul(this.kennis.te_lang[deel], { telt, teveel: getal(teVeel) }));
    } else if (!(teVeel > 0)) this.#fouten.delete(deel);
    return undefined;
  }

  /** Het bestand om in te leveren: alleen deze antwoorden, en bij welke meting zij horen. */
  bestand() {
    const { instrument, versie, inleveren } = this.kennis;
    const { naam, meting } = this.data.staat;
    const alleen = opRij(this.kennis.velden, { ...inleveren.staat, ...(naam && { naam }), groep: { eigen: this.vel }, meting });
    const inhoud = werkbestand({ instrument, versie, naam: inleveren.naam, staat: { staat: alleen } });
    return { naam: bestandsnaam(instrument, "antwoorden", naam ?? "", vandaag(), "json", kenmerk(3)), inhoud };
  }

  /** Dezelfde antwoorden als code, zonder naam en zonder wat iemand opschreef; leeg als er niets te geven is. */
  code() {
    const { vel, kennis } = this;
    const gekozen = Object.entries(vel.keuzes ?? {}).filter(([, codes]) => codes.length);
    const weetNiet = kennis.los.at(-1);
    const keuzes = Object.fromEntries(gekozen.map(([vraag, codes]) => [vraag, codes.includes(weetNiet) ? null : codes]));
    const antwoorden = gegeven(vel);
    if (!gekozen.length && !Object.keys(antwoorden).length) return "";
    return schrijf({ id: vel.id, versie: vel.versie, rol: this.rol, antwoorden, keuzes }, { ...kennis.code, meting: this.uitnodiging.meting });
  }

  boom() {
    const { kennis, vel } = this;
    const { rol } = this;
    const open = kennis.stellingen.filter(({ code }) => !(code in gegeven(vel))).length;
    const zinnen = !isIngevuld(vel) ? [this.zin("mee_leeg")] : [
      rol === "onbekend" ? this.zin("mee_rol") : "", // ook een andere rol zonder naam, of met een te lange
      open ? this.zin("mee_open", { stellingen: this.#hoeveel(open) }) : "",
    ];
    const teLang = this.#teLang();
    if (teLang.length) zinnen.push(this.zin("mee_te_lang", { waar: opsomming(teLang) }));
    const code = this.code();
    const eigen = {
      code: { code, wacht: !code, bericht: vul(kennis.bericht, { naam: this.uitnodiging.naam }) },
      melding: { tekst: this.melding },
      welkom: { alineas: [alinea(this.welkom())] },
      ontbreekt: { tekst: zinnen.filter(Boolean).join(" ") },
      bewaar: { uit: !isIngevuld(vel) || teLang.length > 0 },
      nog: { verborgen: Object.keys(kennis.bewijs ?? {}).some((code) => this.#vraagtBewijs(code)) },
    };
    return kopie(kennis.wortel, (deel) => (deel.eigenschappen.naam ? this.#veld(deel.eigenschappen.naam, rol) : eigen[deel.id]));
  }

  #hoeveel(open) {
    const [een, meer] = this.kennis.telwoord;
    return aantal(open, een, meer);
  }

  /** Bij welke stellingen een tekst staat die te lang is, en dus niet mee kan. */
  #teLang() { return Object.keys(this.concept).filter((pad) => pad.startsWith(NOTITIES)).map((pad) => this.kennis.bewijs[pad.slice(NOTITIES.length)]); }

  #notitie(code) { return this.concept[NOTITIES + code] ?? this.vel.notities?.[code] ?? ""; }

  /** Bewijs wordt gevraagd waar iemand zorg of ‘let op’ zag, en waar al iets staat. */
  #vraagtBewijs(code) { return (gegeven(this.vel)[this.kennis.bewijs[code]] ?? 0) >= this.kennis.let_op || this.#notitie(code) !== ""; }

  #veld(pad, rol) {
    const [soort, code] = pad.slice(PAD.length + 1).split("/");
    const staat = code === undefined ? this.vel[soort] : this.vel[soort]?.[code];
    if (soort === "antwoorden") return { waarde: staat ?? {}, ...this.#stellingen(rol) };
    if (soort === "keuzes") return { waarde: staat ?? [] };
    if (soort === "rol") return { waarde: staat || null };
    if (soort === "notities") return { waarde: this.#notitie(code), fout: this.#fouten.get(pad) ?? "", verborgen: !this.#vraagtBewijs(code) };
    const verborgen = soort === "naam" || this.vel.rol !== this.kennis.anders;
    return { waarde: this.concept[pad] ?? staat ?? "", fout: this.#fouten.get(pad) ?? "", verborgen };
  }

  #stellingen(rol) {
    const zeg = (wie) => this.kennis.stellingen.map((s) => ({ id: s.code, tekst: voor(s, wie).tekst, hulp: voor(s, wie).hoog }));
    const anders = this.kennis.stellingen.some((s) => voor(s, rol) !== s);
    const naam = new Map(this.kennis.rollen).get(rol) ?? rol;
    return { stellingen: zeg(rol), hulp: anders ? vul(this.kennis.andere_woorden, { rol: naam }) : "" };
  }
}
