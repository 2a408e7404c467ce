// Draai compileer.py in Pyodide onder Node: .pyc moet van dezelfde Python komen als die in de pagina.
// Gebruik: node compileer.mjs PYODIDE_MAP WERKMAP OPTIMALISATIE
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideMap, werkmap, optimalisatie] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideMap, "pyodide.mjs")));
// Een vaste hash maakt de volgorde in verzamelingen, en dus de uitvoer, elke keer gelijk.
const python = await loadPyodide({ indexURL: pyodideMap, env: { PYTHONHASHSEED: "0" } });
python.mountNodeFS("/werk", werkmap);
python.globals.set("BIJ_START", python.runPython("import json, sys; json.dumps(sorted(sys.modules))"));
python.globals.set("OPTIMALISATIE", Number(optimalisatie));
try {
  python.runPython(readFileSync(join(import.meta.dirname, "compileer.py"), "utf8"));
} catch (fout) {
  console.error(fout.message); // alleen wat Python meldt; Node drukt er anders al zijn code bij af
  process.exit(1);
}
