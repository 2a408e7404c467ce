// Codes lezen met de camera van dit apparaat, de ene telefoon na de andere. Het beeld blijft hier: er wordt niets van bewaard of verstuurd.

/** Zo lang telt dezelfde code die in beeld blijft niet opnieuw. */
const RUST = 5000;
const BREEDTE = 960;

/**
 * Vult het bord het scherm, dan leest de zaal mee: wat voor haar is, is op een scherm van 720 pixels hoog 30 pixels groot.
 * Boven staat hoeveel er binnen is, links wat bedient, en de rest is voor wat eruit komt.
 */
const BORD = ".lvs .lvs-groot:fullscreen:has(.lvs-camera)";
const BREED = "(min-width:60rem)";
const STIJL = `@media ${BREED}{${BORD}{--lvs-zaal:min(4.17vh,2.35vw);display:grid;grid-template:repeat(9,auto) 1fr/clamp(14rem,19vw,24rem) auto minmax(0,1fr);gap:0 1.5rem;padding:2vh 2.5vw}
${BORD}[data-maat="gewoon"]{--lvs-zaal:min(3.4vh,1.9vw)}
${BORD}[data-maat="heel groot"]{--lvs-zaal:min(5vh,2.8vw)}
${BORD}:not(:has(.lvs-figuur)){grid-template-columns:clamp(24rem,36vw,44rem) auto minmax(0,1fr)}
${BORD}>*,${BORD}>.lvs-kolom>*{grid-column:1;min-width:0}
${BORD}>.lvs-kolom>*{margin-top:.5rem}
${BORD}>.lvs-kolom{display:contents}
${BORD}>.lvs-groot-vraag{grid-area:1/1/2/3;font-size:calc(1.15*var(--lvs-zaal));margin:0 0 .3rem}
${BORD}>.lvs-groot-boven{grid-area:1/3/2/4;font-size:var(--lvs-zaal);line-height:1.25;margin:0;text-align:end}
${BORD}>.lvs-groot-onder{grid-row:3;font-size:max(1rem,.52*var(--lvs-zaal));line-height:1.3;margin:.5rem 0 0}
${BORD} .lvs-camera:has(video:not([hidden]))>p:first-of-type{display:none}
${BORD}:has(.lvs-figuur):has(video:not([hidden]))>.lvs-groot-onder{display:none}
${BORD}>.lvs-kolom>:nth-child(3){grid-area:2/1/3/-1}
${BORD}>.lvs-kolom>:nth-child(3) p{font-size:var(--lvs-zaal);line-height:1.25;margin:0 0 .4rem}
${BORD}>.lvs-kolom>:last-child{grid-area:3/2/-1/-1;margin-top:0}
${BORD}>.lvs-kolom>:last-child :is(p:not(.lvs-figuur-voet),li,td,th){font-size:var(--lvs-zaal);line-height:1.25}
${BORD}>.lvs-knoppen{grid-row:-2/-1;align-self:end;gap:.25rem;margin:.4rem 0 0}
${BORD} :is(.lvs-camera p,.lvs-mededeling,.lvs-mededeling p){font-size:max(1.125rem,.65*var(--lvs-zaal));line-height:1.3}
${BORD}:has(.lvs-figuur) .lvs-mededeling{max-height:22vh;overflow:auto;padding:.4rem .6rem}
${BORD}:not(:has(.lvs-figuur)) .lvs-camera p{font-size:var(--lvs-zaal);line-height:1.25}
${BORD} :is(.lvs-camera,.lvs-rij) .lvs-knop{font-size:max(1rem,.6*var(--lvs-zaal));line-height:1.2;padding-inline:.7rem}
${BORD} .lvs-muurdelen .lvs-knop,${BORD}>.lvs-knoppen .lvs-knop{font-size:1rem;line-height:1.2;min-height:2rem;padding:.1rem .6rem}
${BORD} .lvs-muurdelen{float:inline-end;align-items:center;font-size:max(1rem,.62*var(--lvs-zaal));margin:0 0 0 1rem}
${BORD} .lvs-muurdelen[hidden]{display:none}
${BORD} .lvs-figuur>details{display:none}
${BORD} .lvs-figuur{margin:0}
${BORD} .lvs-figuur-titel{font-size:var(--lvs-zaal);line-height:1.2}
${BORD} .lvs-figuur .lvs-figuur-zin{margin:.2rem 0}
${BORD}>.lvs-kolom>:last-child p.lvs-muurzin.lvs-muurzin{font-size:calc(1.2*var(--lvs-zaal))}
${BORD} .lvs-figuur .lvs-figuur-voet{font-size:max(1rem,.5*var(--lvs-zaal));line-height:1.25;margin:.2rem 0 0}}`;

const FOUTEN = {
  NotAllowedError: "weigert",
  SecurityError: "weigert",
  NotFoundError: "geen",
  OverconstrainedError: "geen",
  NotReadableError: "bezet",
  GeenLezer: "geenLezer",
};

export function maak(deel, ctx, { h, laad }) {
  const e = deel.eigenschappen;
  const aan = h("button", { type: "button", class: "lvs-knop lvs-hoofd" }, e.zetAan);
  const wissel = h("button", { type: "button", class: "lvs-knop", hidden: true }, e.wissel);
  const status = h("p", { role: "status", class: "lvs-status" });
  const video = h("video", { playsinline: true, "aria-label": e.beeld, hidden: true,
    style: "display:block;width:min(100%,26rem);border:4px solid transparent;border-radius:.4rem;background:#000" });
  const el = h("div", { class: "lvs-camera" }, h("style", {}, STIJL), h("p", {}, e.uitleg), h("div", { class: "lvs-rij" }, aan, wissel), status, video);
  let stroom, klok, kant = "environment", beurt = 0;
  const gezien = new Map();
  video.muted = true;

  const toon = (isAan) => {
    video.hidden = !isAan;
    video.style.display = isAan ? "block" : "none";
    aan.textContent = isAan ? e.zetUit : e.zetAan;
    if (!isAan) wissel.hidden = true;
  };
  const stop = (zin = "") => {
    beurt += 1;
    clearTimeout(klok);
    for (const spoor of stroom?.getTracks() ?? []) spoor.stop();
    stroom = undefined;
    video.srcObject = null;
    toon(false);
    status.textContent = zin;
  };

  async function start() {
    stop(e.gaatAan);
    const deze = beurt;
    if (!navigator.mediaDevices?.getUserMedia) return stop(e.onveilig);
    try {
      const nieuw = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: kant, width: { ideal: 1280 }, height: { ideal: 720 } } });
      if (deze !== beurt) { for (const spoor of nieuw.getTracks()) spoor.stop(); return undefined; }
      stroom = nieuw;
      video.srcObject = stroom;
      // Wie zichzelf ziet, mikt beter in een spiegel; de camera achterop hoort niet te spiegelen.
      const achter = stroom.getVideoTracks()[0]?.getSettings?.().facingMode === "environment";
      video.style.transform = achter ? "" : "scaleX(-1)";
      await video.play();
      const lees = await lezer(laad);
      if (deze !== beurt) return undefined;
      toon(true);
      status.textContent = e.klaar;
      const camera = (await navigator.mediaDevices.enumerateDevices().catch(() => [])).filter(({ kind }) => kind === "videoinput");
      wissel.hidden = camera.length < 2;
      kijk(lees, deze);
    } catch (fout) {
      if (deze === beurt) stop(e[FOUTEN[fout.name] ?? "mislukt"]);
    }
    return undefined;
  }

  async function kijk(lees, deze) {
    if (deze !== beurt) return;
    const begin = performance.now();
    const codes = await lees(video).catch(() => []);
    if (deze !== beurt) return;
    const nu = Date.now();
    const nieuw = codes.filter((code) => nu - (gezien.get(code) ?? 0) > RUST);
    for (const code of codes) gezien.set(code, nu);
    if (nieuw.length) {
      ctx.stuur(deel, "gelezen", { codes: nieuw.map((code) => code.slice(0, 500)) });
      navigator.vibrate?.(60);
      video.style.borderColor = "#1f6b3a";
      setTimeout(() => { video.style.borderColor = "transparent"; }, 500);
    }
    klok = setTimeout(kijk, Math.max(60, performance.now() - begin), lees, deze);
  }

  aan.addEventListener("click", () => (stroom ? stop() : start()));
  wissel.addEventListener("click", () => { kant = kant === "user" ? "environment" : "user"; start(); });
  const weg = () => { if (document.hidden && stroom) stop(e.gestopt); };
  // Zolang het bord het scherm vult, hangen de figuren als op een muur; het script daarvoor komt dan pas.
  let haalWeg;
  const muur = async () => {
    const bord = el.closest(".lvs-groot");
    const isMuur = () => bord && document.fullscreenElement === bord && matchMedia(BREED).matches;
    haalWeg?.();
    haalWeg = undefined;
    if (!isMuur()) return;
    const { default: hang } = await laad("muur").catch(() => ({})); // zonder staan de figuren er zoals op de bladzijde
    if (hang && isMuur() && !haalWeg) haalWeg = hang(bord);
  };
  document.addEventListener("fullscreenchange", muur);
  document.addEventListener("visibilitychange", weg);
  addEventListener("pagehide", weg);
  toon(false);
  return {
    el,
    focus: () => aan.focus(),
    stop: () => {
      stop();
      haalWeg?.();
      document.removeEventListener("fullscreenchange", muur);
      document.removeEventListener("visibilitychange", weg);
      removeEventListener("pagehide", weg);
    },
  };
}

/** De lezer van de browser zelf, en anders een eigen die pas nu wordt opgehaald. */
export async function lezer(laad) {
  if ("BarcodeDetector" in globalThis && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (beeld) => (await detector.detect(beeld)).map(({ rawValue }) => rawValue);
  }
  const decodeQR = (await laad("qrlezer")).default;
  if (!decodeQR) throw Object.assign(new Error("geen lezer"), { name: "GeenLezer" });
  const doek = document.createElement("canvas");
  const pen = doek.getContext("2d", { willReadFrequently: true });
  return async (beeld) => {
    const { videoWidth: w, videoHeight: hoog } = beeld;
    if (!w) return [];
    const schaal = Math.min(1, BREEDTE / w);
    [doek.width, doek.height] = [Math.round(w * schaal), Math.round(hoog * schaal)];
    pen.drawImage(beeld, 0, 0, doek.width, doek.height);
    try {
      return [decodeQR(pen.getImageData(0, 0, doek.width, doek.height))];
    } catch {
      return []; // in dit beeld staat geen leesbare code
    }
  };
}
