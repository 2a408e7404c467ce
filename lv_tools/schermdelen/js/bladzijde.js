import { tekenBladzijde } from "./figuur.js";

// Het script van een bladzijde met figuren, zonder draaiende Python.
// De naam van de tekenaar wordt bij het bouwen van het boek ingevuld.

const TEKENAAR = "@tekenaar@";
let tekenaar;
globalThis.lvPlotly ||= () => {
  tekenaar ||= import(new URL(TEKENAAR, import.meta.url)).then((module) => module.default);
  tekenaar.catch(() => { tekenaar = undefined; });
  return tekenaar;
};
tekenBladzijde();
