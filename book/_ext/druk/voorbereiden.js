// Maak een pagina klaar voor papier. Draait in Chromium, vlak voor het drukken (zie drukproef.py).
// Geeft namen van figuren en beelden die niet gelukt zijn.

async ({ blad, heelBlad, kleinste }) => {
  const vakken = () => [...document.querySelectorAll("figure[data-lvs-figuur] .lvs-tekening")];
  const wacht = async (klaar) => {
    while (!klaar()) await new Promise((verder) => setTimeout(verder, 25));
  };
  // Een figuur die niet lukt, verbergt haar vak.
  const getekend = () => vakken().every((vak) => vak.dataset.getekend === "ja" || vak.hidden);
  // Een ander thema en een andere maat geven soms elk een eigen tekening. Wacht daarom tot ze er
  // allemaal staan en er een tijdje niets meer aan verandert.
  const uitgetekend = async () => {
    let laatst = performance.now();
    const kijker = new MutationObserver(() => { laatst = performance.now(); });
    for (const vak of vakken()) kijker.observe(vak, { attributes: true, childList: true, subtree: true });
    for (let beeld = 0; beeld < 2; beeld += 1) await new Promise(requestAnimationFrame);
    await wacht(() => getekend() && performance.now() - laatst > 300);
    kijker.disconnect();
  };

  for (const beeld of document.images) beeld.loading = "eager";
  await Promise.all([...document.images].map((beeld) => beeld.decode().catch(() => {})));
  await document.fonts.ready;
  for (const vak of vakken()) delete vak.dataset.getekend;
  document.documentElement.dataset.theme = "light";
  dispatchEvent(new Event("beforeprint"));
  await uitgetekend();

  // Een hoge tekening laat geen plaats voor haar titel. Maak haar kleiner: zij tekent zich dan
  // opnieuw, over de hele breedte. Wordt de letter daarvan te klein, deel haar dan over bladen.
  const teLang = [];
  for (const vak of vakken()) {
    const hoog = vak.firstElementChild?.getBoundingClientRect().height ?? 0;
    const doel = [blad, heelBlad].find((ruimte) => ruimte / hoog >= kleinste);
    if (hoog <= blad) continue;
    if (!doel) teLang.push(vak);
    else {
      delete vak.dataset.getekend;
      vak.style.zoom = doel / hoog;
    }
  }
  await uitgetekend();
  for (const vak of teLang) verdeel(vak);

  // In een PDF krijgt een tekening haar beschrijving alleen mee als haar inhoud niet verborgen is.
  // Een figuur met titel, zin en tabel is een groep: de tekening daarin is het beeld.
  for (const svg of document.querySelectorAll(".lvs-tekening svg")) {
    svg.removeAttribute("aria-hidden");
    for (const vlak of [svg, ...svg.querySelectorAll("rect, path, circle, line, image")]) vlak.role = "none";
  }
  // Het bijschrift staat er al: wie luistert, hoort liever waar de cijfers te vinden zijn.
  for (const doek of document.querySelectorAll(".lvs-tekening[aria-label], .lvs-tekening [aria-label]")) {
    const bijschrift = doek.closest("figure")?.querySelector("figcaption")?.textContent.trim();
    const label = doek.getAttribute("aria-label").trim();
    if (label && label === bijschrift) {
      doek.setAttribute("aria-label", `Grafiek: ${label}. De cijfers staan in de tabel erbij.`);
    }
  }
  for (const figuur of document.querySelectorAll("figure:has(figcaption)")) figuur.role = "group";
  // Een lege cel laat Chromium weg uit de structuur, en dan schuiven de kolommen ernaast.
  for (const cel of document.querySelectorAll("td, th")) {
    if (!cel.textContent && !cel.childElementCount) cel.textContent = "\u00a0";
  }
  // Vanaf hier staat alles vast: bij het drukken zelf tekent geen figuur zich nog eens. Een kopie van
  // haar vak hoort niets meer van een andere maat of een ander thema.
  for (const vak of vakken()) vak.replaceWith(vak.cloneNode(true));
  globalThis.drukKlaar = true;

  // Knip een tekening in stukken van ten hoogste een blad, waar geen letter of teken staat.
  function verdeel(vak) {
    const doek = vak.firstElementChild;
    const boven = doek.getBoundingClientRect().top;
    const hoog = doek.getBoundingClientRect().height;
    const bezet = [...doek.querySelectorAll("text, .point, .points path, .errorbar")]
      .map((deel) => deel.getBoundingClientRect())
      .map(({ top, bottom }) => [top - boven - 2, bottom - boven + 2]);
    const vrij = (y) => bezet.every(([van, tot]) => y <= van || y >= tot);
    const sneden = [0];
    while (hoog - sneden.at(-1) > blad) {
      let snede = sneden.at(-1) + blad;
      while (snede > sneden.at(-1) + blad / 2 && !vrij(snede)) snede -= 1;
      sneden.push(snede);
    }
    sneden.push(hoog);
    const stukken = sneden.slice(1).map((tot, nummer) => {
      const stuk = document.createElement("div");
      const beeld = doek.cloneNode(true);
      stuk.className = "lvs-tekening";
      stuk.dataset.getekend = "ja";
      stuk.style.height = `${tot - sneden[nummer]}px`;
      beeld.style.marginTop = `${-sneden[nummer]}px`;
      const label = `${doek.getAttribute("aria-label")} (deel ${nummer + 1} van ${sneden.length - 1})`;
      beeld.setAttribute("aria-label", label);
      stuk.append(beeld);
      return stuk;
    });
    vak.after(...stukken);
    vak.style.display = "none";
  }

  return {
    figuren: vakken().filter((vak) => vak.hidden)
      .map((vak) => vak.closest("figure").querySelector("figcaption")?.textContent ?? "zonder titel"),
    beelden: [...document.images].filter((beeld) => !beeld.naturalWidth)
      .map((beeld) => beeld.getAttribute("src")),
  };
}
