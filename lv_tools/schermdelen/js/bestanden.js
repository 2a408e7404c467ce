import { DELEN, begeleiding, h, tekstOf, uniek } from "./kern.js";

export function biedAan(naam, type, inhoud) {
  const adres = URL.createObjectURL(new Blob([inhoud], { type }));
  const koppeling = h("a", { href: adres, download: naam, hidden: true });
  document.body.append(koppeling);
  koppeling.click();
  koppeling.remove();
  setTimeout(() => URL.revokeObjectURL(adres), 10000);
}

DELEN.download = (deel, ctx) => {
  const e = deel.eigenschappen;
  const knop = h("button", { type: "button", class: "lvs-knop" });
  const status = h("p", { role: "status", class: "lvs-status" });
  const el = h("div", { class: "lvs-download" }, knop, status);
  const teken = () => {
    knop.textContent = e.tekst;
    knop.disabled = Boolean(e.uit);
  };
  knop.addEventListener("click", () => {
    status.textContent = "Het bestand wordt gemaakt…";
    ctx.stuur(deel, "klik", {}).then((storing) => {
      if (storing) status.textContent = "Het bestand is niet gemaakt.";
    });
  });
  teken();
  return {
    el,
    wijzig: teken,
    opdracht: (naam, gegevens, buffers) => {
      if (naam !== "bied-aan") return;
      biedAan(gegevens.naam, gegevens.type, buffers[0]);
      status.textContent = `Het bestand ${gegevens.naam} staat bij uw downloads.`;
    },
  };
};

/** Een bestand kan na het kiezen weg zijn, of alleen in een wolk staan. */
export const onleesbaar = ({ name }) =>
  `‘${name}’ kon niet worden gelezen. Kijk of het nog op dit apparaat staat, en kies het dan opnieuw`;

function omvang(bytes) {
  const [getal, eenheid] = bytes >= 1e6 ? [bytes / 1e6, "MB"] : bytes >= 1e3 ? [bytes / 1e3, "kB"] : [bytes, "bytes"];
  return `${getal.toLocaleString("nl", { maximumFractionDigits: 1 })} ${eenheid}`;
}

DELEN.upload = (deel, ctx) => {
  const e = deel.eigenschappen;
  const id = uniek();
  const naam = h("label", { for: id, class: "lvs-label" });
  const bij = begeleiding(e, ctx);
  const invoer = h("input", { type: "file", id, class: "lvs-gehoor", accept: e.soorten, multiple: Boolean(e.meer) });
  // De knop van de browser zelf spreekt de taal van de browser; deze knop spreekt Nederlands.
  const knop = h("label", { for: id, class: "lvs-knop", "aria-hidden": "true" });
  const status = h("p", { role: "status", class: "lvs-status" });
  const el = h("div", { class: "lvs-veld lvs-upload" }, naam, bij.hulp, bij.fout, invoer, knop, status);
  const teken = () => {
    naam.textContent = e.label;
    knop.textContent = e.meer ? "Kies bestanden" : "Kies een bestand";
    bij.koppel([invoer], el);
  };
  const neem = async (gekozen) => {
    const alle = [...gekozen];
    const past = alle.filter((bestand) => bestand.size <= e.grens);
    const zinnen = alle.filter((b) => b.size > e.grens)
      .map((b) => `${b.name} is ${omvang(b.size)} en dat is te groot; kies een bestand tot ${omvang(e.grens)}.`);
    invoer.value = "";
    const gelezen = [];
    const lezingen = await Promise.allSettled(past.map((bestand) => bestand.arrayBuffer()));
    for (const [plek, { value }] of lezingen.entries()) {
      const { name, type } = past[plek];
      if (value) gelezen.push([{ naam: name, type }, value]);
      else zinnen.push(`${onleesbaar(past[plek])}.`);
    }
    if (gelezen.length) {
      ctx.stuur(deel, "bestanden", { bestanden: gelezen.map(([meta]) => meta) }, gelezen.map(([, inhoud]) => inhoud));
      zinnen.unshift(`Gekozen: ${gelezen.length > 5 ? `${gelezen.length} bestanden` : gelezen.map(([{ naam }]) => naam).join(", ")}.`);
    }
    tekstOf(status, zinnen.join(" "));
  };
  invoer.addEventListener("change", () => neem(invoer.files));
  // Wie bestanden erheen sleept, hoeft ze niet te zoeken.
  el.addEventListener("dragover", (g) => g.preventDefault());
  el.addEventListener("drop", (g) => { g.preventDefault(); neem(g.dataTransfer.files); });
  teken();
  return { el, wijzig: teken, focus: () => invoer.focus() };
};
