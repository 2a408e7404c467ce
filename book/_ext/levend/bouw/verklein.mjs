// Maak scripts kleiner met terser. Gebruik: node verklein.mjs TERSER_MAP; op stdin de scripts als JSON
// (naam naar tekst), op stdout hetzelfde, kleiner.
import { readFileSync } from "node:fs";
import { Module } from "node:module";
import { join } from "node:path";

// terser vraagt hierom voor kaarten naar de bron, en die maken wij niet.
const laad = Module._load;
Module._load = (naam, ...rest) => (naam === "@jridgewell/source-map" ? {} : laad(naam, ...rest));
const { minify } = Module.createRequire(import.meta.url)(join(process.argv[2], "dist", "bundle.min.js"));

const uit = {};
for (const [naam, bron] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  try {
    const { code } = await minify(bron, {
      module: naam.endsWith(".mjs"),
      ecma: 2020,
      // Een functie op haar plaats laten staan is samengeperst korter.
      compress: { passes: 2, reduce_funcs: false },
      format: { comments: /\b(MIT|BSD)\b|@licen[cs]e|^!/ }, // van wie het is, blijft erbij staan
    });
    uit[naam] = code;
  } catch (fout) {
    console.error(`${naam}, regel ${fout.line}: ${fout.message}`);
    process.exit(1);
  }
}
process.stdout.write(JSON.stringify(uit));
