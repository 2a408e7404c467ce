/** De risicoscan voor wie een uitnodiging opent; wat er gevraagd wordt, komt uit lv_tools/risicoscan/scherm/deelnemer.py. */
import { linkVan } from "./uitnodiging.mjs";

export const { heeftLink, leesLink } = linkVan("risicoscan");
export { Vorm } from "./uitnodiging.mjs";
