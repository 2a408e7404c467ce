/**
 * Een reeks dia's: reveal.js doet het bladeren, dit script de knoppen, de toetsen en het meelopen
 * met het venster voor de spreker. Gewone scripts en geen modules: zo werken de dia's ook als
 * iemand het bestand zonder server opent.
 */
(function () {
  "use strict";
  if (document.documentElement.dataset.spreker) return;

  const wortel = document.documentElement;
  const $ = (kiezer) => document.querySelector(kiezer);
  const melding = $("#tr-melding");
  const hulp = $("#tr-hulp");
  const aantal = document.querySelectorAll(".slides > section").length;
  /** Toetsen die bladeren. Letters doen niets: wie met de stem werkt, bladert dan niet per ongeluk. */
  const TOETSEN = /^(Arrow(Left|Right|Up|Down)|PageUp|PageDown|Home|End| )$/;
  let spreker = null;

  const past = (dia) => dia.scrollHeight <= dia.clientHeight + 1 && dia.scrollWidth <= dia.clientWidth + 1;

  function mag(gebeurtenis) {
    if (!TOETSEN.test(gebeurtenis.key) || hulp.open) return false;
    // De spatiebalk hoort bij de knop die de focus heeft.
    if (gebeurtenis.key === " " && gebeurtenis.target.closest?.("button, a")) return false;
    // Past een dia niet, dan schuiven pijl omhoog en omlaag haar tekst.
    return !(/^Arrow(Up|Down)$/.test(gebeurtenis.key) && !past(Reveal.getCurrentSlide()));
  }

  function toonPlek() {
    const dia = Reveal.getCurrentSlide();
    const nu = Reveal.getIndices().h;
    $("#tr-plek").textContent = `${nu + 1} van ${aantal}`;
    document.title = `${dia.dataset.naam} – dia ${nu + 1} van ${aantal}`;
    $("[data-doe=vorige]").disabled = nu === 0;
    $("[data-doe=volgende]").disabled = nu === aantal - 1;
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
    for (const groei of [1.5, 1.4, 1.3, 1.2, 1.1, 1]) {
      dia.style.setProperty("--tr-groei", groei);
      // Een lang woord afbreken mag alleen bij de kleinste letter.
      dia.style.overflowWrap = groei > 1 ? "normal" : "break-word";
      if (past(dia)) break;
    }
    dia.toggleAttribute("data-prevent-swipe", !past(dia));
    if (past(dia)) dia.removeAttribute("tabindex");
    else dia.tabIndex = 0;
  }

  /** Vertel het venster van de spreker welke dia er te zien is. */
  function stuur() {
    spreker?.postMessage({ trainer: "dia", nu: Reveal.getIndices().h }, "*");
  }

  /** Van deze site; een bestand dat zonder server geopend is, heeft geen eigen adres. */
  function eigenBericht(gebeurtenis) {
    const hier = location.protocol === "file:" ? "null" : location.origin;
    return gebeurtenis.origin === hier && gebeurtenis.data?.trainer === "spreker";
  }

  addEventListener("message", (gebeurtenis) => {
    if (!eigenBericht(gebeurtenis)) return;
    spreker = gebeurtenis.source;
    if (Number.isInteger(gebeurtenis.data.naar)) Reveal.slide(gebeurtenis.data.naar);
    stuur();
  });

  const doe = {
    vorige: () => Reveal.prev(),
    volgende: () => Reveal.next(),
    notities() {
      const adres = `${location.pathname}?spreker`;
      if (spreker && !spreker.closed) return spreker.focus();
      spreker = open(adres, "spreker", "width=1100,height=760");
      melding.textContent = spreker
        ? "De notities staan in een nieuw venster."
        : "De browser hield het venster met notities tegen. Sta vensters van deze site toe en probeer het opnieuw.";
      melding.classList.toggle("tr-zichtbaar", !spreker);
    },
    async groot() {
      if (document.fullscreenElement) return document.exitFullscreen();
      await wortel.requestFullscreen?.();
    },
    kleur() {
      const nieuw = wortel.dataset.theme === "dark" ? "light" : "dark";
      wortel.dataset.theme = nieuw;
      try {
        localStorage.setItem("mode", nieuw);
      } catch {
        // opslag geblokkeerd: de keuze geldt dan alleen voor dit venster
      }
    },
    hulp: () => hulp.showModal(),
  };
  document.querySelectorAll("[data-doe]").forEach((knop) => {
    knop.addEventListener("click", () => doe[knop.dataset.doe]());
  });
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
  ["mousemove", "focusin", "fullscreenchange", "touchstart"].forEach((soort) => {
    document.addEventListener(soort, wakker, { passive: true });
  });

  /** Heeft de bouw geen adres, dan maakt de browser de QR-code van de plek waar de site nu staat. */
  function tekenQr() {
    const vak = $("[data-qr]");
    const adres = new URL(vak?.dataset.qr ?? "", location.href);
    const elders = /^https?:$/.test(adres.protocol) && !/^(localhost|127\.|\[::1\])/.test(adres.hostname);
    if (!vak || !elders) return;
    const code = qrcode(0, "M");
    code.addData(adres.href);
    code.make();
    vak.firstElementChild.innerHTML = code.createSvgTag({ cellSize: 1, margin: 4, scalable: true });
    vak.firstElementChild.firstElementChild.setAttribute("aria-hidden", "true");
    vak.hidden = false;
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
    bewaar().catch(() => {});
  });
  Reveal.on("slidechanged", toonPlek);
  addEventListener("resize", meet);
})();
