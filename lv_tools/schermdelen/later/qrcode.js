// Een QR-code op het scherm, en zo groot als het scherm.
const SVG = "http://www.w3.org/2000/svg";
const RAND = 4;

/** Altijd donker op wit, ook in een donker scherm: zo lezen alle telefoons de code. */
export function qrBeeld(rijen, label) {
  const maat = rijen.length + 2 * RAND;
  const beeld = document.createElementNS(SVG, "svg");
  const vlak = document.createElementNS(SVG, "rect");
  const vakjes = document.createElementNS(SVG, "path");
  const stap = (x, y) => `M${x + RAND} ${y + RAND}h1v1h-1z`;
  const d = rijen.map((rij, y) => [...rij].map((vakje, x) => (vakje === "1" ? stap(x, y) : "")).join("")).join("");
  const zet = (knoop, kenmerken) => { for (const [naam, waarde] of Object.entries(kenmerken)) knoop.setAttribute(naam, waarde); };
  zet(beeld, { viewBox: `0 0 ${maat} ${maat}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" });
  zet(vlak, { width: maat, height: maat, fill: "#ffffff" });
  zet(vakjes, { d, fill: "#000000" });
  beeld.append(vlak, vakjes);
  return beeld;
}

export function maak(deel, _ctx, { h, tekstOf }) {
  const e = deel.eigenschappen;
  const plaats = h("div", { class: "lvs-qr" });
  const zin = h("p");
  const groot = h("button", { type: "button", class: "lvs-knop lvs-klein" });
  const vak = h("div", {}, plaats, groot);
  const el = h("div", {}, vak, zin);
  const isVol = () => document.fullscreenElement === vak;
  groot.addEventListener("click", () => (isVol() ? document.exitFullscreen() : vak.requestFullscreen().catch(() => {})));
  const teken = () => {
    const vol = isVol();
    plaats.replaceChildren(...(e.rijen.length ? [qrBeeld(e.rijen, e.label)] : []));
    // Op een muur leest een telefoon achter in de zaal de code ook: hij vult de hele hoogte.
    if (plaats.firstChild) plaats.firstChild.style.cssText = vol ? "width:min(94vw,86vh);margin:0 auto" : "";
    vak.style.cssText = vol ? "background:#fff;display:flex;flex-direction:column;justify-content:center;align-items:center;gap:1vh" : "";
    groot.textContent = vol ? "Maak weer klein" : "Vul het scherm met deze code";
    groot.hidden = !e.rijen.length || !document.fullscreenEnabled;
    tekstOf(zin, e.zin);
  };
  document.addEventListener("fullscreenchange", teken);
  teken();
  return { el, wijzig: teken, stop: () => document.removeEventListener("fullscreenchange", teken) };
}
