import { LEEG, bewaarder, naamloos, reden } from "./bewaarder.js";
import { DELEN, h, uniek } from "./kern.js";

// Het paneel waarmee iemand ziet wat er bewaard is, en zijn bestanden beheert.

const WAARSCHUWING = {
  bezet: "Wat u hier wijzigt, wordt niet bewaard: dit bestand is ook in een ander tabblad open, of is daar gewijzigd.",
  gewist: "Wat u hier ziet, wordt niet meer bewaard: in een ander tabblad is alles gewist.",
};

/** Zo lang wacht het scherm hoogstens op wat bewaard was, in milliseconden. */
const HERSTEL_MS = 4000;

DELEN.bewaren = (deel, ctx) => {
  const e = deel.eigenschappen;
  const kop = h(`h${e.niveau}`, { id: uniek(), class: "lvs-kop", tabindex: "-1" }, e.titel);
  const stand = h("p", { class: "lvs-stand" });
  // Een toets die ingedrukt blijft, is één keer drukken.
  const keydown = (toets) => { if (toets.repeat && toets.key === "Enter") toets.preventDefault(); };
  const klein = (tekst, kenmerken = {}) => h("button", { type: "button", class: "lvs-knop lvs-klein", keydown, ...kenmerken }, tekst);
  const zorg = h("p");
  const verder = klein("");
  const haal = klein("Haal op wat daar staat");
  const opnieuw = klein("Probeer opnieuw te bewaren");
  const alsBestand = klein("Sla op als bestand");
  const stond = klein("Sla op wat er stond");
  const zorgvak = h("div", { class: "lvs-storing" }, zorg, h("div", { class: "lvs-knoppen" }, verder, haal, opnieuw, alsBestand, stond));
  const alarm = h("div", { role: "alert" });
  const melding = h("div", { role: "alert" });
  const nota = h("div", { role: "alert" });
  const mislukking = h("div", { role: "alert" });
  const vraagzin = h("p", { id: uniek() });
  const vraagknoppen = h("div", { class: "lvs-knoppen" });
  const vraagvak = h("div", { role: "alertdialog", "aria-label": "Nog niet bewaard", "aria-describedby": vraagzin.id, class: "lvs-storing", hidden: true }, vraagzin, vraagknoppen);
  ctx.boven.append(vraagvak, alarm, melding, nota, mislukking);
  const status = h("p", { role: "status", class: "lvs-status" });
  const keuzeId = uniek();
  const keuze = h("select", { id: keuzeId, class: "lvs-invoer" });
  const naamId = uniek();
  const naamveld = h("input", { type: "text", id: naamId, class: "lvs-invoer", maxlength: 80, autocomplete: "off" });
  const bestandId = uniek();
  const bestand = h("input", { type: "file", id: bestandId, class: "lvs-gehoor", accept: ".json,application/json" });
  const knop = (tekst, click, klas = "") => klein(tekst, { class: `lvs-knop lvs-klein ${klas}`, click });
  // Elke handeling zegt wat er gebeurd is, of dat het niet lukte en wat dat betekent.
  // Zij begint niet nog eens zolang zij loopt, en ook niet bij de tweede klik van een dubbele.
  const eenmaal = (werk) => {
    let bezig = false;
    return async (klik) => {
      if (bezig || klik?.detail > 1) return;
      bezig = true;
      try { await werk(); } finally { bezig = false; }
    };
  };
  const doe = (werk, zin) => eenmaal(async () => {
    status.textContent = "";
    mededeel(mislukking, "");
    try {
      const uitkomst = await werk();
      status.textContent = (typeof uitkomst === "string" && uitkomst) || (bewaar.goed() && zin) || "";
    } catch (fout) {
      status.textContent = "";
      mededeel(mislukking, `Dat is niet gelukt: ${reden(fout)}. Alles staat nog zoals het was.`);
    }
    focusTerug();
  });
  const slaOp = doe(() => bewaar.opslaan((zin) => { status.textContent = zin; }));
  // Wat hier staat en nog nergens bewaard is, gaat niet weg zonder dat de lezer dat wil.
  let sluitVraag = () => {};
  const alsVeilig = (werk, zin) => eenmaal(async () => {
    sluitVraag(); // de laatste vraag telt
    const vanaf = document.activeElement;
    const ga = doe(werk, zin);
    if (!await bewaar.kwijt()) { await ga(); return; }
    keuze.value = hier;
    sluitVraag = () => {
      if (vraagvak.hidden) return;
      const had = vraagvak.contains(document.activeElement);
      vraagvak.hidden = true;
      if (had) { (vanaf?.isConnected ? vanaf : kop).focus(); focusTerug(); }
    };
    const verder = klein("Ga toch verder", { click: () => { sluitVraag(); ga(); } });
    const zeg = (tekst) => { vraagzin.textContent = tekst; ctx.meld(tekst); };
    const eerst = klein("Sla het eerst op als bestand", { click: eenmaal(async () => {
      try {
        zeg(`${await bewaar.opslaan(zeg)} Kijk of het er staat, en ga dan verder.`);
      } catch (fout) {
        zeg(`Dat is niet gelukt: ${reden(fout)}.`);
        return;
      }
      const had = document.activeElement === eerst;
      // Wie daarna nog typte, krijgt de vraag opnieuw.
      verder.replaceWith(klein("Ga verder", { click: () => { sluitVraag(); alsVeilig(werk, zin)(); } }));
      eerst.remove();
      if (had) vraagknoppen.lastChild.focus();
    }) });
    vraagzin.textContent = "Wat u hier hebt ingevuld, is nog nergens bewaard. Gaat u naar een ander bestand, dan is het weg.";
    vraagknoppen.replaceChildren(klein("Blijf bij wat hier staat", { click: () => sluitVraag() }), eerst, verder);
    vraagvak.hidden = false;
    vraagknoppen.firstChild.focus();
  });
  vraagvak.addEventListener("keydown", ({ key }) => { if (key === "Escape") sluitVraag(); });
  // Verdwijnt de knop waarop de focus stond, dan gaat die terug naar waar de lezer bezig was.
  let bezigMet = null;
  const onthoudFocus = ({ target }) => { if (!ctx.boven.contains(target) && target.matches("input, textarea, select, [role=tab]")) bezigMet = target; };
  const focusTerug = () => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const kan = bezigMet?.isConnected && bezigMet.checkVisibility?.() && !bezigMet.disabled;
    (kan ? bezigMet : kop).focus();
  };
  ctx.wortel.addEventListener("focusin", onthoudFocus);
  // Een mededeling boven in beeld, tot de lezer haar sluit.
  const mededeel = (vak, zin, bijSluiten = () => {}) => {
    if (!zin) { vak.replaceChildren(); return; }
    if (vak.dataset.zin === zin && vak.firstChild) return;
    vak.dataset.zin = zin;
    vak.replaceChildren(h("div", { class: "lvs-storing" }, h("p", {}, zin), h("div", { class: "lvs-knoppen" },
      klein("Sluit deze melding", { click: () => { vak.replaceChildren(); bijSluiten(); focusTerug(); } }))));
  };
  let bewaar;
  let hier = LEEG;
  let tijden = new Map();
  // Werk zonder naam kiest men op wanneer het was; zo heet het ook bij ‘Mijn werk’.
  const heet = (naam) => {
    if (!naamloos(naam)) return naam;
    const nog = naam.replace(LEEG, "Nog zonder naam"), tijd = tijden.get(naam);
    if (!tijd) return nog;
    const toen = new Date(tijd);
    const dag = toen.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
    return `${nog}, van ${dag}, ${toen.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", ".")} uur`;
  };
  const toon = (staat) => {
    hier = staat.naam;
    tijden = staat.tijden;
    if (staat.toestand === "bewaard") sluitVraag(); // wat de vraag zegt, is niet meer waar
    const waar = e.plaats === "pagina" ? "op dit apparaat" : "naast het notebook";
    mededeel(nota, staat.nota, () => bewaar.geenNota());
    const als = naamloos(staat.naam) ? "" : `, als ‘${staat.naam}’`;
    const bewaard = staat.tijd ? `Bewaard ${waar} om ${staat.tijd} uur${als}.` : `Wat u invult, wordt vanzelf bewaard ${waar}.`;
    stand.textContent = bewaard;
    stand.hidden = !["laden", "begin", "bewaard"].includes(staat.toestand);
    const zin = staat.zin || WAARSCHUWING[staat.toestand] || "";
    if (zin && !alarm.contains(zorgvak)) alarm.append(zorgvak);
    if (!zin) zorgvak.remove();
    if (zorg.textContent !== zin) zorg.textContent = zin;
    const mis = staat.toestand === "mislukt";
    verder.hidden = mis;
    opnieuw.hidden = alsBestand.hidden = !mis;
    stond.hidden = staat.toestand !== "onleesbaar";
    verder.textContent = staat.toestand === "bezet" ? "Ga hier verder met een kopie" : "Bewaar dit in een nieuw bestand";
    haal.hidden = staat.toestand !== "bezet";
    const namen = staat.namen.includes(staat.naam) ? staat.namen : [staat.naam, ...staat.namen];
    keuze.replaceChildren(...namen.map((naam) => h("option", { value: naam }, heet(naam))));
    keuze.value = staat.naam;
    if (document.activeElement !== naamveld) naamveld.value = staat.naam;
    // Wie het bestand niet vast heeft, kan het ook niet hernoemen of weghalen.
    const beheert = bewaar?.magBeheren() ?? true;
    hernoemKnop.disabled = !beheert;
    verwijderKnop.disabled = !beheert && staat.toestand !== "onleesbaar";
  };
  opnieuw.addEventListener("click", doe(() => bewaar.hervat()));
  alsBestand.addEventListener("click", slaOp);
  stond.addEventListener("click", doe(() => bewaar.bewaardeTekst()));
  verder.addEventListener("click", doe(() => bewaar.kopie(), "U werkt verder in een nieuw bestand."));
  haal.addEventListener("click", alsVeilig(() => bewaar.haal(), ""));
  keuze.addEventListener("change", () => {
    const { value } = keuze;
    alsVeilig(() => bewaar.open(value), `‘${heet(value)}’ is geopend.`)();
  });
  bestand.addEventListener("change", () => {
    const gekozen = bestand.files[0];
    bestand.value = "";
    if (gekozen) alsVeilig(() => bewaar.lees(gekozen))();
  });

  const hernoemKnop = knop("Andere naam", () => { vraagNaam.hidden = false; naamveld.focus(); naamveld.select(); });
  const vraagNaam = h("div", { class: "lvs-veld", hidden: true },
    h("label", { for: naamId, class: "lvs-label" }, "Nieuwe naam"), naamveld,
    h("div", { class: "lvs-knoppen" },
      knop("Geef deze naam", () => { vraagNaam.hidden = true; doe(() => bewaar.hernoem(naamveld.value))(); keuze.focus(); }, "lvs-hoofd"),
      knop("Laat zo", () => { vraagNaam.hidden = true; hernoemKnop.focus(); })));
  const zeker = (tekst, uitleg, ja, actie) => {
    const begin = knop(tekst, () => { vak.hidden = false; begin.hidden = true; vak.querySelector("button").focus(); });
    const terug = () => { vak.hidden = true; begin.hidden = false; begin.focus(); };
    const vak = h("div", { class: "lvs-zeker", role: "group", "aria-label": tekst, hidden: true }, h("p", {}, uitleg),
      h("div", { class: "lvs-knoppen" }, knop("Nee, laat staan", terug), knop(ja, () => { terug(); doe(actie)(); }, "lvs-gevaar")));
    return [begin, vak];
  };
  const [verwijderKnop, verwijderVak] = zeker("Verwijder dit bestand", "Het bestand dat nu open is, verdwijnt voorgoed.", "Ja, verwijder dit bestand", () => bewaar.verwijder());
  const [wisKnop, wisVak] = zeker("Wis alles", "Alle bestanden van dit hulpmiddel verdwijnen voorgoed, ook die met een andere naam.", "Ja, wis alles", () => bewaar.wis());
  const opnieuwBegin = alsVeilig(() => bewaar.nieuw(), "Er is een nieuw, leeg bestand.");
  const beheer = h("details", { class: "lvs-uitklap" }, h("summary", {}, "Bestanden beheren"),
    h("div", { class: "lvs-veld" }, h("label", { for: keuzeId, class: "lvs-label" }, "Welk bestand is open"), keuze),
    h("div", { class: "lvs-knoppen" },
      knop("Nieuw bestand", opnieuwBegin),
      knop("Maak een kopie", doe(() => bewaar.kopie(), "U werkt nu in de kopie. Die staat los van het origineel.")),
      hernoemKnop),
    vraagNaam,
    h("div", { class: "lvs-knoppen" }, verwijderKnop, wisKnop), verwijderVak, wisVak);
  const uitleg = h("details", { class: "lvs-uitklap" }, h("summary", {}, "Waar staan mijn gegevens?"), ...e.waar.map((zin) => h("p", {}, zin)));
  const el = h("section", { class: "lvs-bewaren", "aria-labelledby": kop.id }, kop, stand,
    h("div", { class: "lvs-knoppen" },
      knop("Opslaan als bestand", slaOp),
      bestand, h("label", { for: bestandId, class: "lvs-knop lvs-klein" }, "Openen uit een bestand")),
    status, h("div", { class: "lvs-kolom" }, beheer, uitleg));
  const teken = () => mededeel(melding, e.melding);
  teken();
  bewaar = bewaarder(deel, ctx, toon);
  toon({ naam: LEEG, namen: [], tijden, toestand: "laden", zin: "", tijd: "" });
  if (ctx.voor) {
    // Het scherm staat er al, met wat bewaard was. Wie alleen leest, houdt geen bestand bezet.
    ctx.voor.aangeraakt.then(() => bewaar.begin())
      .catch((fout) => mededeel(mislukking, `Dat is niet gelukt: ${reden(fout)}. Alles staat nog zoals het was.`));
  } else {
    // Tot terugstaat wat bewaard was, is het scherm nog niet te bedienen: een keuze van nu zou anders
    // door die van toen worden overschreven. Duurt het te lang, dan gaat het scherm toch open.
    const opent = new Promise((gelukt) => { setTimeout(gelukt, HERSTEL_MS); });
    ctx.wortel.inert = true;
    Promise.race([doe(() => bewaar.begin())(), opent]).then(() => { ctx.wortel.inert = false; });
  }
  const stop = () => {
    bewaar.stop();
    ctx.wortel.removeEventListener("focusin", onthoudFocus);
    for (const vak of [alarm, melding, nota, mislukking, vraagvak]) vak.remove();
  };
  return { el, wijzig: teken, stop, opdracht: bewaar.opdracht, nieuw: opnieuwBegin };
};
