import { DELEN, h, kopieer, tekstOf } from "./kern.js";

// Wat weinig lezers nodig hebben, komt pas als het er staat: uit de pagina, of anders van Python.
// De scripts zelf staan in ../later/, en heten naar het deel.
const blobVan = (bron) => URL.createObjectURL(new Blob([bron], { type: "text/javascript" }));

for (const soort of ["qrcode", "inlevercode", "camera"]) {
  DELEN[soort] = (deel, ctx) => {
    const el = h("div");
    const laad = async (naam) => import(/* webpackIgnore: true */ globalThis.lvLater?.[naam] ?? blobVan(await vraag(naam)));
    let weergave, kreeg;
    const vraag = (naam) => new Promise((gelukt, mislukt) => {
      kreeg = gelukt;
      ctx.stuur(deel, "script", { naam }).then(mislukt);
    });
    const komt = () => {
      if (weergave || deel.eigenschappen.wacht) return;
      weergave = {};
      laad(soort).then(({ maak }) => {
        weergave = maak(deel, ctx, { h, kopieer, tekstOf, laad });
        el.replaceChildren(weergave.el);
      }).catch(() => { el.textContent = "Dit deel van het scherm kwam niet binnen. Laad de pagina opnieuw."; weergave = null; });
    };
    komt();
    return {
      el,
      wijzig: (nieuw) => { komt(); weergave?.wijzig?.(nieuw); },
      opdracht: (naam, gegevens, buffers) => (naam === "script" ? kreeg(buffers[0]) : weergave?.opdracht?.(naam, gegevens)),
      focus: () => weergave?.focus?.(),
      stop: () => weergave?.stop?.(),
    };
  };
}
