import type { CrawlFault } from "#lib/crawl/schema";
import type { SiteKind } from "#prisma/enums";

const faults = {
  address: "L’adresse, ou celle vers laquelle le site renvoie, n’est pas une adresse de page.",
  private: "Cette adresse mène à un réseau privé\u00A0: le portail ne lit que des sites publics.",
  "unknown-host": "Ce nom de site n’existe pas, ou ne répond plus\u00A0: vérifiez l’adresse.",
  unreachable: "Le site refuse la connexion.",
  slow: "Le site n’a pas répondu à temps.",
  certificate: "Le certificat de sécurité du site n’est pas valable.",
  "too-large": "La réponse du site est trop lourde pour être lue.",
  redirects: "Le site renvoie d’adresse en adresse, plus de cinq fois de suite.",
  broken: "La réponse du site s’est interrompue, ou elle est illisible.",
  robots: "Le fichier robots.txt du site demande de ne pas lire cette adresse.",
  "not-json": "La réponse de WordPress est illisible.",
  "not-xml": "Cette adresse ne donne ni un flux ni un plan de site.",
  nothing: "Cette adresse n’est ni un site WordPress, ni un flux, et le site n’a ni flux ni plan.",
  over: "Le passage a été arrêté\u00A0: il durait depuis trop longtemps.",
} satisfies Record<CrawlFault, string>;

const MISSING = [404, 410];

/** @param status what the site answered; null when it did not answer by HTTP */
export function faultWords(fault: CrawlFault, status: number | null): string {
  if (status === null) return faults[fault];
  if (MISSING.includes(status)) return `Le site a répondu ${status}\u00A0: cette page n’existe pas, ou plus.`;
  if (status === 401 || status === 403) return `Le site a répondu ${status}\u00A0: il refuse d’être lu.`;
  if (status === 429) return "Le site a répondu 429\u00A0: il demande de revenir plus tard.";
  return status >= 500 ? `Le site a répondu ${status}\u00A0: il est en panne.` : `Le site a répondu ${status}.`;
}

export const siteKindLabels = {
  wordpress: "Site WordPress",
  feed: "Flux",
  sitemap: "Plan de site",
} satisfies Record<SiteKind, string>;
