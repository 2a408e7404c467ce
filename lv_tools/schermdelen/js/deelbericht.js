import { DELEN, h, kopieer, uniek } from "./kern.js";

// Wat de lezer deelt, ziet hij eerst helemaal. Het deelmenu van het apparaat is er vooral op een telefoon.
DELEN.deelbericht = (deel, ctx) => {
  const e = deel.eigenschappen;
  const id = uniek();
  const knop = (tekst, click, soort = "") => h("button", { type: "button", class: `lvs-knop ${soort}`, click }, tekst);
  const vraag = knop(e.tekst, () => { if (vak.hidden) ctx.stuur(deel, "klik", {}); else toon(""); });
  const veld = h("textarea", { id, class: "lvs-invoer", rows: 9 });
  const status = h("p", { role: "status", class: "lvs-status" });
  const delen = navigator.share && knop("Deel deze tekst", async () => {
    try {
      await navigator.share({ text: veld.value });
    } catch (fout) {
      if (fout.name !== "AbortError") status.textContent = "Delen lukt hier niet. Kopieer de tekst.";
    }
  }, "lvs-hoofd");
  const vak = h("div", { class: "lvs-deelbericht", hidden: true }, h("label", { for: id, class: "lvs-hulp" }, e.hulp), veld,
    h("div", { class: "lvs-rij" }, delen, knop("Kopieer deze tekst", () => kopieer(veld, status))));
  const toon = (tekst) => {
    vak.hidden = !tekst;
    vraag.setAttribute("aria-expanded", Boolean(tekst));
    veld.value = tekst;
  };
  toon("");
  return {
    el: h("div", {}, vraag, vak, status),
    focus: () => vraag.focus(),
    opdracht: (naam, { tekst }) => {
      if (naam !== "toon") return;
      status.textContent = tekst ? "" : e.leeg;
      toon(tekst && e.adres && location.protocol !== "file:" ? `${tekst}\n\n${location.origin}${location.pathname}` : tekst);
      if (!tekst) return;
      veld.focus();
      veld.setSelectionRange(0, 0);
      veld.scrollTop = 0;
    },
  };
};
