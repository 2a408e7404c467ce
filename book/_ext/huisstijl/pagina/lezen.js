/**
 * Lezen op een klein scherm: het paginamenu sluit na een keuze, een begrip klapt open waar u bent, een brede
 * tabel zegt dat er meer is, een lang hoofdstuk begint dicht, en de eerste pagina weet waar u gebleven was.
 *
 * Alles is er ook zonder dit script. Waar u las, staat in de opslag van dit tabblad en gaat daarmee weg.
 */
(() => {
  const SMAL = matchMedia("(max-width: 40rem)");
  const GEBLEVEN = "lv-gebleven";

  function doelVan(hash) {
    return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  }

  /** Ga naar een plaats op deze pagina, met de focus erbij. */
  function gaNaar(doel, hash) {
    openRond(doel);
    history.pushState(null, "", hash);
    doel.scrollIntoView();
    if (!doel.hasAttribute("tabindex")) doel.tabIndex = -1;
    doel.focus({ preventScroll: true });
  }

  // --- Het paginamenu sluit als u iets kiest.
  document.getElementById("pst-secondary-sidebar-modal")?.addEventListener("click", (klik) => {
    const link = klik.target.closest('a[href^="#"]');
    const doel = link && doelVan(link.hash);
    if (!doel) return;
    klik.preventDefault();
    klik.currentTarget.close();
    requestAnimationFrame(() => gaNaar(doel, link.hash));
  });

  // --- Het hele hoofdstuk begint op een telefoon dicht, en gaat open voor wie erin moet zijn.
  const hoofdstuk = document.querySelector("details.hs-hoofdstuk");
  function openRond(doel) {
    const vak = doel?.closest?.("details:not([open])");
    if (vak) vak.open = true;
  }
  if (hoofdstuk && SMAL.matches && !hoofdstuk.contains(doelVan(location.hash))) hoofdstuk.open = false;
  addEventListener("hashchange", () => {
    const doel = doelVan(location.hash);
    if (!doel?.closest("details:not([open])")) return;
    openRond(doel);
    doel.scrollIntoView();
  });
  document.addEventListener("click", (klik) => {
    const link = klik.target.closest('main a[href^="#"], .hs-paginamenu a[href^="#"]');
    if (link) openRond(doelVan(link.hash));
  });

  // --- Een begrip klapt open waar u bent; de link naar de lijst staat erbij.
  const begrippen = JSON.parse(document.getElementById("hs-begrippen")?.textContent ?? "{}");
  if (HTMLElement.prototype.showPopover && Object.keys(begrippen).length) {
    const vak = Object.assign(document.createElement("div"), { className: "hs-begrip", popover: "auto", tabIndex: -1 });
    vak.setAttribute("role", "dialog");
    let vanwaar = null;
    vak.addEventListener("toggle", (wissel) => {
      if (wissel.newState === "closed") vanwaar?.setAttribute("aria-expanded", "false");
      if (wissel.newState === "closed" && (vak.contains(document.activeElement) || document.activeElement === document.body)) vanwaar?.focus();
    });
    // Een script van Sphinx houdt Escape voor zichzelf.
    vak.addEventListener("keydown", (toets) => toets.key === "Escape" && vak.hidePopover());
    document.body.append(vak);
    for (const link of document.querySelectorAll('main a[href*="naslag/begrippen.html#term-"], main a[href^="begrippen.html#term-"]')) {
      const [naam, tekst] = begrippen[decodeURIComponent(link.hash.slice(1))] ?? [];
      if (!naam) continue;
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-expanded", "false");
      link.addEventListener("click", (klik) => {
        if (klik.ctrlKey || klik.metaKey || klik.shiftKey) return;
        klik.preventDefault();
        const meer = Object.assign(document.createElement("a"), { href: link.href, textContent: "Naar de begrippen" });
        const sluit = Object.assign(document.createElement("button"), { type: "button", className: "hs-knop", textContent: "Sluit" });
        sluit.addEventListener("click", () => vak.hidePopover());
        vak.replaceChildren(maak("p", "hs-begrip__naam", naam), maak("p", "", tekst), maak("p", "hs-begrip__voet", meer, sluit));
        vak.setAttribute("aria-label", naam);
        vanwaar = link;
        vak.showPopover();
        link.setAttribute("aria-expanded", "true");
        zetBij(link);
        vak.focus({ preventScroll: true });
      });
    }

    /** Op een telefoon onderaan het scherm, anders onder het woord. */
    function zetBij(link) {
      vak.style.cssText = "";
      if (SMAL.matches) return;
      const woord = link.getClientRects()[0];
      const links = Math.max(8, Math.min(woord.left, innerWidth - vak.offsetWidth - 8));
      const onder = woord.bottom + 6 + vak.offsetHeight < innerHeight ? woord.bottom + 6 : Math.max(8, woord.top - vak.offsetHeight - 6);
      vak.style.cssText = `inset: ${onder}px auto auto ${links}px`;
    }
  }

  function maak(soort, klasse, ...inhoud) {
    const element = document.createElement(soort);
    if (klasse) element.className = klasse;
    element.append(...inhoud);
    return element;
  }

  // --- Een tabel die breder is dan het scherm, zegt dat er rechts meer is.
  for (const tabel of document.querySelectorAll(".pst-scrollable-table-container")) {
    const zin = maak("p", "hs-meer-rechts", "Schuif de tabel opzij: rechts staat meer.");
    zin.hidden = true;
    tabel.before(zin);
    new ResizeObserver(() => {
      zin.hidden = tabel.scrollWidth <= tabel.clientWidth + 1;
    }).observe(tabel);
  }

  // --- Waar u gebleven was: alleen in dit tabblad.
  const kop = document.querySelector("main h1");
  const pad = location.pathname;
  const plek = document.querySelector(".hs-gebleven");
  if (plek) {
    const { adres, naam } = JSON.parse(sessionStorage.getItem(GEBLEVEN) ?? "{}");
    if (adres) {
      const link = Object.assign(document.createElement("a"), { href: adres, textContent: naam });
      plek.replaceChildren("U was gebleven bij ", link, ".");
      plek.hidden = false;
    }
  } else if (kop && !document.querySelector(".si-rol, .hs-zoekpagina")) {
    const bewaar = () => {
      if (scrollY < innerHeight / 2) return;
      const gezien = [...document.querySelectorAll("main section[id]")].filter((deel) => deel.getBoundingClientRect().top < innerHeight / 2);
      const deel = gezien.at(-1);
      const titel = deel?.querySelector("h2, h3, h4")?.textContent;
      const naam = titel ? `${kop.textContent} › ${titel}` : kop.textContent;
      sessionStorage.setItem(GEBLEVEN, JSON.stringify({ adres: pad + (deel ? `#${deel.id}` : ""), naam }));
    };
    addEventListener("pagehide", bewaar);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && bewaar());
  }
})();
