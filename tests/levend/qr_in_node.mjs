// Tekent codes als QR, fotografeert ze (gedraaid, scheef, vaag, met ruis en vuil), en leest ze met de lezer van de pagina.
// Gebruik: node qr_in_node.mjs QR LEZER INLEVERCODE; per regel invoer {codes, zaad, vuil, beelden}, per regel uitvoer de uitkomst.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [qr, lezer, inleveren] = await Promise.all(process.argv.slice(2, 5).map((pad) => import(pathToFileURL(pad))));
const decodeQR = lezer.default;
const BREED = 400;
const HOOG = 300;

/** Een toevalsgetal dat bij hetzelfde zaad hetzelfde is (mulberry32). */
function toeval(zaad) {
  let a = zaad >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Vlekken die samen zoveel van de code bedekken; de drie hoekvierkanten blijven vrij, daaraan vindt een lezer de code. */
function vlekken(maat, deel, kans) {
  const uit = [];
  const vrij = (u, v, r) => [[3.5, 3.5], [maat - 3.5, 3.5], [3.5, maat - 3.5]].every(([x, y]) => Math.hypot(u - x, v - y) > r + 5.7);
  for (let bedekt = 0; bedekt < deel * maat * maat;) {
    const r = 1.5 + 2.5 * kans();
    const [u, v] = [kans() * maat, kans() * maat];
    if (!vrij(u, v, r) && deel) continue;
    uit.push({ u, v, r, kleur: kans() < 0.5 ? 40 : 220 });
    bedekt += Math.PI * r * r;
  }
  return uit;
}

/** Een grijs beeld zoals een camera het ziet. */
function foto(rijen, vuil, kans) {
  const maat = rijen.length;
  const schaal = (HOOG * (0.6 + 0.3 * kans())) / (maat + 8);
  const hoek = (kans() - 0.5) * (Math.PI / 2);
  const [c, s] = [Math.cos(hoek), Math.sin(hoek)];
  const [cx, cy] = [BREED * (0.5 + 0.06 * (kans() - 0.5)), HOOG * (0.5 + 0.04 * (kans() - 0.5))];
  const [px, py] = [(kans() - 0.5) * 0.0005, (kans() - 0.5) * 0.0005];
  const licht = 20 * (kans() - 0.5);
  const punt = (X, Y) => {
    const [dx, dy] = [X - cx, Y - cy];
    const w = 1 + px * dx + py * dy;
    const u = (c * dx + s * dy) / w / schaal + maat / 2;
    const v = (-s * dx + c * dy) / w / schaal + maat / 2;
    if (u < -4 || v < -4 || u >= maat + 4 || v >= maat + 4) return 120;
    const vlek = vuil.find((een) => (u - een.u) ** 2 + (v - een.v) ** 2 < een.r ** 2);
    return vlek ? vlek.kleur : rijen[Math.floor(v)]?.[Math.floor(u)] === "1" ? 30 : 235;
  };
  let beeld = new Float32Array(BREED * HOOG);
  for (let y = 0; y < HOOG; y += 1) {
    for (let x = 0; x < BREED; x += 1) beeld[y * BREED + x] = (punt(x + 0.25, y + 0.25) + punt(x + 0.75, y + 0.75)) / 2;
  }
  for (const stap of [1, BREED, 1, BREED]) beeld = vaag(beeld, stap);
  const rgba = new Uint8ClampedArray(4 * BREED * HOOG);
  beeld.forEach((wit, plek) => {
    rgba.fill(wit + licht + 24 * (kans() - 0.5), 4 * plek, 4 * plek + 3);
    rgba[4 * plek + 3] = 255;
  });
  return { width: BREED, height: HOOG, data: rgba };
}

const vaag = (beeld, stap) => beeld.map((wit, plek) => (wit + (beeld[plek - stap] ?? wit) + (beeld[plek + stap] ?? wit)) / 3);

function lees(beeld) {
  try {
    return decodeQR(beeld);
  } catch {
    return "";
  }
}

for await (const regel of createInterface({ input: process.stdin })) {
  const { codes, zaad, vuil, beelden } = JSON.parse(regel);
  const begin = performance.now();
  const uit = codes.map((code, nummer) => {
    const kans = toeval(zaad + nummer);
    const tekst = code.replaceAll("-", "");
    const rijen = inleveren.qrRijen(qr.generate, qr.correction, tekst);
    const gelezen = [];
    // Wie een telefoon voorhoudt, beweegt: elk beeld heeft zijn eigen stand, ruis en weerschijn.
    while (gelezen.length < beelden && gelezen.at(-1) !== tekst) gelezen.push(lees(foto(rijen, vlekken(rijen.length, vuil, kans), kans)));
    return { goed: gelezen.at(-1) === tekst, beelden: gelezen.length, fout: gelezen.filter((een) => een && een !== tekst), versie: (rijen.length - 17) / 4 };
  });
  process.stdout.write(`${JSON.stringify({ uit, ms: performance.now() - begin })}\n`);
}
