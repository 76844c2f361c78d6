import { NotFound } from "#components/site/not-found";

export default function SiteNotFound() {
  return <NotFound />;
}
