import { SiteFrame } from "#components/site/frame";
import { NotFound } from "#components/site/not-found";

export default function RootNotFound() {
  return (
    <SiteFrame>
      <NotFound />
    </SiteFrame>
  );
}
