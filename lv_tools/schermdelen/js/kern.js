// Gereedschap dat elk schermdeel gebruikt: knopen maken, unieke namen, en het register van delen.
// Tekst komt altijd als tekstknoop in de pagina, nooit als HTML.

export const DELEN = {};

let teller = 0;
const stempel = Math.random().toString(36).slice(2, 8);
export const uniek = () => `lvs-${stempel}-${++teller}`;

// JupyterLab vangt pijltjes en letters af, tenzij het element met de focus zelf dit kenmerk draagt.
const VANGT_TOETSEN = /^(input|select|textarea|button|a|summary)$/;

export function h(soort, kenmerken = {}, ...inhoud) {
  const knoop = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) {
    if (typeof waarde === "function") knoop.addEventListener(naam, waarde);
    else zet(knoop, naam, waarde);
  }
  if (VANGT_TOETSEN.test(soort)) knoop.setAttribute("data-lm-suppress-shortcuts", "true");
  knoop.append(...inhoud.filter((deel) => (deel ?? false) !== false));
  return knoop;
}

export function zet(knoop, naam, waarde) {
  if ((waarde ?? false) === false) knoop.removeAttribute(naam);
  else knoop.setAttribute(naam, waarde === true ? "" : waarde);
}

export function tekstOf(knoop, tekst) {
  // Wat gelijk blijft, blijft ongemoeid: een schermlezer leest voor wat opnieuw wordt neergezet.
  if (knoop.textContent !== (tekst || "")) knoop.textContent = tekst || "";
  knoop.hidden = !tekst;
}

// Hulp en fout bij een invoerdeel, vastgemaakt aan de invoer met aria-describedby.
// Een fout verschijnt als de lezer het veld al uit is: die beschrijving hoort hij dan niet. Daarom
// zegt het ene gehoor van het scherm haar ook, netjes na wat de schermlezer al aan het lezen was.
export function begeleiding(eigenschappen, ctx, ...meer) {
  const hulp = h("p", { id: uniek(), class: "lvs-hulp" });
  const fout = h("p", { id: uniek(), class: "lvs-fout" });
  let gezegd = eigenschappen.fout;
  const koppel = (doelen, kader) => {
    tekstOf(hulp, eigenschappen.hulp);
    tekstOf(fout, eigenschappen.fout);
    if (eigenschappen.fout && eigenschappen.fout !== gezegd) ctx.meldFout(eigenschappen.fout);
    gezegd = eigenschappen.fout;
    const namen = [hulp, fout, ...meer].filter((p) => !p.hidden).map((p) => p.id).join(" ");
    for (const doel of doelen) {
      zet(doel, "aria-describedby", namen || null);
      zet(doel, "aria-invalid", eigenschappen.fout ? "true" : null);
      if (doel.matches("input, select, textarea")) zet(doel, "aria-required", eigenschappen.verplicht ? "true" : null);
    }
    // Wat niet leeg mag blijven, zegt dat; de rest mag open.
    kader?.classList.toggle("lvs-verplicht", Boolean(eigenschappen.verplicht));
    kader?.classList.toggle("lvs-mis", Boolean(eigenschappen.fout));
  };
  return { hulp, fout, koppel };
}

// Kopieer wat in een veld staat. Zonder toestemming of zonder https gaat het de oude weg, met de tekst geselecteerd.
export async function kopieer(veld, status) {
  let gelukt = true;
  try {
    await navigator.clipboard.writeText(veld.value);
  } catch {
    veld.select();
    gelukt = document.execCommand("copy");
  }
  status.textContent = gelukt ? "Gekopieerd. U kunt het nu ergens plakken." : "Kopiëren lukt hier niet. De tekst is geselecteerd: gebruik Ctrl+C.";
}

// Stuur getypte tekst door als het typen even stilvalt, en meteen bij het verlaten van het veld.
export function naTypen(stuur, wachttijd = 250) {
  let klok = 0;
  const nu = () => {
    if (!klok) return;
    clearTimeout(klok);
    klok = 0;
    stuur();
  };
  return {
    typ: () => {
      clearTimeout(klok);
      klok = setTimeout(nu, wachttijd);
    },
    nu,
    wacht: () => Boolean(klok),
    // Het veld verdwijnt: stuur wat er nog lag en laat de klok nooit meer aflopen.
    stop: () => {
      nu();
      clearTimeout(klok);
    },
  };
}
