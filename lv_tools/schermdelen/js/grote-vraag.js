import { DELEN, h, tekstOf, uniek } from "./kern.js";
import { kinderen } from "./indeling.js";

// Een vraag in grote letters, voor een tafel die meekijkt. Wie wil, laat haar het hele scherm vullen.

const MATEN = ["gewoon", "groot", "heel groot"];

DELEN.groot = (deel, ctx) => {
  const e = deel.eigenschappen;
  const boven = h("p", { class: "lvs-groot-boven" });
  const vraag = h(`h${e.niveau || 3}`, { id: uniek(), tabindex: "-1", class: "lvs-kop lvs-groot-vraag" });
  const onder = h("p", { class: "lvs-groot-onder" });
  const kleiner = h("button", { type: "button", class: "lvs-knop lvs-klein", click: () => maat(-1) }, "Kleinere letters");
  const groter = h("button", { type: "button", class: "lvs-knop lvs-klein", click: () => maat(1) }, "Grotere letters");
  const vol = h("button", { type: "button", class: "lvs-knop lvs-klein", hidden: !document.fullscreenEnabled });
  const romp = h("div", { class: "lvs-kolom" });
  const el = h("section", { class: "lvs-groot", "data-vorm": e.vorm, "aria-labelledby": vraag.id },
    boven, vraag, onder, romp, h("div", { class: "lvs-knoppen" }, kleiner, groter, vol));
  const vul = kinderen(romp, ctx);
  const isVol = () => document.fullscreenElement === el;
  const maat = (stap) => {
    const plek = MATEN.indexOf(e.maat || "groot") + stap;
    e.maat = MATEN[Math.min(MATEN.length - 1, Math.max(0, plek))];
    ctx.stuur(deel, "wijziging", { waarde: e.maat });
    teken();
    const [deze, andere] = stap < 0 ? [kleiner, groter] : [groter, kleiner];
    if (deze.disabled) andere.focus(); // verder kan niet; een knop die uit is, houdt de focus niet
  };
  const teken = () => {
    tekstOf(boven, e.boven);
    vraag.textContent = e.tekst || "";
    tekstOf(onder, e.onder);
    el.dataset.maat = e.maat || "groot";
    kleiner.disabled = el.dataset.maat === MATEN[0];
    groter.disabled = el.dataset.maat === MATEN.at(-1);
    vol.textContent = isVol() ? e.terug || "Terug naar de notities" : "Vul het scherm";
  };
  vol.addEventListener("click", () => {
    if (isVol()) document.exitFullscreen();
    else el.requestFullscreen().catch(() => ctx.meld("Uw browser laat het vullen van het scherm hier niet toe."));
  });
  document.addEventListener("fullscreenchange", teken);
  teken();
  vul(e.inhoud);
  return {
    el,
    wijzig: (nieuw) => {
      teken();
      if ("inhoud" in nieuw) vul(e.inhoud);
    },
    opdracht: (naam) => { if (naam === "focus") vraag.focus(); },
    focus: () => vraag.focus(),
    stop: () => document.removeEventListener("fullscreenchange", teken),
  };
};
