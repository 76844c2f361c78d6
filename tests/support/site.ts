import { type APIRequestContext, expect } from "@playwright/test";

/** Every kind of public page, by an address that the seeded content has. */
export const TEMPLATES = [
  "/",
  "/besoins",
  "/besoins/developper-des-partenariats-strategiques",
  "/besoins/developper-des-partenariats-strategiques?profil=elu&phase=industrialisation",
  "/centres",
  "/centres?profil=elu",
  "/centres/co-construction-territoriale",
  "/centres/partenariats-strategiques",
  "/ressources",
  "/ressources?q=territoire",
  "/ressources?q=zzzyyyxxx",
  "/ressources/impact-des-alliances-regard-chercheurs-praticiens",
  "/recherche",
  "/recherche?q=mecenat+de+competences",
  "/recherche?q=zzzyyyxxx",
  "/webinaires",
  "/webinaires?annee=2019",
  "/webinaires/definir-sa-strategie-2019",
  "/organisations",
  "/organisations/caisse-des-depots",
  "/observatoire",
  "/observatoire/fondations-secteur-immature-sur-l-accompagnement",
  "/glossaire",
  "/glossaire/alliance",
  "/parcours",
  "/parcours/maire",
  "/collections/phare",
  "/orientation",
  "/orientation?besoin=je-ne-sais-pas",
  "/orientation?profil=elu&besoin=connaitre-l-ecosysteme-territorial",
  "/methode",
  "/ce-que-nous-ne-savons-pas-encore",
  "/plan-du-site",
  "/statistiques",
  "/statistiques/visites",
  "/suivre",
  "/signaler?page=/besoins",
  "/accessibilite",
];

/** The pages that carry a script of ours, which they can do without. */
export const DOSSIER = "/mon-dossier?contenu=ressources.fiche-premiere-rencontre&contenu=methode&q=carte";

/** Addresses of the site map, as paths. */
export async function mappedPages(request: APIRequestContext): Promise<string[]> {
  const response = await request.get("/sitemap.xml");
  expect(response.status()).toBe(200);
  const found = [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = ""]) => new URL(url).pathname,
  );
  expect(found.length).toBeGreaterThan(80);
  return found;
}

/** A share of a list, so that workers can divide it. @param part from 0 */
export const share = <T>(list: T[], part: number, parts: number): T[] =>
  list.filter((_, index) => index % parts === part);

/** What a page says, its scripts, styles and tags left out. */
export const readable = (html: string): string =>
  html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<\/?(a|strong|em|span|abbr|time|b|i|code|svg|path)\b[^>]*>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&#x27;|&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, "\u00A0")
    .replace(/&amp;/g, "&");
