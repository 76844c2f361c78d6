"use client";

import { SiteFrame } from "#components/site/frame";
import { Incident } from "#components/site/incident";
import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="fr">
      <body>
        <SiteFrame>
          <Incident reference={error.digest} />
        </SiteFrame>
      </body>
    </html>
  );
}
