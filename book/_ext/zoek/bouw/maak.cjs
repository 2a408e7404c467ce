/**
 * Maak de zoekindex bij de bouw: `node maak.cjs ZOEKMACHINE.js DELEN.json UIT.js`.
 *
 * De index komt uit dezelfde code die in de pagina zoekt.
 */
const fs = require("node:fs");
const vm = require("node:vm");

const [machine, invoer, uit] = process.argv.slice(2);
globalThis.self = globalThis;
vm.runInThisContext(fs.readFileSync(machine, "utf8"));
const { MiniSearch, OPTIES, STOPWOORDEN, delenVan, stamVan, woordenVan } = self.LvZoek;
const boek = JSON.parse(fs.readFileSync(invoer, "utf8"));

/** Hoe vaak elk woord in het boek staat. */
const telling = new Map();
for (const { kop, titel, woorden, tekst } of boek.delen) {
  for (const woord of woordenVan([kop, titel, woorden, tekst].join(" "))) telling.set(woord, (telling.get(woord) ?? 0) + 1);
}
const vaak = [...telling]
  .filter(([woord, aantal]) => aantal > 1 && woord.length > 3 && !/\d/.test(woord) && !STOPWOORDEN.has(woord))
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .map(([woord]) => woord);
const bekend = new Set(vaak.map(stamVan));

const index = new MiniSearch(OPTIES);
boek.delen.forEach((deel, id) => {
  const samengesteld = new Set(
    woordenVan([deel.kop, deel.titel, deel.woorden, deel.tekst].join(" "))
      .filter((woord) => woord.length > 8)
      .flatMap((woord) => delenVan(woord, (stam) => bekend.has(stam))),
  );
  index.add({ id, kop: deel.kop || deel.titel, titel: deel.titel, woorden: deel.woorden, tekst: deel.tekst, delen: [...samengesteld].join(" ") });
});

const gegevens = {
  paginas: boek.paginas,
  delen: boek.delen.map(({ pagina, anker, kop, begin, telt }) => [pagina, anker, kop, begin, ...(telt === 1 ? [] : [telt])]),
  frasen: boek.delen.map(({ frasen }, id) => [id, frasen]).filter(([, frasen]) => frasen.length),
  gelijk: boek.gelijk,
  populair: boek.populair,
  vormen: vaak.join(" "),
  index: index.toJSON(),
};
fs.writeFileSync(uit, `self.LvZoekindex = ${JSON.stringify(gegevens)};\n`);
