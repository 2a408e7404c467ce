/**
 * De zoekmachine van het boek, op MiniSearch: vindt, weegt en stelt voor. Tekent niets.
 *
 * Een vraag wordt in groepen verdeeld, één per woord. Een groep is raak met het woord zelf, een langer
 * woord dat ermee begint, een deel van een samenstelling, of een woord dat in zoekwoorden.toml hetzelfde
 * zegt. Niet elke groep hoeft raak te zijn; hoe meer, hoe hoger.
 */
const VELDEN = ["kop", "titel", "woorden", "tekst", "delen"];
const WEGING = { kop: 5, titel: 3, woorden: 6, tekst: 1, delen: 0.4 };
const OPTIES = {
  fields: VELDEN,
  tokenize: woordenVan,
  processTerm: (woord) => (STOPWOORDEN.has(woord) ? null : stamVan(woord)),
};
/** Wat een treffer waard is naast het woord zelf. */
const WAARDE = { begin: 0.45, gelijk: 0.75, deel: 0.6, gok: 0.7 };
const MEER_DELEN = 2;

class Zoekmachine {
  /** @param gegevens Wat de bouw in zoekindex.js zette. */
  constructor(gegevens) {
    this.gegevens = gegevens;
    this.index = MiniSearch.loadJS(gegevens.index, OPTIES);
    this.vormen = gegevens.vormen.split(" ");
    this.stammen = new Set(this.vormen.map(stamVan));
    this.frasen = gegevens.frasen.map(([id, frasen]) => [id, frasen.map(inhoudVan).filter((frase) => frase.length)]);
    this.gelijk = gegevens.gelijk.map(({ zegt, boek }) => ({
      zegt: zegt.map((frase) => woordenVan(frase).map(stamVan)),
      boek: boek.map((frase) => woordenVan(frase).filter((w) => !STOPWOORDEN.has(w))),
    }));
  }

  /**
   * Zoek.
   *
   * Geeft `{ paginas, bedoelde }`. Elke pagina heeft `pad`, `anker`, `titel`, `kop`, `begin`, `soort` en
   * `meer` (andere plaatsen op die pagina). `bedoelde` is de vraag zonder tikfouten, of leeg.
   */
  zoek(vraag, hoogstens = 30) {
    const alle = woordenVan(vraag);
    const woorden = alle.filter((woord) => !STOPWOORDEN.has(woord) && woord.length > 1);
    const gezocht = woorden.length ? woorden : alle;
    const verbeterd = new Map();
    const groepen = gezocht.map((woord, plek) => this.groep(woord, gezocht[plek + 1], verbeterd));
    this.voegGelijkeToe(alle.map(stamVan), gezocht.map(stamVan), groepen);
    const stammen = gezocht.map((woord) => stamVan(verbeterd.get(woord) ?? woord));
    const gewogen = this.metFrasen(this.weeg(groepen), new Map(stammen.map((stam, plek) => [stam, this.zeldzaam(groepen[plek])])));
    const bedoelde = verbeterd.size ? alle.map((woord) => verbeterd.get(woord) ?? woord).join(" ") : "";
    return { paginas: this.perPagina(gewogen).slice(0, hoogstens), bedoelde };
  }

  /** Geef de treffers van één woord: per deel van het boek de hoogste waarde. */
  groep(woord, volgende, verbeterd) {
    const raak = new Map();
    const gevonden = this.vul(raak, woord, 1, woord.length > 2);
    // "examen resultaten" staat in het boek ook als één woord.
    if (volgende) this.vul(raak, woord + volgende, 1) || this.vul(raak, `${woord}s${volgende}`, 1);
    if (gevonden) return raak;
    // Eén letter mis is een tikfout; meer kan ook een samenstelling zijn die het boek niet heeft.
    const beter = this.dichtbij(woord, 1) ?? (this.vulDelen(raak, woord) ? null : this.dichtbij(woord, 2));
    if (beter) {
      verbeterd.set(woord, beter);
      this.vul(raak, beter, WAARDE.gok);
    }
    return raak;
  }

  /** Voeg de treffers van een woord toe; zegt of het woord of een langere vorm in het boek staat. */
  vul(raak, woord, waarde, ookBegin = false) {
    const opties = { boost: WEGING, fuzzy: false, combineWith: "OR" };
    const precies = this.index.search(woord, opties);
    for (const { id, score } of precies) zetHoogste(raak, id, score * waarde);
    if (!ookBegin) return precies.length > 0;
    const langer = this.index.search(woord, { ...opties, prefix: true });
    for (const { id, score } of langer) zetHoogste(raak, id, score * waarde * WAARDE.begin);
    return langer.length > 0;
  }

  /** Voeg de treffers van de delen van een samenstelling toe; zegt of dat iets gaf. */
  vulDelen(raak, woord) {
    const delen = delenVan(woord, (stam) => this.stammen.has(stam));
    return delen.map((deel) => this.vul(raak, deel, WAARDE.deel)).some(Boolean);
  }

  /** Geef het woord uit het boek dat er het meest op lijkt. */
  dichtbij(woord, hoogstens) {
    if (woord.length < 4 * hoogstens || /\d/.test(woord)) return null;
    let beste = null;
    for (const vorm of this.vormen) {
      if (Math.abs(vorm.length - woord.length) > hoogstens) continue;
      const afstand = verschil(woord, vorm);
      // Bij gelijke afstand gaat het woord voor dat vaker in het boek staat: zo staan ze op volgorde.
      if (afstand <= hoogstens && (!beste || afstand < beste.afstand)) beste = { vorm, afstand };
    }
    return beste?.vorm ?? null;
  }

  /** Zet bij de woorden van de vraag wat er in het boek hetzelfde zegt. */
  voegGelijkeToe(alle, gezocht, groepen) {
    for (const { zegt, boek } of this.gelijk) {
      const frase = zegt.find((stukken) => bevat(alle, stukken));
      if (!frase) continue;
      const treffers = new Map();
      for (const woorden of boek) {
        const samen = woorden.map((woord) => {
          const raak = new Map();
          this.vul(raak, woord, WAARDE.gelijk);
          return raak;
        });
        for (const [id, score] of this.weeg(samen)) zetHoogste(treffers, id, score / samen.length);
      }
      frase.forEach((stam) => {
        const plek = gezocht.indexOf(stam);
        if (plek < 0) return;
        for (const [id, score] of treffers) zetHoogste(groepen[plek], id, score);
      });
    }
  }

  /** Een woord dat op weinig plaatsen staat, zegt meer dan een woord dat overal staat. */
  zeldzaam(groep) {
    return Math.log(1 + this.gegevens.delen.length / (1 + groep.size));
  }

  /** Tel de groepen op; wie meer van de vraag dekt, staat hoger. */
  weeg(groepen) {
    const som = new Map();
    let alles = 0;
    for (const groep of groepen) {
      const gewicht = this.zeldzaam(groep);
      alles += groep.size ? gewicht : 0;
      for (const [id, score] of groep) {
        const stand = som.get(id) ?? { score: 0, raak: 0 };
        som.set(id, { score: stand.score + score, raak: stand.raak + gewicht });
      }
    }
    return [...som].map(([id, { score, raak }]) => [id, score * (raak / alles) ** 1.5]);
  }

  /**
   * Zet bovenaan wat precies zo heet: de titel van een pagina, een begrip, of een frase uit de lijsten.
   *
   * Hoe groter het deel van de vraag dat de frase dekt, hoe meer erbij.
   */
  metFrasen(gewogen, gezocht) {
    const scores = new Map(gewogen);
    const hoogste = Math.max(1, ...scores.values());
    const gewicht = (stammen) => [...new Set(stammen)].reduce((som, stam) => som + gezocht.get(stam), 0);
    const alle = [...gezocht.keys()];
    for (const [id, frasen] of this.frasen) {
      const raak = frasen.filter((frase) => bevat(alle, frase)).map(gewicht);
      if (raak.length) scores.set(id, (scores.get(id) ?? 0) + (hoogste * Math.max(...raak)) / gewicht(alle));
    }
    return [...scores];
  }

  /** Geef per pagina haar beste plaats, met de volgende plaatsen erbij. */
  perPagina(gewogen) {
    const { paginas, delen } = this.gegevens;
    const perPagina = new Map();
    for (const [id, score] of gewogen) {
      const [nummer, anker, kop, begin, telt] = delen[id];
      const stuk = { anker, kop, begin, score: score * paginas[nummer].telt * (telt ?? 1) };
      perPagina.set(nummer, [...(perPagina.get(nummer) ?? []), stuk]);
    }
    return [...perPagina]
      .map(([nummer, stukken]) => {
        const [eerste, ...meer] = stukken.sort((a, b) => b.score - a.score);
        const { pad, titel, soort } = paginas[nummer];
        const score = eerste.score + 0.1 * meer.slice(0, 3).reduce((som, stuk) => som + stuk.score, 0);
        return { ...eerste, pad, titel, soort, score, meer: meer.slice(0, MEER_DELEN) };
      })
      .sort((a, b) => b.score - a.score);
  }
}

function zetHoogste(tabel, id, score) {
  if (score > (tabel.get(id) ?? 0)) tabel.set(id, score);
}

/** Zeg of de woorden van een frase alle in de vraag staan. */
function bevat(alle, stukken) {
  return stukken.every((stuk) => alle.includes(stuk));
}

/** Geef de stammen van een frase, zonder stopwoorden. */
function inhoudVan(frase) {
  return woordenVan(frase).filter((woord) => !STOPWOORDEN.has(woord)).map(stamVan);
}
