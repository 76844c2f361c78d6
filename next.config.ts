import type { NextConfig } from "next";
import { PHASE_PRODUCTION_BUILD } from "next/constants.js";
import { actionKey, releaseId } from "./lib/commands/release.ts";
import { MOVED } from "./lib/platform/moved.ts";

const PERMANENT = 301;

/** Screens of the team that have another address now. */
const MOVED_SCREENS = {
  "/administration/messages": "/administration/envois/messages",
  "/administration/messages/:rest*": "/administration/envois/:rest*",
};

const config: NextConfig = {
  generateBuildId: async () => releaseId(import.meta.dirname),
  poweredByHeader: false,
  images: { unoptimized: true },
  // Titles and canonical addresses stand in the head for everyone: streamed, they would need a script to get there.
  htmlLimitedBots: /.*/,
  // `npm run check` reads the types; a build must not read them again.
  typescript: { ignoreBuildErrors: true },
  // The front lets this much reach the forms of the team, and less those of visitors.
  experimental: {
    serverActions: { bodySizeLimit: 25_500_000 },
    // A page is loaded when it is first asked for: half of them are the team's, and most portals never show them all.
    preloadEntriesOnStart: false,
  },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "pino",
    "@node-rs/argon2",
    "@zxcvbn-ts/core",
    "@zxcvbn-ts/language-common",
    "@zxcvbn-ts/language-fr",
    "@prisma/client",
    "@prisma/adapter-pg",
    "nodemailer",
    "minio",
    "file-type",
    "fontkit",
    "pdfkit",
    "sharp",
    "unpdf",
    "wawoff2",
    "@citation-js/core",
    "@citation-js/plugin-bibtex",
    "@citation-js/plugin-ris",
  ],
  redirects: async () =>
    Object.entries({ ...MOVED, ...MOVED_SCREENS }).map(([source, destination]) => ({
      source,
      destination,
      statusCode: PERMANENT,
    })),
  rewrites: async () => ({
    // A page answers no POST but its own forms': what mailboxes post (RFC 8058), always with a type, goes beside it.
    beforeFiles: [
      {
        source: "/inscriptions/:token/rappels",
        has: [{ type: "header", key: "content-type" }],
        destination: "/inscriptions/:token/rappels/clic",
      },
      {
        source: "/abonnement/:token/fin",
        has: [{ type: "header", key: "content-type" }],
        destination: "/abonnement/:token/fin/clic",
      },
    ],
  }),
};

/**
 * The names of actions are made from the key of the build: the same everywhere, or a form opened before a deployment is
 * lost. What they seal while they run is this installation's own.
 */
export default (phase: string): NextConfig => {
  const secret = phase === PHASE_PRODUCTION_BUILD ? "" : (process.env.SESSION_SECRET ?? "");
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= actionKey(secret);
  return config;
};
