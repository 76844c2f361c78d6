import type { ReactNode } from "react";
import "./globals.css";

/** Every page is rendered at request time from the database. */
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  );
}
