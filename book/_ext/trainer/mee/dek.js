/**
 * Een reeks dia's: reveal.js doet het bladeren, dit script de knoppen, de toetsen, de klok en het
 * meelopen met het venster voor de spreker. Gewone scripts en geen modules: zo werken de dia's ook
 * als iemand het bestand zonder server opent.
 */
(function () {
  "use strict";
  if (document.documentElement.dataset.spreker) return;

  const wortel = document.documentElement;
  const $ = (kiezer) => document.querySelector(kiezer);
  const melding = $("#tr-melding");
  const hulp = $("#tr-hulp");
  const zwart = $(".tr-zwart");
  /** Toetsen die bladeren. */
  const TOETSEN = /^(Arrow(Left|Right|Up|Down)|PageUp|PageDown|Home|End| )$/;
  let spreker = null;

  const { past } = Schikking;
  const isOpen = () => Boolean($("dialog[open]"));

  function onthoud(naam, waarde) {
    try {
      if (waarde === null) localStorage.removeItem(naam);
      else localStorage.setItem(naam, waarde);
    } catch {
      // opslag geblokkeerd: de keuze geldt dan alleen voor dit venster
    }
  }
  function herinner(naam) {
    try {
      return localStorage.getItem(naam);
    } catch {
      return null;
    }
  }

  function mag(gebeurtenis) {
    if (!TOETSEN.test(gebeurtenis.key) || isOpen()) return false;
    // De spatiebalk hoort bij de knop die de focus heeft.
    if (gebeurtenis.key === " " && gebeurtenis.target.closest?.("button, a")) return false;
    if (!zwart.hidden) {
      maakZwart(false);
      return false;
    }
    // Past een dia niet, dan schuiven pijl omhoog en omlaag haar tekst.
    return !(/^Arrow(Up|Down)$/.test(gebeurtenis.key) && !past(Reveal.getCurrentSlide()));
  }

  function toonPlek() {
    const dia = Reveal.getCurrentSlide();
    const nu = Reveal.getIndices().h;
    const aantal = Reveal.getTotalSlides();
    $("#tr-plek").textContent = `${nu + 1} van ${aantal}`;
    document.title = `${dia.dataset.naam} – dia ${nu + 1} van ${aantal}`;
    $("[data-doe=vorige]").disabled = nu === 0;
    $("[data-doe=volgende]").disabled = nu === aantal - 1;
    toonTot(); // wat aftelt, neemt plaats in
    meet();
    stuur();
  }

  /**
   * Maak de letter zo groot als er plaats is: wie achterin zit, leest liever vijf grote regels dan
   * vijf kleine. Past een dia ook met de kleinste letter niet (op een heel klein scherm), dan is zij
   * te verschuiven: met de vinger, en met Tab en de pijlen.
   */
  function meet() {
    const dia = Reveal.getCurrentSlide();
    for (const groei of Schikking.LETTERS) {
      dia.style.setProperty("--tr-groei", groei);
      // Een lang woord afbreken mag alleen bij de kleinste letter.
      dia.style.overflowWrap = groei > 1 ? "normal" : "break-word";
      if (past(dia)) break;
    }
    dia.toggleAttribute("data-prevent-swipe", !past(dia));
    if (past(dia)) dia.removeAttribute("tabindex");
    else dia.tabIndex = 0;
  }

  // --- het venster van de spreker ------------------------------------------------------------

  /** Vertel dat venster welke dia er te zien is, wat erna komt, en hoe de klok staat. */
  function stuur() {
    if (!spreker || !Reveal.isReady?.()) return;
    const volgorde = Reveal.getSlides().map((dia) => dia.dataset.sleutel);
    const bericht = { trainer: "dia", nu: Reveal.getIndices().h, volgorde, klok: Klok.stand(), zwart: !zwart.hidden };
    spreker.postMessage(bericht, "*");
  }

  /** Van deze site; een bestand dat zonder server geopend is, heeft geen eigen adres. */
  function eigenBericht(gebeurtenis) {
    const hier = location.protocol === "file:" ? "null" : location.origin;
    return gebeurtenis.origin === hier && gebeurtenis.data?.trainer === "spreker";
  }

  addEventListener("message", (gebeurtenis) => {
    if (!eigenBericht(gebeurtenis)) return;
    spreker = gebeurtenis.source;
    const { naar, doe: wat, minuten } = gebeurtenis.data;
    if (Number.isInteger(naar)) {
      maakZwart(false);
      Reveal.slide(naar);
    }
    if (wat === "zwart") maakZwart(zwart.hidden);
    else if (["start", "pauze", "erbij", "stop"].includes(wat)) {
      Klok[wat](minuten);
      tik();
    }
    stuur();
  });

  // --- de klok -------------------------------------------------------------------------------

  let uurAan = herinner("lv-dia-klok") === "aan";

  function tik() {
    const stand = Klok.stand();
    const vak = $("#tr-aftel");
    vak.hidden = stand === null;
    $("#tr-uur").textContent = uurAan ? Klok.uur() : "";
    if (stand) {
      vak.textContent = stand.rest > -1000 ? Klok.toon(stand.rest) : `Tijd (${Klok.toon(stand.rest)})`;
      vak.dataset.staat = stand.rest <= 0 ? "op" : stand.rest <= 60_000 ? "bijna" : "";
      vak.style.setProperty("--tr-deel", Math.max(0, Math.min(1, stand.rest / stand.totaal)));
      vak.classList.toggle("tr-stilstaand", !stand.loopt);
    }
    const aan = uurAan || stand !== null;
    if (aan === $(".tr-klokje").hidden) {
      $(".tr-klokje").hidden = !aan;
      wortel.toggleAttribute("data-klok", aan);
      if (Reveal.isReady?.()) meet();
    }
    toonTot();
  }

  /** Op een pauzedia: hoelang het nog duurt. Op een andere dag of een ander uur zegt dat niets. */
  function toonTot() {
    for (const vak of document.querySelectorAll(".present [data-tot]")) {
      const over = Klok.tot(vak.dataset.tot);
      const was = vak.textContent;
      vak.textContent = over > 0 && over < 90 * 60_000 ? `nog ${Klok.toon(over)}` : "";
      if (!was !== !vak.textContent && Reveal.isReady?.()) meet();
    }
  }

  document.addEventListener("click", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest(".slides .tr-min, #tr-aftel");
    if (knop?.matches(".tr-min")) {
      Klok.start(Number(knop.dataset.min));
      melding.textContent = `De tijd loopt: ${knop.dataset.min} minuten.`;
      // De volgende druk op de spatiebalk of de afstandsbediening bladert weer.
      knop.blur();
      tik();
      stuur();
    }
  });

  // --- zwart scherm en volledig scherm ---------------------------------------------------------

  function maakZwart(aan) {
    if (zwart.hidden === !aan) return;
    zwart.hidden = !aan;
    melding.textContent = aan ? "Het scherm is zwart." : "De dia is weer te zien.";
    stuur();
  }
  zwart.addEventListener("click", () => maakZwart(false));

  const letters = $("#tr-letters");
  letters.checked = herinner("lv-dia-letters") !== "uit";
  letters.addEventListener("change", () => onthoud("lv-dia-letters", letters.checked ? null : "uit"));

  addEventListener("keydown", (gebeurtenis) => {
    if (isOpen() || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey) return;
    if (gebeurtenis.key === "F5" && !gebeurtenis.shiftKey && wortel.requestFullscreen) {
      // Wat een afstandsbediening stuurt om te beginnen; opnieuw laden kan nog met Ctrl+R.
      gebeurtenis.preventDefault();
      return doe.groot();
    }
    if (gebeurtenis.key === "Escape" && !zwart.hidden) return maakZwart(false);
    if (!letters.checked) return;
    // De knop voor een zwart scherm op een afstandsbediening stuurt een b of een punt.
    if (/^[bB.]$/.test(gebeurtenis.key)) maakZwart(zwart.hidden);
    if (/^[kK]$/.test(gebeurtenis.key)) doe.klok();
  });

  const doe = {
    vorige: () => Reveal.prev(),
    volgende: () => Reveal.next(),
    notities() {
      const adres = `${location.pathname}?spreker`;
      if (spreker && !spreker.closed) return spreker.focus();
      spreker = window.open(adres, "spreker", "width=1180,height=800");
      melding.textContent = spreker
        ? "De notities staan in een nieuw venster."
        : "De browser hield het venster met notities tegen. Sta vensters van deze site toe en probeer het opnieuw.";
      melding.classList.toggle("tr-zichtbaar", !spreker);
    },
    klok() {
      uurAan = !uurAan;
      onthoud("lv-dia-klok", uurAan ? "aan" : null);
      $("[data-doe=klok]").setAttribute("aria-pressed", uurAan);
      tik();
    },
    kiezen() {
      toonKeuze();
      $("#tr-kiezen").showModal();
    },
    async groot() {
      if (document.fullscreenElement) return document.exitFullscreen();
      await wortel.requestFullscreen?.();
      // Met de focus op een knop van de balk bleef de balk staan.
      document.activeElement?.blur();
    },
    kleur() {
      const nieuw = wortel.dataset.theme === "dark" ? "light" : "dark";
      wortel.dataset.theme = nieuw;
      onthoud("mode", nieuw);
    },
    hulp: () => hulp.showModal(),
  };
  document.querySelectorAll("[data-doe]").forEach((knop) => {
    knop.addEventListener("click", () => doe[knop.dataset.doe]());
  });
  $("[data-doe=klok]").setAttribute("aria-pressed", uurAan);
  if (!wortel.requestFullscreen) $("[data-doe=groot]").hidden = true;

  /** Op volledig scherm verdwijnt de balk als niemand haar gebruikt; Tab of de muis haalt haar terug. */
  let wekker;
  function wakker() {
    document.body.classList.remove("tr-stil");
    clearTimeout(wekker);
    if (document.fullscreenElement) {
      wekker = setTimeout(() => document.body.classList.add("tr-stil"), 3000);
    }
  }
  ["mousemove", "focusin", "touchstart"].forEach((soort) => {
    document.addEventListener(soort, wakker, { passive: true });
  });
  document.addEventListener("fullscreenchange", () => {
    wortel.toggleAttribute("data-groot", Boolean(document.fullscreenElement));
    // Wie net op volledig scherm gaat, wil de dia zien en niet de balk.
    if (document.fullscreenElement) document.body.classList.add("tr-stil");
    else wakker();
    meet();
  });

  // --- dia's kiezen ----------------------------------------------------------------------------

  let keuze = Schikking.lees();

  function toonKeuze(focus) {
    const sleutels = Schikking.volgorde(keuze);
    $("#tr-lijst").replaceChildren(...sleutels.map((sleutel, nr) => {
      const regel = document.createElement("li");
      const titel = Schikking.titel(sleutel);
      regel.innerHTML = '<label><input type="checkbox"> <span></span></label><button type="button">↑</button><button type="button">↓</button>';
      const vinkje = regel.querySelector("input");
      const [omhoog, omlaag] = regel.querySelectorAll("button");
      regel.querySelector("span").textContent = titel;
      vinkje.checked = !keuze.weg.includes(sleutel);
      vinkje.disabled = vinkje.checked && keuze.weg.length === sleutels.length - 1;
      vinkje.addEventListener("change", () => {
        keuze.weg = vinkje.checked ? keuze.weg.filter((s) => s !== sleutel) : [...keuze.weg, sleutel];
        wissel(`${titel}: ${vinkje.checked ? "te zien" : "weggelaten"}.`, [sleutel, "input"]);
      });
      for (const [knop, woord, stap] of [[omhoog, "omhoog", -1], [omlaag, "omlaag", 1]]) {
        knop.setAttribute("aria-label", `${titel}: ${woord}`);
        knop.disabled = nr + stap < 0 || nr + stap >= sleutels.length;
        knop.addEventListener("click", () => {
          sleutels.splice(nr, 1);
          sleutels.splice(nr + stap, 0, sleutel);
          keuze.volgorde = sleutels;
          wissel(`${titel} staat nu op plaats ${nr + stap + 1}.`, [sleutel, `[aria-label$="${woord}"]`]);
        });
      }
      regel.dataset.sleutel = sleutel;
      return regel;
    }));
    if (!focus) return;
    const regel = [...$("#tr-lijst").children].find((li) => li.dataset.sleutel === focus[0]);
    const doel = regel.querySelector(focus[1]);
    (doel.disabled ? regel.querySelector("button:enabled, input:enabled") : doel).focus();
  }

  function wissel(tekst, focus) {
    const gelukt = Schikking.bewaar(keuze);
    melding.textContent = gelukt ? tekst : `${tekst} Op dit apparaat kan niets bewaard worden; de keuze geldt zolang dit venster open is.`;
    const sleutel = Reveal.getCurrentSlide().dataset.sleutel;
    Schikking.zet(keuze);
    Reveal.sync();
    const nu = Reveal.getSlides().findIndex((dia) => dia.dataset.sleutel === sleutel);
    Reveal.slide(Math.max(0, nu));
    toonPlek();
    toonKeuze(focus);
  }

  $("#tr-herstel").addEventListener("click", () => {
    keuze = { volgorde: [], weg: [] };
    wissel("Alle dia's staan er weer, op hun gewone plaats.");
  });

  // --- QR-codes --------------------------------------------------------------------------------

  /** Heeft de bouw geen adres, dan maakt de browser de QR-code van de plek waar de site nu staat. */
  function tekenQr() {
    for (const vak of document.querySelectorAll("[data-qr]")) {
      const adres = new URL(vak.dataset.qr, location.href);
      const elders = /^https?:$/.test(adres.protocol) && !/^(localhost|127\.|\[::1\])/.test(adres.hostname);
      if (!elders) continue;
      const code = qrcode(0, "M");
      code.addData(adres.href);
      code.make();
      vak.firstElementChild.innerHTML = code.createSvgTag({ cellSize: 1, margin: 4, scalable: true });
      vak.firstElementChild.firstElementChild.setAttribute("aria-hidden", "true");
      vak.hidden = false;
    }
    for (const knop of document.querySelectorAll(".tr-vergroot")) {
      knop.addEventListener("click", () => {
        $("#tr-qrgroot div").innerHTML = knop.innerHTML;
        $("#tr-qrgroot p").textContent = knop.nextElementSibling.textContent;
        $("#tr-qrgroot").showModal();
      });
    }
  }

  /** Bewaar deze dia's voor zonder internet, en ruim onderdelen van een eerdere uitgave op. */
  async function bewaar() {
    if (!navigator.serviceWorker?.controller) return;
    const delen = [...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=icon]")];
    const adressen = delen.map((deel) => deel.src || deel.href);
    const voorraad = await caches.open("lv-dia");
    const nu = adressen.find((adres) => adres.endsWith("/dek.js")).replace("dek.js", "");
    for (const verzoek of await voorraad.keys()) {
      if (/\/_dia\/mee-/.test(verzoek.url) && !verzoek.url.startsWith(nu)) await voorraad.delete(verzoek);
    }
    await voorraad.addAll([location.origin + location.pathname, ...adressen]);
    wortel.dataset.bewaard = "ja";
  }

  tekenQr();
  Schikking.zet(keuze);
  Reveal.initialize({
    // De dia's schalen met de letter mee en niet als plaatje: wie inzoomt, krijgt echt grotere tekst.
    disableLayout: true,
    display: "flex",
    center: false,
    controls: false,
    progress: true,
    hash: true,
    hashOneBasedIndex: true,
    respondToHashChanges: true,
    keyboardCondition: mag,
    navigationMode: "linear",
    transition: "none",
    backgroundTransition: "none",
    autoAnimate: false,
    fragments: false,
    overview: false,
    pause: false,
    help: false,
    jumpToSlide: false,
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
  }).then(() => {
    // Als 'toepassing' zou een schermlezer zijn eigen toetsen om te lezen verliezen.
    $(".reveal").removeAttribute("role");
    wortel.dataset.klaar = "ja";
    toonPlek();
    tik();
    bewaar().catch(() => {});
  });
  Reveal.on("slidechanged", toonPlek);
  addEventListener("resize", meet);
  setInterval(tik, 500);
})();
