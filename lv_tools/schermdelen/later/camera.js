// Codes lezen met de camera van dit apparaat, de ene telefoon na de andere. Het beeld blijft hier: er wordt niets van bewaard of verstuurd.

/** Zo lang telt dezelfde code die in beeld blijft niet opnieuw. */
const RUST = 5000;
const BREEDTE = 960;

/** Vult het bord het scherm, dan staat links wie er binnenkomt en rechts, over de hele hoogte, wat eruit komt. */
const BORD = ".lvs .lvs-groot:fullscreen:has(.lvs-camera)";
const STIJL = `@media (min-width:60rem){${BORD}{display:grid;grid-template:repeat(9,auto) 1fr/minmax(15rem,1fr) minmax(0,2.2fr);gap:0 2rem}
${BORD}>*,${BORD}>.lvs-kolom>*{grid-column:1}
${BORD}>.lvs-kolom{display:contents}
${BORD}>.lvs-kolom>:last-child{grid-area:1/2/-1/3}
${BORD}>.lvs-knoppen{grid-row:-2/-1;align-self:end}
${BORD} .lvs-groot-vraag{font-size:clamp(1.6rem,2.2vw,3rem)}
${BORD} :is(.lvs-camera p,.lvs-mededeling,.lvs-mededeling p){font-size:clamp(1.25rem,1.4vw,2rem)}
${BORD} .lvs-camera .lvs-knop{font-size:1.375rem}
${BORD}>.lvs-knoppen .lvs-knop{font-size:1rem;min-height:2.25rem;padding:.1rem .6rem}
${BORD} .lvs-figuur>details{display:none}
${BORD} .lvs-figuur{margin:0}
${BORD} .lvs-figuur-titel{font-size:clamp(1.75rem,2.2vw,3rem);line-height:1.2}
${BORD} .lvs-figuur :is(.lvs-figuur-zin,.lvs-figuur-voet){display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;margin:.2rem 0}
${BORD} .lvs-figuur .lvs-figuur-zin{font-size:clamp(1.375rem,1.75vw,2.4rem);line-height:1.25}
${BORD} .lvs-figuur .lvs-figuur-voet{font-size:1rem;-webkit-line-clamp:1}}`;

/** Een figuur op de muur groeit tot zij haar plaats vult: dan zijn haar letters achterin te lezen. */
const SMALST = 430; // smaller neemt een figuur kleinere letters (figuur.js)

function groei(bord) {
  const isMuur = document.fullscreenElement === bord && matchMedia("(min-width:60rem)").matches;
  for (const vak of bord.querySelectorAll(".lvs-tekening")) {
    const figuur = vak.parentElement, hoog = vak.offsetHeight;
    const onder = (figuur.querySelector(".lvs-figuur-voet")?.offsetHeight ?? 0) + 16;
    const rest = bord.clientHeight - (vak.getBoundingClientRect().top + bord.scrollTop) - onder - parseFloat(getComputedStyle(bord).paddingBottom);
    const maal = isMuur && hoog ? Math.max(1, Math.min(rest / hoog, figuur.clientWidth / SMALST)) : 1;
    if (Math.abs(maal - Number(vak.dataset.maal ?? 1)) < 0.03 && (maal === 1 || vak.dataset.hoog === String(hoog))) continue;
    Object.assign(vak.dataset, { maal, hoog });
    Object.assign(vak.style, maal === 1 ? { width: "", transform: "", marginBottom: "" }
      : { width: `${Math.floor(figuur.clientWidth / maal)}px`, transform: `scale(${maal})`, transformOrigin: "0 0", marginBottom: `${hoog * (maal - 1)}px` });
  }
}

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
  // Zolang het bord het scherm vult, komen er figuren bij en worden zij anders: kijk dan steeds even.
  let kijkt;
  const muur = () => {
    const bord = el.closest(".lvs-groot");
    clearInterval(kijkt);
    if (!bord) return;
    if (document.fullscreenElement === bord) kijkt = setInterval(groei, 300, bord);
    groei(bord);
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
      clearInterval(kijkt);
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
