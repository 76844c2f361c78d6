import { NotFound } from "#components/site/not-found";
import { env } from "#lib/platform/env";

export default function SiteNotFound() {
  return <NotFound contactEmail={env().CONTACT_EMAIL} />;
}
