type Query = Record<string, string | number | readonly (string | number)[] | undefined>;

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== "") search.append(name, String(one));
    }
  }
  return search.size ? `${path}?${search}` : path;
}

/** How the address of a reading path begins among those of collections. */
export const READING_PATH = /^parcours-(?=.)/;

/** How the address of a dossier spells a page: forms would write a slash otherwise than links do. */
const dossierName = (page: string) => page.slice(1).replace("/", ".");
const admin = "/administration";

/** Every address of the portal, so that none is ever written twice. Relative to SITE_URL. */
export const paths = {
  home: () => "/",
  search: (query?: Query) => withQuery("/recherche", query),
  needs: () => "/besoins",
  need: (slug: string, query?: Query) => withQuery(`/besoins/${slug}`, query),
  centres: (query?: Query) => withQuery("/centres", query),
  centre: (slug: string) => `/centres/${slug}`,
  resources: (query?: Query) => withQuery("/ressources", query),
  resource: (slug: string) => `/ressources/${slug}`,
  citation: (slug: string, file: string) => `/ressources/${slug}/${file}`,
  webinars: (year?: number) => withQuery("/webinaires", { annee: year }),
  webinar: (slug: string) => `/webinaires/${slug}`,
  webinarReplay: (slug: string, query?: Query) =>
    `${withQuery(`/webinaires/${slug}`, { lecture: "ici", ...query })}#revoir`,
  webinarTranscript: (slug: string, query?: Query) =>
    `${withQuery(`/webinaires/${slug}`, { transcription: "ici", ...query })}#transcription`,
  webinarCalendar: (slug: string) => `/webinaires/${slug}/agenda.ics`,
  /** The next session, as partners show it in a frame. */
  embed: () => "/carte",
  oembed: (query?: Query) => withQuery("/oembed", query),
  calendarFeed: (needSlug?: string) => withQuery("/webinaires.ics", { besoin: needSlug }),
  registration: (token: string, query?: Query) => withQuery(`/inscriptions/${token}`, query),
  registrationCalendar: (token: string, webinarSlug?: string) =>
    withQuery(`/inscriptions/${token}/agenda.ics`, { seance: webinarSlug }),
  registrationExport: (token: string) => `/inscriptions/${token}/donnees.json`,
  certificate: (token: string, webinarSlug: string) =>
    withQuery(`/inscriptions/${token}/attestation.pdf`, { seance: webinarSlug }),
  remindersOff: (token: string) => `/inscriptions/${token}/rappels`,
  findRegistrations: () => "/inscriptions/retrouver",
  join: (token: string) => `/rejoindre/${token}`,
  survey: (token: string) => `/avis/${token}`,
  certificateCheck: (code?: string) => (code ? `/attestations/${code}` : "/attestations"),
  statistics: () => "/statistiques",
  /** @param version how the digest of what is there begins: the answer is then kept for good */
  file: (id: string, name: string, version?: string) => withQuery(`/fichiers/${id}/${name}`, { v: version }),
  views: () => "/statistiques/visites",
  viewsCsv: () => "/statistiques/visites.csv",
  observatory: () => "/observatoire",
  figuresCsv: () => "/observatoire/chiffres.csv",
  figure: (slug: string) => `/observatoire#${slug}`,
  /** @param slug that of one of its figures */
  series: (slug: string) => `/observatoire/${slug}`,
  glossary: (slug?: string) => (slug ? `/glossaire/${slug}` : "/glossaire"),
  term: (slug: string) => `/glossaire#${slug}`,
  collections: () => "/parcours",
  collection: (slug: string) =>
    READING_PATH.test(slug) ? `/parcours/${slug.replace(READING_PATH, "")}` : `/collections/${slug}`,
  orientation: (query?: Query) => withQuery("/orientation", query),
  /** @param pages paths of the portal */
  dossier: (pages: readonly string[] = []) => withQuery("/mon-dossier", { contenu: pages.map(dossierName) }),
  dossierWith: (pages: readonly string[]) => withQuery("/mon-dossier", { ajout: pages.map(dossierName) }),
  dossierName,
  dossierFiles: (pages?: readonly string[]): string => paths.dossier(pages).replace("er", "er/fichiers.zip"),
  doubts: () => "/ce-que-nous-ne-savons-pas-encore",
  /** What a shared link to a page shows. @param path of the page, without parameters */
  shareImage: (path: string): string => `/partage${path === "/" ? "/accueil" : path}`,
  feed: (query?: { besoin?: string | undefined; centre?: string | undefined }) => withQuery("/flux.xml", query),
  organisations: () => "/organisations",
  organisation: (slug: string) => `/organisations/${slug}`,
  page: (slug: string) => `/${slug}`,
  siteMap: () => "/plan-du-site",
  digests: (query?: Query) => withQuery("/suivre", query),
  digest: (token: string, query?: Query) => withQuery(`/abonnement/${token}`, query),
  digestEnd: (token: string) => `/abonnement/${token}/fin`,
  remark: (query?: Query) => withQuery("/signaler", query),
  signIn: (query?: Query) => withQuery("/connexion", query),
  signInStep: (step: string, query?: Query) => withQuery(`/connexion/${step}`, query),
  welcome: (token: string) => `/bienvenue/${token}`,
  admin: () => admin,
  adminList: (section: string, query?: Query) => withQuery(`${admin}/${section}`, query),
  ownCentre: (query?: Query) => withQuery(`${admin}/mon-centre`, query),
  ownItem: (section: string, id: string, query?: Query) => withQuery(`${admin}/mon-centre/${section}/${id}`, query),
  adminNew: (section: string) => `${admin}/${section}/nouveau`,
  adminEdit: (section: string, id: string, query?: Query) => withQuery(`${admin}/${section}/${id}`, query),
  adminWebinar: (id: string, room: WebinarTab, query?: Query) => withQuery(`${admin}/webinaires/${id}/${room}`, query),
  adminSignInSheet: (id: string) => `${admin}/webinaires/${id}/emargement`,
  /** The file of what a screen lists. @param screen its address */
  adminTable: (screen: string, query?: Query) => withQuery(`${screen}/fichier`, query),
  adminRegistrants: (id: string) => `${admin}/webinaires/${id}/inscrits`,
  adminImport: (id?: string, query?: Query) => withQuery(`${admin}/ressources/importer${id ? `/${id}` : ""}`, query),
  adminFile: (id: string) => `${admin}/medias/${id}/fichier`,
  preview: (token: string, width?: number) => withQuery(`/apercu/${token}`, { largeur: width }),
  live: () => "/livez",
  ready: () => "/readyz",
} as const;

type PreparedTab = "deroulement" | "formulaire" | "inscrits" | "messages";
export type WebinarTab = PreparedTab | "questions" | "direct" | "presence" | "avis" | "partenaires";

/** A path as a complete address. @param siteUrl SITE_URL, without a final slash */
export const absolute = (siteUrl: string, path: string): string => new URL(path, siteUrl).href;
