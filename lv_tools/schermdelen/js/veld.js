import { DELEN, begeleiding, h, naTypen, tekstOf, uniek } from "./kern.js";

// Cijfers zijn gewone tekst: een browser met een andere taal zou de komma anders weigeren.
const TOETSEN = { getal: "decimal", percentage: "decimal", geheel: "numeric" };

const tekens = (n) => (n === 1 ? "1 teken" : `${n.toLocaleString("nl-NL")} tekens`);

// Telt mee hoeveel tekens er nog passen. Vanaf het laatste tiende deel zegt het gehoor dat ook.
function tekenteller(hoogstens, altijd, ctx) {
  const el = h("p", { id: uniek(), class: "lvs-teller", hidden: true });
  let gezegd = "";
  const tel = (tekst) => {
    const kaal = tekst.trim();
    const lengte = kaal.length < hoogstens * 0.8 ? kaal.length : [...kaal].length; // zoals Python telt
    const over = hoogstens - lengte;
    tekstOf(el, altijd || over < hoogstens * 0.2
      ? over < 0 ? `${tekens(-over)} te veel` : `Nog ${tekens(over)} over` : "");
    el.classList.toggle("lvs-fout", over < 0);
    return over < 0 ? "te veel" : over <= hoogstens * 0.1 ? "bijna" : "";
  };
  const zeg = (tekst) => {
    const stand = tel(tekst);
    if (stand && stand !== gezegd) ctx.meld(`${el.textContent}.`);
    gezegd = stand;
  };
  return { el, tel, zeg };
}

// De kalender van het apparaat zelf, naast het veld waarin iemand ook mag typen.
function dagkiezer(invoer, label, ctx) {
  if (!("showPicker" in HTMLInputElement.prototype)) return null;
  const kalender = h("input", { type: "date", class: "lvs-dagkiezer", tabindex: "-1", "aria-hidden": "true" });
  kalender.addEventListener("change", () => {
    const [jaar, maand, dag] = kalender.value.split("-").map(Number);
    if (!dag) return;
    invoer.value = `${dag}-${maand}-${jaar}`;
    for (const naam of ["input", "change"]) invoer.dispatchEvent(new Event(naam));
    invoer.focus();
  });
  const open = () => {
    const dag = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(invoer.value.replace(/^[a-z]+ /, ""));
    kalender.value = dag ? `${dag[3]}-${dag[2].padStart(2, "0")}-${dag[1].padStart(2, "0")}` : "";
    try {
      kalender.showPicker();
    } catch {
      ctx.meld("De kalender opent hier niet. Typ de dag in het veld.");
    }
  };
  const knop = h("button", { type: "button", class: "lvs-knop", "aria-describedby": label, click: open }, "Kalender");
  return { el: h("div", { class: "lvs-dag" }, invoer, knop, kalender), knop };
}

DELEN.invoerveld = (deel, ctx) => {
  const e = deel.eigenschappen;
  const id = uniek();
  const ruim = e.vorm === "ruim"; // één alinea, in een vak dat meegroeit
  const lang = ruim || e.vorm === "tekstvak";
  const naam = h("label", { for: id, id: uniek(), class: "lvs-label" });
  const invoer = h(lang ? "textarea" : "input", {
    id, class: `lvs-invoer${ruim ? " lvs-ruim" : e.vorm in TOETSEN || e.vorm === "datum" ? " lvs-kort" : ""}`,
    type: lang ? null : "text", inputmode: TOETSEN[e.vorm], rows: lang ? (ruim ? 2 : 4) : null, autocomplete: "off",
  });
  const telling = e.hoogstens ? tekenteller(e.hoogstens, lang && !ruim && e.hoogstens <= 5000, ctx) : null;
  const bij = begeleiding(e, ctx, ...(telling ? [telling.el] : []));
  const kiezer = e.vorm === "datum" ? dagkiezer(invoer, naam.id, ctx) : null;
  const el = h("div", { class: "lvs-veld" }, naam, bij.hulp, bij.fout, kiezer?.el ?? invoer, telling?.el);
  let verlaten = false;
  let laatste = null; // wat hier als laatste naar Python ging
  const typen = ctx.typen(naTypen(() => {
    e.waarde = invoer.value;
    telling?.zeg(invoer.value);
    laatste = ctx.stuur(deel, "wijziging", { waarde: invoer.value, verlaten });
    verlaten = false;
  }));
  // Een antwoord van Python op iets eerders mag wat de lezer daarna typte niet overschrijven.
  const nieuwer = () => typen.wacht() || ctx.achterIets(laatste);
  const teken = () => {
    naam.textContent = e.label;
    invoer.disabled = Boolean(e.uit);
    if (kiezer) kiezer.knop.disabled = invoer.disabled;
    telling?.tel(invoer.value);
    bij.koppel([invoer], el);
  };
  invoer.addEventListener("input", () => {
    ctx.getypt(deel, invoer.value);
    typen.typ();
    telling?.tel(invoer.value);
    bij.koppel([invoer], el);
  });
  invoer.addEventListener("change", () => {
    verlaten = true;
    typen.typ();
    typen.nu();
  });
  invoer.value = e.waarde ?? "";
  teken();
  return {
    el,
    vast: ["vorm", "hoogstens", "verplicht"],
    wijzig: (nieuw) => {
      if ("waarde" in nieuw && nieuwer()) e.waarde = invoer.value;
      else if ("waarde" in nieuw && invoer.value !== e.waarde) invoer.value = e.waarde ?? "";
      teken();
    },
    focus: () => invoer.focus(),
    stop: () => {
      typen.stop();
      ctx.typen(null, typen);
    },
  };
};
