// Het eind van een formulier op een telefoon: de antwoorden zelf als QR-code, als tekst om te delen, en in gewone woorden wat erin staat.

export function maak(deel, _ctx, { h, kopieer, laad, tekstOf }) {
  const e = deel.eigenschappen;
  const toon = h("button", { type: "button", class: "lvs-knop lvs-hoofd", "aria-expanded": "false" }, e.knop);
  const plaats = h("div", { class: "lvs-qr" });
  const tekst = h("input", { type: "text", class: "lvs-invoer", readonly: true, "aria-label": e.label, focus: () => tekst.select() });
  const status = h("p", { role: "status", class: "lvs-status" });
  // Wat er voluit staat, wordt voorgelezen en overgetypt; het veld ernaast is om te kopiëren.
  const lees = h("p", { style: "font:600 1.15rem/1.6 ui-monospace,monospace;overflow-wrap:anywhere;user-select:all" });
  const deelknop = navigator.share && h("button", { type: "button", class: "lvs-knop", click: async () => {
    try {
      await navigator.share({ text: bericht() });
    } catch (fout) {
      if (fout.name !== "AbortError") status.textContent = e.delenLuktNiet;
    }
  } }, e.delen);
  const kopie = h("button", { type: "button", class: "lvs-knop", click: () => { tekst.value = bericht(); kopieer(tekst, status); } }, e.kopie);
  const vak = h("div", { hidden: true, style: "display:grid;gap:.75rem;justify-items:start;margin-top:1rem" },
    h("p", {}, e.laatZien), plaats, h("p", {}, e.ofTekst), lees, h("div", { class: "lvs-rij" }, deelknop, kopie), h("p", {}, e.kwijt), status);
  const el = h("div", {}, h("p", {}, e.uitleg), toon, vak, h("div", { class: "lvs-gehoor" }, tekst));
  const bericht = () => e.bericht.replace("{code}", e.code);
  tekst.tabIndex = -1;

  async function teken() {
    toon.disabled = !e.code;
    vak.hidden = !e.code || toon.getAttribute("aria-expanded") === "false";
    vak.style.display = vak.hidden ? "none" : "grid";
    if (vak.hidden || lees.textContent === e.code) return;
    lees.textContent = e.code;
    tekst.value = bericht();
    tekstOf(status, "");
    const code = e.code;
    try {
      const [{ generate, correction }, { qrBeeld }] = await Promise.all([laad("qr"), laad("qrcode")]);
      if (code !== e.code) return;
      const rijen = qrRijen(generate, correction, code.replaceAll("-", ""));
      plaats.replaceChildren(qrBeeld(rijen, e.beeld));
      plaats.firstChild.style.width = "min(100%,20rem)";
    } catch {
      plaats.textContent = e.geenBeeld;
    }
  }
  toon.addEventListener("click", async () => {
    const open = toon.getAttribute("aria-expanded") === "false";
    toon.setAttribute("aria-expanded", String(open));
    await teken();
    if (open) vak.scrollIntoView({ block: "nearest" });
  });
  teken();
  return { el, wijzig: teken, focus: () => toon.focus() };
}

/** De code met zoveel herstel als er kan zonder dat de vakjes te klein worden voor de camera van een laptop. */
export function qrRijen(generate, correction, tekst) {
  const code = generate(tekst, { minCorrectionLevel: correction.H });
  return Array.from({ length: code.size }, (_, y) => Array.from({ length: code.size }, (_vak, x) => (code.get(x, y) ? "1" : "0")).join(""));
}
