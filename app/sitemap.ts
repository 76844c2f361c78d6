import type { MetadataRoute } from "next";
import { publicAddresses } from "#lib/feeds/sitemap";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute } from "#lib/platform/paths";

export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { SITE_URL } = env();
  const addresses = await publicAddresses(now());
  return addresses.map(({ path, changedAt }) => ({
    url: absolute(SITE_URL, path),
    ...(changedAt && { lastModified: changedAt }),
  }));
}
