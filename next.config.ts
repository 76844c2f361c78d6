import type { NextConfig } from "next";
import { MOVED } from "./lib/platform/moved.ts";

const PERMANENT = 301;

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  // Titles and canonical addresses stand in the head for everyone: streamed, they would need a script to get there.
  htmlLimitedBots: /.*/,
  // `npm run check` reads the types; a build must not read them again.
  typescript: { ignoreBuildErrors: true },
  // The front lets this much reach the forms of the team, and less those of visitors.
  experimental: { serverActions: { bodySizeLimit: 2_500_000 } },
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
    "pdfkit",
  ],
  redirects: async () =>
    Object.entries(MOVED).map(([source, destination]) => ({ source, destination, statusCode: PERMANENT })),
  rewrites: async () => ({
    // A page answers no POST but its own forms': what mailboxes post (RFC 8058), always with a type, goes beside it.
    beforeFiles: [
      {
        source: "/inscriptions/:token/rappels",
        has: [{ type: "header", key: "content-type" }],
        destination: "/inscriptions/:token/rappels/clic",
      },
    ],
  }),
};

export default config;
