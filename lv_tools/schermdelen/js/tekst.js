import { DELEN, h, tekstOf } from "./kern.js";

// Alleen gewone adressen; een adres met een ander schema (javascript:) wordt kale tekst.
function veiligAdres(adres) {
  try {
    const url = new URL(adres, document.baseURI);
    return ["http:", "https:", "file:"].includes(url.protocol) || adres.startsWith("#");
  } catch {
    return false;
  }
}

function zinsdeel({ tekst, adres, nadruk }) {
  if (nadruk) return h("strong", {}, tekst);
  if (adres && veiligAdres(adres)) return h("a", { href: adres }, tekst);
  return tekst;
}

DELEN.tekst = (deel) => {
  const e = deel.eigenschappen;
  const el = h(e.genummerd ? "ol" : e.lijst ? "ul" : "div", { class: e.klein ? "lvs-tekst lvs-klein" : "lvs-tekst" });
  const teken = () =>
    el.replaceChildren(...e.alineas.map((alinea) => h(e.lijst ? "li" : "p", {}, ...alinea.map(zinsdeel))));
  teken();
  return { el, wijzig: teken };
};

DELEN.mededeling = (deel) => {
  const e = deel.eigenschappen;
  const zin = h("p", { class: "lvs-mededeling" });
  // De omhulling staat er altijd: een schermlezer leest alleen voor wat in een bestaand gebied verandert.
  const rol = () => (e.toon === "fout" ? "alert" : "status");
  const el = h("div", { role: rol() }, zin);
  const teken = () => {
    if (el.getAttribute("role") !== rol()) el.setAttribute("role", rol());
    zin.dataset.toon = e.toon;
    tekstOf(zin, e.tekst);
  };
  teken();
  return { el, wijzig: teken };
};
