// Schrijft en leest codes met het script van de telefoon. Gebruik: node code_in_node.mjs CODE; per regel {vorm, mensen, codes}.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { klopt, lees, past, schrijf } = await import(pathToFileURL(process.argv[2]));
for await (const regel of createInterface({ input: process.stdin })) {
  const { vorm, mensen = [], codes = [] } = JSON.parse(regel);
  const uit = { past: past(vorm), geschreven: mensen.map((wie) => schrijf(wie, vorm)), gelezen: codes.map((code) => lees(code, vorm)), klopt: codes.map(klopt) };
  process.stdout.write(`${JSON.stringify(uit)}\n`);
}
