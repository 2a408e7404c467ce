/** De urgentiemeter voor wie een uitnodiging opent; wat er gevraagd wordt, komt uit lv_tools/urgentiemeter/scherm/deelnemer.py. */
import { linkVan } from "./uitnodiging.mjs";

export const { heeftLink, leesLink } = linkVan("meting");
export { Vorm } from "./uitnodiging.mjs";
