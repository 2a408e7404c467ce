// Zie index.html: geen enkele instelling, precies wat de uitgever van Pyodide voorschrijft.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const python = await loadPyodide();
self.postMessage(python.runPython("1+1"));
