import { tekenBladzijde } from "./figuur.js";

// Het script van een bladzijde met figuren, zonder draaiende Python.
// De naam van de tekenaar wordt bij het bouwen van het boek ingevuld. Dit wordt een gewoon script en
// geen module: een module mag niet uit een los bestand komen, en dan bleven in de zip de figuren leeg.

const TEKENAAR = "@tekenaar@";
const HIER = document.currentScript.src;
let tekenaar;
globalThis.lvPlotly ||= () => {
  tekenaar ||= new Promise((klaar, mislukt) => {
    const script = document.createElement("script");
    script.src = new URL(TEKENAAR, HIER);
    script.onload = () => klaar(globalThis.Plotly);
    script.onerror = () => mislukt(new Error("de tekenaar kwam niet"));
    document.head.append(script);
  });
  tekenaar.catch(() => { tekenaar = undefined; });
  return tekenaar;
};
tekenBladzijde();
