// Draai de kern zoals in de pagina, maar onder Node. Een laat archief is hier niet te halen.
// node kern_in_node.mjs PYODIDE PYTHON.zip LV.zip PROEF.py [HULPMIDDEL.zip ...]
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideMap, python, lv, proef, ...hulpmiddelen] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideMap, "pyodide.mjs")));
const slot = JSON.parse(readFileSync(join(pyodideMap, "pyodide-lock.json")));
const py = await loadPyodide({
  indexURL: pyodideMap,
  stdLibURL: python,
  lockFileContents: JSON.stringify({ ...slot, packages: {} }),
  packageBaseUrl: pyodideMap,
  env: { HOME: "/home/pyodide", JUPYTER_WIDGETS_ECHO: "0", LV_TOOLS_PAGINA: "1", PYTHONPATH: "/lib/lv.zip" },
  fsInit: async (schijf) => {
    schijf.writeFile("/lib/lv.zip", readFileSync(lv));
    for (const pad of hulpmiddelen) schijf.writeFile(`/lib/${basename(pad)}`, readFileSync(pad));
  },
});
const berichten = [];
const kern = py.pyimport("lv_kern.kern").begin((json, bytes) => {
  berichten.push({ ...JSON.parse(json), bytes: (bytes?.toJs() ?? []).map((b) => Array.from(b)) });
}, "");
// De kern stuurt stderr naar de pagina; hier wil de toets hem zelf lezen.
py.runPython("import sys; sys.stderr = sys.__stderr__");
try {
  py.runPython(readFileSync(proef, "utf8"));
  await py.globals.get("proef")(kern, () => py.toPy(berichten));
} catch (fout) {
  console.error(fout.message);
  process.exit(1);
}
console.log("GOED");
