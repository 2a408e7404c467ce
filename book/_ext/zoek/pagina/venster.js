/**
 * Het zoekvenster en de zoekpagina: laadt de zoekmachine als iemand gaat zoeken, en toont de uitslag.
 *
 * De machine komt bij het eerste bezoek aan het veld, de index bij de eerste letter. Gewone scripts, geen
 * modules en geen fetch: zo werkt zoeken ook in het boek dat iemand zonder server opent.
 */
(() => {
  const WORTEL = document.documentElement.dataset.content_root ?? "./";
  const WACHT = 120;
  const geladen = new Map();

  function laad(adres) {
    if (!geladen.has(adres)) {
      const belofte = new Promise((klaar, mis) => {
        const script = Object.assign(document.createElement("script"), { src: adres, onload: klaar });
        script.onerror = () => {
          geladen.delete(adres);
          mis(new Error(adres));
        };
        document.head.append(script);
      });
      geladen.set(adres, belofte);
    }
    return geladen.get(adres);
  }

  let machine;
  async function zoekmachine(deel) {
    await Promise.all([laad(deel.dataset.src), laad(deel.dataset.indexSrc)]);
    machine ??= new LvZoek.Zoekmachine(LvZoekindex);
    return machine;
  }

  function maak(soort, klasse, ...inhoud) {
    const element = document.createElement(soort);
    if (klasse) element.className = klasse;
    element.append(...inhoud);
    return element;
  }

  function naam({ titel, kop }) {
    return kop ? `${titel} › ${kop}` : titel;
  }

  function adresVan({ pad }, { anker }) {
    return WORTEL + pad + (anker ? `#${anker}` : "");
  }

  /** Een link die de gezochte woorden meeneemt naar de pagina; zij blijven niet op het apparaat. */
  function link(adres, tekst, woorden) {
    const a = maak("a", "", tekst);
    a.href = adres;
    a.addEventListener("click", () => {
      if (woorden) sessionStorage.setItem("sphinx_highlight_terms", woorden);
      a.closest("dialog")?.close();
    });
    return a;
  }

  function regel(pagina, woorden) {
    const kop = maak("p", "hs-uitslag__kop", link(adresVan(pagina, pagina), naam(pagina), woorden));
    if (pagina.soort) kop.append(" ", maak("span", "hs-uitslag__soort", pagina.soort));
    const li = maak("li", "", kop);
    if (pagina.begin) li.append(maak("p", "hs-uitslag__begin", pagina.begin));
    const meer = pagina.meer.filter(({ kop: ander }) => ander);
    if (meer.length) {
      const lijst = meer.map((stuk) => maak("li", "", link(adresVan(pagina, stuk), stuk.kop, woorden)));
      li.append(maak("ul", "hs-uitslag__meer", ...lijst));
    }
    return li;
  }

  function toon(deel, vraag, { paginas, bedoelde }, populair, opnieuw) {
    const woorden = LvZoek.woordenVan(bedoelde || vraag).filter((w) => !LvZoek.STOPWOORDEN.has(w)).join(" ");
    const aantal = paginas.length;
    const status = deel.querySelector(".hs-zoekstatus");
    const uitslag = deel.querySelector(".hs-uitslag");
    const hulp = deel.querySelector(".hs-zoekhulp");
    hulp.replaceChildren();
    uitslag.replaceChildren(...paginas.map((pagina) => regel(pagina, woorden)));
    if (!aantal) {
      status.textContent = `Niets gevonden voor ‘${vraag}’. Misschien staat het op een van deze pagina’s.`;
      const lijst = populair.map(({ pad, titel }) => maak("li", "", link(WORTEL + pad, titel, "")));
      uitslag.replaceChildren(...lijst);
      return;
    }
    status.textContent = `${aantal === 1 ? "Eén pagina" : `${aantal} pagina's`} gevonden voor ‘${bedoelde || vraag}’.`;
    if (!bedoelde) return;
    const knop = maak("button", "hs-knop", bedoelde);
    knop.classList.add("hs-zoekhulp__knop");
    knop.type = "button";
    knop.addEventListener("click", (klik) => {
      // Het thema sluit het venster bij een klik ernaast, en houdt een klik met Enter daarvoor.
      klik.stopPropagation();
      opnieuw(bedoelde);
    });
    hulp.append(`‘${vraag}’ staat zo niet in het boek. Bedoelde u `, knop, "?");
  }

  function leeg(deel) {
    deel.querySelector(".hs-zoekstatus").textContent = "";
    deel.querySelector(".hs-zoekhulp").replaceChildren();
    deel.querySelector(".hs-uitslag").replaceChildren();
  }

  function begin(deel) {
    const veld = deel.querySelector("input[type=search]");
    let beurt = 0;
    let wachter;

    async function zoek() {
      const vraag = veld.value.trim();
      const eigen = ++beurt;
      if (!vraag) return leeg(deel);
      try {
        const { zoek: vind, gegevens } = await zoekmachine(deel).then((m) => ({ zoek: (v) => m.zoek(v), gegevens: m.gegevens }));
        if (eigen !== beurt) return;
        toon(deel, vraag, vind(vraag), gegevens.populair, (beter) => {
          veld.value = beter;
          // Even later: de Enter op de knop is anders ook een Enter in het veld.
          setTimeout(() => veld.focus());
          zoek();
        });
      } catch {
        deel.querySelector(".hs-zoekstatus").textContent =
          "Zoeken lukt nu niet: de lijst van het boek is niet opgehaald. Probeer het zo nog eens.";
      }
    }

    veld.addEventListener("focus", () => laad(deel.dataset.src).catch(() => {}), { once: true });
    veld.addEventListener("input", () => {
      clearTimeout(wachter);
      wachter = setTimeout(zoek, WACHT);
    });
    deel.addEventListener("keydown", (toets) => {
      if (toets.key !== "ArrowDown" && toets.key !== "ArrowUp") return;
      const plekken = [veld, ...deel.querySelectorAll(".hs-uitslag a")];
      const doel = plekken[plekken.indexOf(document.activeElement) + (toets.key === "ArrowDown" ? 1 : -1)];
      if (!doel || !plekken.includes(document.activeElement)) return;
      toets.preventDefault();
      doel.focus();
    });
    if (deel.closest(".hs-zoekpagina")) {
      veld.value = new URLSearchParams(location.search).get("q") ?? "";
      if (veld.value) zoek();
    }
  }

  document.querySelectorAll(".hs-zoekdeel").forEach(begin);
})();
