import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { env } from "#lib/platform/env";
import { SITE_NAME } from "#lib/platform/site-name";
import "./globals.css";

/** « optional »: a page whose letters come late keeps those it has, and nothing moves. The next page has them. */
const typeface = localFont({
  src: "../public/fonts/young-serif.woff2",
  variable: "--typeface",
  display: "optional",
  adjustFontFallback: false,
});

export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffdf9" },
    { media: "(prefers-color-scheme: dark)", color: "#192625" },
  ],
};

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: SITE_NAME, template: `%s – ${SITE_NAME}` },
    icons: {
      icon: { url: "/icon.svg", type: "image/svg+xml" },
      apple: { url: "/apple-touch-icon.png", sizes: "180x180" },
    },
    formatDetection: { telephone: false },
  };
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" className={typeface.variable}>
      <body>{children}</body>
    </html>
  );
}
