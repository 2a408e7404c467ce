/**
 * De keuze van de trainer: welke dia's te zien zijn, en in welke volgorde. Zij staat op dit apparaat
 * en gaat nergens heen. Een dia die er na een nieuwe uitgave bij komt, staat op haar gewone plaats.
 */
(function () {
  "use strict";
  const naam = `lv-dia:${location.pathname.replace(/^.*\/_dia\//, "").replace(/\.html$/, "")}`;
  const alle = [...document.querySelectorAll(".slides > section")];
  const gewoon = alle.map((dia) => dia.dataset.sleutel);
  /** Van een dek dat de browser samenstelt: uit welke dia's. Zijn het andere, dan vervalt een eerdere volgorde. */
  const { bij } = document.querySelector(".slides").dataset;

  function lees() {
    try {
      const stand = JSON.parse(localStorage.getItem(naam)) ?? {};
      const lijst = (soort) => (Array.isArray(stand[soort]) ? stand[soort].filter((s) => gewoon.includes(s)) : []);
      return { volgorde: stand.bij === bij ? [...new Set(lijst("volgorde"))] : [], weg: lijst("weg") };
    } catch {
      return { volgorde: [], weg: [] };
    }
  }

  /** Alle sleutels op de volgorde van de trainer; wat die niet kent, staat achter zijn voorganger. */
  function volgorde(stand) {
    const uit = [...stand.volgorde];
    gewoon.forEach((sleutel, nr) => {
      if (!uit.includes(sleutel)) uit.splice(uit.indexOf(gewoon[nr - 1]) + 1, 0, sleutel);
    });
    return uit;
  }

  function bewaar(stand) {
    const zelfde = !stand.weg.length && stand.volgorde.every((sleutel, nr) => sleutel === gewoon[nr]);
    try {
      if (zelfde) localStorage.removeItem(naam);
      else localStorage.setItem(naam, JSON.stringify({ ...stand, bij }));
      return true;
    } catch {
      return false;
    }
  }

  /** Zet de dia's in de pagina zoals gekozen is; er blijft er altijd een over. */
  function zet(stand) {
    const houder = document.querySelector(".slides");
    const bij = Object.fromEntries(alle.map((dia) => [dia.dataset.sleutel, dia]));
    const te_zien = volgorde(stand).filter((sleutel) => !stand.weg.includes(sleutel));
    alle.forEach((dia) => dia.remove());
    (te_zien.length ? te_zien : gewoon.slice(0, 1)).forEach((sleutel) => houder.append(bij[sleutel]));
  }

  /** Hoe groot de letter mag worden; een dia neemt de grootste waarmee zij past. */
  const LETTERS = [1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1];
  const binnen = (el) => el.scrollHeight <= el.clientHeight + 1 && el.scrollWidth <= el.clientWidth + 1;
  /** Past alles, ook een lang woord in een smalle kaart? */
  const past = (dia) => binnen(dia) && [...dia.querySelectorAll(".tr-inhoud li")].every((li) => li.scrollWidth <= li.clientWidth + 1);

  window.Schikking = { LETTERS, past, lees, bewaar, zet, volgorde, gewoon, titel: (s) => alle[gewoon.indexOf(s)].dataset.naam };
})();
