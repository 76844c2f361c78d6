import type { Metadata } from "next";
import { followPortal } from "#app/(site)/suivre/actions";
import { DigestForm } from "#components/people/digest-forms";
import { DigestScreen } from "#components/people/digest-screens";
import { Breadcrumb } from "#components/site/breadcrumb";
import { issueFormToken } from "#lib/abuse/form-token";
import { pageMetadata } from "#lib/edge/metadata";
import { digestChoices } from "#lib/feeds/choices";
import { digestQuery, digestSteps } from "#lib/people/digest/schema";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

const title = "Suivre le portail";

export const generateMetadata = (): Metadata =>
  pageMetadata({
    title,
    description: "Recevoir une fois par mois au plus ce qui paraît sur le portail, ou le suivre par flux.",
    path: paths.digests(),
  });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FollowPage({ searchParams }: Props) {
  const { etape } = digestQuery.parse(await searchParams);
  const at = now();
  return (
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <DigestScreen step={digestSteps[etape]}>
        <DigestForm action={followPortal} formToken={issueFormToken(at)} options={await digestChoices(at)} />
      </DigestScreen>
    </>
  );
}
