/**
 * Schrijven zoals Python het doet: dezelfde JSON, dezelfde controlegetallen, dezelfde namen van bestanden.
 *
 * Wat hier staat, staat ook in lv_tools/basis (opslag/werkbestand.py, opslag/bestandsnaam.py,
 * antwoorden/bestand.py, invoer/velden.py); tests/levend/test_deelnemer.py houdt ze gelijk.
 */

export const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december"];
const EINDE = "\n}";
const SLEUTELS = ["formaat", "instrument", "versie", "naam", "tijd", "staat"];
const STUURTEKEN = /[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const WIT = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Tekens zoals Python ze telt. */
export const lengte = (tekst) => [...tekst].length;
export const schoon = (ruw) => ruw.replace(/\r\n?/g, "\n").replace(STUURTEKEN, "");
/** Een regel zonder dubbele spaties en zonder spaties eromheen. */
export const regel = (tekst) => tekst.replace(WIT, " ").replace(/^ | $/g, "");
/** Tekst zonder witruimte eromheen, zoals `str.strip`. */
export const kaal = (tekst) => tekst.replace(new RegExp(`^${WIT.source}|${WIT.source}$`, "g"), "");
/** Vul de {namen} in een zin; wat iemand typte, wordt niet nog eens gelezen. */
export const vul = (zin, waarden) => zin.replace(/\{(\w+)\}/g, (heel, naam) => (naam in waarden ? String(waarden[naam]) : heel));
export const getal = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ".");
export const aantal = (n, een, meer) => `${getal(n)} ${n === 1 ? een : meer}`;
export const opsomming = (woorden) => (woorden.length < 2 ? woorden.join("") : `${woorden.slice(0, -1).join(", ")} en ${woorden.at(-1)}`);
export const datum = (dag) => {
  const [jaar, maand, nummer] = dag.split("-").map(Number);
  return `${nummer} ${MAANDEN[maand - 1]} ${jaar}`;
};

const twee = (n) => String(n).padStart(2, "0");
export const vandaag = (nu = new Date()) => `${nu.getFullYear()}-${twee(nu.getMonth() + 1)}-${twee(nu.getDate())}`;
/** Het moment van nu, met tijdzone en zonder breuken van een seconde. */
export function tijdstip(nu = new Date()) {
  const verschil = -nu.getTimezoneOffset();
  const [uren, minuten] = [Math.floor(Math.abs(verschil) / 60), Math.abs(verschil) % 60];
  return `${vandaag(nu)}T${twee(nu.getHours())}:${twee(nu.getMinutes())}:${twee(nu.getSeconds())}${verschil < 0 ? "-" : "+"}${twee(uren)}:${twee(minuten)}`;
}
export const zonderSeconden = (tijd) => tijd.replace(/(T\d{2}:\d{2}):\d{2}/, "$1");

/** Een willekeurig kenmerk van zoveel bytes. */
export const kenmerk = (bytes = 16) =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** JSON op een regel, met gesorteerde sleutels en zonder accenten: zo rekent Python een controlegetal uit. */
export function klein(waarde, tussen = ",", bij = ":") {
  if (Array.isArray(waarde)) return `[${waarde.map((een) => klein(een, tussen, bij)).join(tussen)}]`;
  if (waarde && typeof waarde === "object") {
    const sleutels = Object.keys(waarde).sort();
    return `{${sleutels.map((naam) => `${klein(naam)}${bij}${klein(waarde[naam], tussen, bij)}`).join(tussen)}}`;
  }
  return JSON.stringify(waarde).replace(/[^ -~]/g, (teken) => `\\u${teken.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Het bestand met de antwoorden van één persoon; het controlegetal komt op zijn plaats. */
export function antwoordbestand(gegevens) {
  const { controle: _, ...gedekt } = gegevens;
  return `${JSON.stringify({ ...gegevens, controle: sha256(klein(gedekt)).slice(0, 32) }, null, 1)}\n`;
}

/** Bewaard werk als tekst, met het controlegetal erachter. */
export function werkbestand({ instrument, versie, naam, staat, tijd = tijdstip() }) {
  const tekst = JSON.stringify({ formaat: "lv-tools", instrument, versie, naam, tijd, staat }, null, 1);
  return `${tekst.slice(0, -EINDE.length)},\n "controle": "${sha256(tekst).slice(0, 16)}"${EINDE}`;
}

/**
 * Lees bewaard werk dat precies is zoals wij het schrijven; al het andere is `null`, en dat leest Python.
 *
 * @param {string} tekst
 */
export function leesWerk(tekst, instrument, versie) {
  try {
    const gelezen = JSON.parse(tekst);
    if (gelezen.formaat !== "lv-tools" || gelezen.instrument !== instrument || gelezen.versie !== versie) return null;
    if (Object.keys(gelezen).join() !== [...SLEUTELS, "controle"].join() || typeof gelezen.naam !== "string") return null;
    const gedekt = Object.fromEntries(SLEUTELS.map((naam) => [naam, gelezen[naam]]));
    return sha256(JSON.stringify(gedekt, null, 1)).slice(0, 16) === gelezen.controle ? gelezen : null;
  } catch {
    return null;
  }
}

const plat = (tekst, hoogstens) => tekst.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase()
  .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, hoogstens).replace(/^-+|-+$/g, "");

/** De naam van een bestand dat iemand opslaat: waaruit, wat, waarvan en van wanneer. */
export function bestandsnaam(hulpmiddel, soort, naam, dag, extensie, merk = "") {
  const [waaruit, waarvan] = [plat(hulpmiddel, 50), plat(naam, 50)];
  const delen = [waaruit, plat(soort, 50), waarvan === waaruit ? "" : waarvan, plat(merk, 30), plat(dag, 30)];
  return `${delen.filter(Boolean).join("-")}.${extensie}`;
}

// SHA-256 zelf uitgerekend: die van de browser is er niet op een adres zonder https, en antwoordt pas later.
const isPriem = (n) => { for (let deler = 2; deler * deler <= n; deler += 1) if (n % deler === 0) return false; return true; };
const breuk = (n) => Math.floor((n - Math.floor(n)) * 2 ** 32);
const PRIEM = [];
for (let n = 2; PRIEM.length < 64; n += 1) if (isPriem(n)) PRIEM.push(n);
const K = PRIEM.map((n) => breuk(Math.cbrt(n)));
const BEGIN = PRIEM.slice(0, 8).map((n) => breuk(Math.sqrt(n)));

export function sha256(tekst) {
  const bytes = new TextEncoder().encode(tekst);
  const lang = ((bytes.length + 8) >> 6) + 1;
  const rij = new Uint8Array(lang * 64);
  rij.set(bytes);
  rij[bytes.length] = 0x80;
  const zicht = new DataView(rij.buffer);
  zicht.setUint32(rij.length - 8, Math.floor(bytes.length / 2 ** 29));
  zicht.setUint32(rij.length - 4, (bytes.length << 3) >>> 0);
  const som = [...BEGIN];
  const w = new Int32Array(64);
  const draai = (x, n) => (x >>> n) | (x << (32 - n));
  for (let blok = 0; blok < rij.length; blok += 64) {
    for (let i = 0; i < 64; i += 1) {
      if (i < 16) { w[i] = zicht.getInt32(blok + 4 * i); continue; }
      const [x, y] = [w[i - 15], w[i - 2]];
      w[i] = w[i - 16] + (draai(x, 7) ^ draai(x, 18) ^ (x >>> 3)) + w[i - 7] + (draai(y, 17) ^ draai(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = som;
    for (let i = 0; i < 64; i += 1) {
      const t = (h + (draai(e, 6) ^ draai(e, 11) ^ draai(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const u = ((draai(a, 2) ^ draai(a, 13) ^ draai(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t) | 0, c, b, a, (t + u) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((waarde, plek) => { som[plek] = (som[plek] + waarde) | 0; });
  }
  return som.map((waarde) => (waarde >>> 0).toString(16).padStart(8, "0")).join("");
}
