import type { MetadataRoute } from "next";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";

export const dynamic = "force-dynamic";

/** What robots may read: everything public, nothing personal. */
export default function robots(): MetadataRoute.Robots {
  const { SITE_URL } = env();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        paths.admin(),
        paths.signIn(),
        paths.remark(),
        paths.dossierFiles(),
        "/inscriptions",
        "/rejoindre",
        "/avis",
        "/attestations",
        "/abonnement",
        "/apercu",
      ],
    },
    sitemap: absolute(SITE_URL, "/sitemap.xml"),
  };
}
