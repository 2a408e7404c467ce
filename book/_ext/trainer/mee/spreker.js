/**
 * Het venster voor de spreker: de dia die te zien is, de spreektekst, wat er hierna komt en een
 * klok. Het praat alleen met het venster dat het opende.
 */
(function () {
  "use strict";
  if (!document.documentElement.dataset.spreker) return;

  const dias = [...document.querySelectorAll(".slides > section")].map((dia) => {
    const notities = dia.querySelector(".notes");
    notities.remove();
    return { naam: dia.dataset.naam, dia, notities: notities.innerHTML };
  });
  const boek = document.querySelector(".tr-boek").textContent.trim();
  let nu = 0;
  let begin = Date.now();

  document.body.innerHTML = `
    <main class="tr-spreker">
      <header><h1>Notities</h1><p id="tr-stand" role="status">Ik zoek het venster met de dia's ...</p></header>
      <div class="tr-klok"><p><span>Tijd</span> <b id="tr-tijd"></b></p>
        <p><span>Bezig</span> <b id="tr-bezig">0:00</b></p>
        <button type="button" id="tr-opnieuw">Begin de tijd opnieuw</button></div>
      <section class="tr-nu" aria-labelledby="tr-nu-kop"><h2 id="tr-nu-kop">Nu</h2><div id="tr-nu" class="tr-klein"></div>
        <p class="tr-hierna"><span>Hierna:</span> <b id="tr-hierna"></b></p>
        <p class="tr-knoppen"><button type="button" id="tr-vorige">Vorige</button>
        <button type="button" id="tr-volgende">Volgende</button></p></section>
      <section class="tr-tekst" aria-labelledby="tr-tekst-kop" tabindex="0"><h2 id="tr-tekst-kop">Spreektekst</h2><div id="tr-tekst"></div></section>
    </main>`;
  const $ = (id) => document.getElementById(`tr-${id}`);

  function toon() {
    const { naam, dia, notities } = dias[nu];
    document.title = `Notities bij dia ${nu + 1}: ${naam}`;
    const kopie = dia.cloneNode(true);
    // Eén h1 in dit venster, en geen namen die ook al in de kop staan.
    kopie.querySelectorAll("h1, h2").forEach((kop) => {
      kop.outerHTML = `<p class="tr-kop">${kop.innerHTML}</p>`;
    });
    $("nu").replaceChildren(...kopie.childNodes);
    $("tekst").innerHTML = notities;
    $("hierna").textContent = dias[nu + 1]?.naam ?? "dit is de laatste dia";
    $("vorige").disabled = nu === 0;
    $("volgende").disabled = nu === dias.length - 1;
    document.querySelector(".tr-tekst").scrollTop = 0;
  }

  function vraag(naar) {
    if (!window.opener || window.opener.closed) {
      $("stand").textContent = "Het venster met de dia's is dicht. U kunt hier wel verder lezen.";
      if (Number.isInteger(naar)) ga(naar);
      return;
    }
    window.opener.postMessage({ trainer: "spreker", naar }, "*");
  }

  function ga(naar) {
    nu = Math.min(dias.length - 1, Math.max(0, naar));
    toon();
  }

  addEventListener("message", (gebeurtenis) => {
    if (gebeurtenis.source !== window.opener) return;
    if (gebeurtenis.data?.trainer !== "dia" || !Number.isInteger(gebeurtenis.data.nu)) return;
    const stand = `${boek}: dia ${gebeurtenis.data.nu + 1} van ${dias.length}`;
    if ($("stand").textContent !== stand) $("stand").textContent = stand;
    if (gebeurtenis.data.nu !== nu) ga(gebeurtenis.data.nu);
  });

  $("vorige").addEventListener("click", () => vraag(nu - 1));
  $("volgende").addEventListener("click", () => vraag(nu + 1));
  $("opnieuw").addEventListener("click", () => {
    begin = Date.now();
    tik();
  });
  addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.target.closest("button") && gebeurtenis.key === " ") return;
    const stap = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 }[gebeurtenis.key];
    if (!stap) return;
    gebeurtenis.preventDefault();
    vraag(nu + stap);
  });

  function tik() {
    const seconden = Math.floor((Date.now() - begin) / 1000);
    $("bezig").textContent = `${Math.floor(seconden / 60)}:${String(seconden % 60).padStart(2, "0")}`;
    $("tijd").textContent = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  }

  toon();
  tik();
  vraag();
  setInterval(tik, 1000);
  // Herlaadt iemand de dia's, dan vinden de vensters elkaar zo weer.
  setInterval(vraag, 1500);
})();
