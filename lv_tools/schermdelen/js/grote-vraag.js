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
  // Een bord hoort in één blik te passen. Past het niet, dan worden de letters kleiner, tot wat achterin
  // nog te lezen is. Wie zelf ‘heel groot’ koos, houdt dat.
  const pas = () => {
    for (let deel = 1; deel > 0.55; deel -= 0.05) {
      el.style.setProperty("--lvs-pas", deel.toFixed(2));
      if (!isVol() || el.dataset.maat === MATEN[2] || el.scrollHeight <= el.clientHeight) return;
    }
  };
  const meet = new ResizeObserver(() => requestAnimationFrame(pas));
  if (e.passend) for (const wat of [el, romp]) meet.observe(wat);
  vol.addEventListener("click", () => {
    if (isVol()) document.exitFullscreen();
    else el.requestFullscreen().then(() => { el.scrollTop = 0; }).catch(() => ctx.meld("Uw browser laat het vullen van het scherm hier niet toe."));
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
    focus: () => vraag.focus(),
    stop: () => {
      document.removeEventListener("fullscreenchange", teken);
      meet.disconnect();
    },
  };
};
