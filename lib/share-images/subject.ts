import { OWN_PAGES } from "#lib/feeds/sitemap";
import { findPage } from "#lib/items/queries";
import { paths } from "#lib/platform/paths";
import { SITE_NAME } from "#lib/platform/site-name";
import { findDeparture } from "#lib/publication/departures/queries";

/** What an image says of a page. @property section how its address begins */
export type Subject = { title: string; section: string; isItem: boolean };

const PORTAL: Subject = { title: SITE_NAME, section: "", isItem: false };

/** What the image of a page shows; null where the public sees none. A page that left and says so has that of the portal. */
export async function findSubject(path: string, at: Date): Promise<Subject | null> {
  if (path === paths.home()) return PORTAL;
  const page = OWN_PAGES.find((one) => one.path === path) ?? (await findPage(path, at));
  if (!page) return (await findDeparture(path, at))?.kind === "withdrawn" ? PORTAL : null;
  const [, section = "", item] = path.split("/");
  return { title: page.title, section, isItem: item !== undefined };
}
