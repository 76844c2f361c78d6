"use client";

import { Incident } from "#components/site/incident";

export default function SiteError({ error }: { error: Error & { digest?: string } }) {
  return <Incident reference={error.digest} />;
}
