/**
 * Het venster voor de spreker: de dia die te zien is en die erna komt, de spreektekst en de tijd.
 * Het praat alleen met het venster dat het opende.
 */
(function () {
  "use strict";
  if (!document.documentElement.dataset.spreker) return;

  const dias = Object.fromEntries([...document.querySelectorAll(".slides > section")].map((dia) => {
    const notities = dia.querySelector(".notes");
    notities.remove();
    // In dit venster is een dia een plaatje: wat erop staat, is hier niet te bedienen.
    dia.querySelectorAll("button").forEach((knop) => {
      knop.outerHTML = `<span class="${knop.className}">${knop.innerHTML}</span>`;
    });
    const minuten = [...dia.querySelectorAll(".tr-min")].map((el) => parseInt(el.textContent, 10));
    return [dia.dataset.sleutel, { naam: dia.dataset.naam, dia, notities: notities.innerHTML, minuten }];
  }));
  const titel = document.querySelector("h1").textContent;
  let volgorde = Schikking.volgorde(Schikking.lees()).filter((s) => !Schikking.lees().weg.includes(s));
  let nu = 0;
  let klok = null;
  let begin = Date.now();
  let sinds = Date.now();

  document.body.innerHTML = `
    <main class="tr-spreker">
      <header><h1>Notities</h1><p id="tr-stand" role="status">Ik zoek het venster met de dia's ...</p></header>
      <div class="tr-uren"><p><span>Tijd</span> <b id="tr-tijd"></b></p>
        <p><span>Bezig</span> <b id="tr-bezig">0:00</b></p><p><span>Deze dia</span> <b id="tr-dia-tijd">0:00</b></p>
        <button type="button" id="tr-opnieuw">Begin de tijd opnieuw</button></div>
      <section class="tr-nu" aria-labelledby="tr-nu-kop">
        <div class="tr-blader"><h2 id="tr-nu-kop">Nu</h2><span class="tr-knoppen"><button type="button" id="tr-vorige">Vorige</button>
        <button type="button" id="tr-volgende">Volgende</button> <button type="button" id="tr-zwart" aria-pressed="false">Zwart scherm</button></span></div>
        <div id="tr-nu" class="tr-mini" role="img"></div>
        <h2 class="tr-hierna">Hierna: <b id="tr-hierna"></b></h2>
        <div id="tr-straks" class="tr-mini tr-mini--straks" aria-hidden="true"></div>
        <div class="tr-aftellen"><h2>Aftellen <b id="tr-rest"></b></h2><p id="tr-gepland"></p>
        <div id="tr-starten" class="tr-knoppen"></div>
        <div class="tr-knoppen"><button type="button" id="tr-pauze">Zet stil</button> <button type="button" id="tr-erbij">Minuut erbij</button>
        <button type="button" id="tr-stop">Stop</button></div></div></section>
      <section class="tr-tekst" aria-labelledby="tr-tekst-kop" tabindex="0"><h2 id="tr-tekst-kop">Spreektekst</h2><div id="tr-tekst"></div></section>
    </main>`;
  const $ = (id) => document.getElementById(`tr-${id}`);

  /** Zet een dia als plaatje neer: zo groot als op een wand van 1280 bij 720, en dan verkleind. */
  function mini(vak, sleutel) {
    const bron = dias[sleutel];
    vak.replaceChildren();
    if (!bron) return;
    const kopie = bron.dia.cloneNode(true);
    kopie.style.cssText = "display:flex";
    kopie.classList.add("present");
    // Eén h1 in dit venster, en geen koppen die ook al ergens anders staan.
    kopie.querySelectorAll("h2").forEach((kop) => {
      kop.outerHTML = `<p class="tr-kop">${kop.innerHTML}</p>`;
    });
    const wand = document.createElement("div");
    wand.className = "tr-wand reveal";
    wand.setAttribute("aria-hidden", "true");
    const houder = document.createElement("div");
    houder.className = "slides";
    houder.append(kopie);
    wand.append(houder);
    vak.append(wand);
    for (const groei of Schikking.LETTERS) {
      kopie.style.setProperty("--tr-groei", groei);
      if (Schikking.past(kopie)) break;
    }
    pas();
  }

  function pas() {
    for (const vak of document.querySelectorAll(".tr-mini")) {
      if (vak.firstElementChild) vak.firstElementChild.style.transform = `scale(${vak.clientWidth / 1280})`;
    }
  }

  function toon() {
    const { naam, notities, minuten, dia } = dias[volgorde[nu]];
    document.title = `Notities bij dia ${nu + 1}: ${naam}`;
    $("nu").setAttribute("aria-label", `Dia: ${naam}`);
    mini($("nu"), volgorde[nu]);
    mini($("straks"), volgorde[nu + 1]);
    $("tekst").innerHTML = notities;
    $("hierna").textContent = dias[volgorde[nu + 1]]?.naam ?? "dit is de laatste dia";
    $("vorige").disabled = nu === 0;
    $("volgende").disabled = nu === volgorde.length - 1;
    const { begin: van, eind } = dia.dataset;
    $("gepland").textContent = eind ? `Dit onderdeel: ${van} tot ${eind} uur.` : "";
    const som = minuten.reduce((een, ander) => een + ander, 0);
    const keuzes = [...minuten, ...(minuten.length > 1 ? [som] : minuten.length ? [] : [5, 10])];
    $("starten").replaceChildren(...keuzes.map((aantal, nr) => {
      const knop = document.createElement("button");
      knop.type = "button";
      const alles = minuten.length > 1 && nr === minuten.length;
      knop.textContent = alles ? `Alles: ${aantal} min` : minuten.length > 1 ? `${nr + 1}: ${aantal} min` : `${aantal} min`;
      knop.addEventListener("click", () => zeg({ doe: "start", minuten: aantal }));
      return knop;
    }));
    document.querySelector(".tr-tekst").scrollTop = 0;
  }

  function zeg(wat) {
    if (window.opener && !window.opener.closed) return window.opener.postMessage({ trainer: "spreker", ...wat }, "*");
    $("stand").textContent = "Het venster met de dia's is dicht. U kunt hier wel verder lezen.";
    if (Number.isInteger(wat.naar)) ga(wat.naar);
    else if (Klok[wat.doe]) Klok[wat.doe](wat.minuten);
    if (wat.doe) klok = Klok.stand();
  }

  function ga(naar) {
    nu = Math.min(volgorde.length - 1, Math.max(0, naar));
    sinds = Date.now();
    toon();
  }

  addEventListener("message", (gebeurtenis) => {
    if (gebeurtenis.source !== window.opener) return;
    const bericht = gebeurtenis.data;
    if (bericht?.trainer !== "dia" || !Number.isInteger(bericht.nu)) return;
    const nieuw = bericht.volgorde.filter((sleutel) => sleutel in dias);
    const anders = nieuw.join() !== volgorde.join();
    volgorde = nieuw;
    klok = bericht.klok;
    const stand = `Dia ${bericht.nu + 1} van ${volgorde.length} – ${titel}`;
    if ($("stand").textContent !== stand) $("stand").textContent = stand;
    $("zwart").setAttribute("aria-pressed", bericht.zwart);
    if (bericht.nu !== nu) ga(bericht.nu);
    else if (anders) toon();
    tik();
  });

  $("vorige").addEventListener("click", () => zeg({ naar: nu - 1 }));
  $("volgende").addEventListener("click", () => zeg({ naar: nu + 1 }));
  $("zwart").addEventListener("click", () => zeg({ doe: "zwart" }));
  $("pauze").addEventListener("click", () => zeg({ doe: "pauze" }));
  $("erbij").addEventListener("click", () => zeg({ doe: "erbij", minuten: 1 }));
  $("stop").addEventListener("click", () => zeg({ doe: "stop" }));
  $("opnieuw").addEventListener("click", () => {
    begin = Date.now();
    tik();
  });
  addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey) return;
    if (gebeurtenis.target.closest("button") && gebeurtenis.key === " ") return;
    let letters = true;
    try {
      letters = localStorage.getItem("lv-dia-letters") !== "uit";
    } catch {
      // opslag geblokkeerd: zoals het begint
    }
    if (letters && /^[bB.]$/.test(gebeurtenis.key)) return zeg({ doe: "zwart" });
    const stap = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 }[gebeurtenis.key];
    if (!stap) return;
    gebeurtenis.preventDefault();
    zeg({ naar: nu + stap });
  });

  function tik() {
    $("bezig").textContent = Klok.toon(Date.now() - begin);
    $("dia-tijd").textContent = Klok.toon(Date.now() - sinds);
    $("tijd").textContent = Klok.uur();
    $("rest").textContent = klok ? (klok.rest > -1000 ? Klok.toon(klok.rest) : `Tijd (${Klok.toon(klok.rest)})`) : "";
    $("pauze").textContent = klok && !klok.loopt ? "Ga verder" : "Zet stil";
    for (const knop of ["pauze", "erbij", "stop"]) $(knop).disabled = !klok;
  }

  toon();
  tik();
  zeg({});
  addEventListener("resize", pas);
  // Herlaadt iemand de dia's, dan vinden de vensters elkaar zo weer.
  setInterval(() => {
    zeg({});
    tik();
  }, 1000);
})();
