/** Stel vragen aan de gebouwde zoekmachine: `node proef.cjs ZOEKMACHINE.js ZOEKINDEX.js < vragen.json`. */
const fs = require("node:fs");
const vm = require("node:vm");

const [machine, index] = process.argv.slice(2);
globalThis.self = globalThis;
for (const bestand of [machine, index]) vm.runInThisContext(fs.readFileSync(bestand, "utf8"));
const zoekmachine = new self.LvZoek.Zoekmachine(self.LvZoekindex);
const vragen = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(vragen.map((vraag) => zoekmachine.zoek(vraag))));
