/**
 * De rol van de lezer: één keer gekozen, op het apparaat bewaard, op elke situatie gebruikt.
 *
 * Zonder dit script staat de raad voor de eerste rol open en die voor de andere rollen in uitklappers.
 */
(() => {
  const SLEUTEL = "lv-rol";
  const velden = [...document.querySelectorAll(".hs-rolkeuze__veld")];
  if (!velden.length) return;
  const rollen = [...velden[0].options].map((keuze) => keuze.value);

  function bewaard() {
    const rol = localStorage.getItem(SLEUTEL);
    return rollen.includes(rol) ? rol : rollen[0];
  }

  /** Toon alleen de raad van de rol; een uitklapper staat dan open en zonder knop. */
  function toon(rol) {
    for (const vak of document.querySelectorAll(".si-rol")) {
      const eigen = vak.classList.contains(`si-rol-${rol}`);
      vak.hidden = !eigen;
      vak.classList.toggle("si-gekozen", eigen);
      if (vak instanceof HTMLDetailsElement) vak.open = eigen;
    }
    for (const route of document.querySelectorAll(".si-route")) {
      route.hidden = !route.classList.contains(`si-route-${rol}`);
    }
    for (const veld of velden) veld.value = rol;
  }

  for (const veld of velden) {
    veld.closest(".hs-rolkeuze").hidden = false;
    veld.addEventListener("change", () => {
      localStorage.setItem(SLEUTEL, veld.value);
      toon(veld.value);
    });
  }
  toon(bewaard());
  addEventListener("pageshow", (weer) => weer.persisted && toon(bewaard()));
})();
