/**
 * Nederlands voor het zoeken: van tekst naar woorden, van een woord naar zijn stam en zijn delen.
 *
 * Dit draait bij de bouw (in Node) en in de pagina: wat de index een stam noemt, noemt de lezer ook zo.
 */
const TEKENS = /[a-z0-9]+/g;
const stemmer = new DutchStemmer();
const stammen = new Map();

/** Geef de woorden van een tekst: kleine letters, zonder accenten en leestekens. */
function woordenVan(tekst) {
  return tekst.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").match(TEKENS) ?? [];
}

/** Geef de stam van een woord; codes als SKA2 blijven heel. */
function stamVan(woord) {
  if (!stammen.has(woord)) stammen.set(woord, /\d/.test(woord) ? woord : stemmer.stemWord(woord));
  return stammen.get(woord);
}

const STOPWOORDEN = new Set(
  (
    "aan al alle alles als altijd ben bij daar dan dat de der deze die dit doch door dus een eens en er ge geen haar had " +
    "heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jij jullie kan kon kunnen maar me meer men met " +
    "mij mijn moet moeten na naar niet niets nog nu of om omdat onder ons onze ook op over te tegen toch toen tot u uit uw " +
    "van veel voor waar want waren was wat we welke werd wie wij wil willen worden wordt zal ze zelf zich zij zijn zo " +
    "zonder zou gaat gaan komt komen mag hebt doe doen wel heel erg weer"
  ).split(" "),
);

/**
 * Deel een samenstelling in tweeën, als beide delen in het boek staan.
 *
 * `kent` zegt of een stam bekend is. Een s, e of en tussen de delen telt niet mee.
 */
function delenVan(woord, kent) {
  let beste = { delen: [], evenwicht: 0 };
  for (let plek = 4; plek <= woord.length - 4; plek += 1) {
    const rechts = woord.slice(plek);
    if (!kent(stamVan(rechts))) continue;
    const links = woord.slice(0, plek);
    const vorm = [links, links.replace(/s$/, ""), links.replace(/en?$/, "")].find(
      (deel) => deel.length > 3 && kent(stamVan(deel)),
    );
    const evenwicht = Math.min(links.length, rechts.length);
    if (vorm && evenwicht > beste.evenwicht) beste = { delen: [vorm, rechts], evenwicht };
  }
  return beste.delen;
}

/** Tel de kleinste verschillen tussen twee woorden; twee letters omwisselen is er één. */
function verschil(een, ander) {
  const rijen = [[...Array(ander.length + 1).keys()]];
  for (let i = 1; i <= een.length; i += 1) {
    rijen[i] = [i];
    for (let j = 1; j <= ander.length; j += 1) {
      const anders = een[i - 1] === ander[j - 1] ? 0 : 1;
      rijen[i][j] = Math.min(rijen[i - 1][j] + 1, rijen[i][j - 1] + 1, rijen[i - 1][j - 1] + anders);
      if (i > 1 && j > 1 && een[i - 1] === ander[j - 2] && een[i - 2] === ander[j - 1]) {
        rijen[i][j] = Math.min(rijen[i][j], rijen[i - 2][j - 2] + 1);
      }
    }
  }
  return rijen[een.length][ander.length];
}
