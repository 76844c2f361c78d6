import type { Metadata } from "next";
import { sendRemark } from "#app/(site)/signaler/actions";
import { RemarkForm } from "#components/remarks/remark-form";
import { RemarkScreen } from "#components/remarks/remark-screen";
import { issueFormToken } from "#lib/abuse/form-token";
import { pageMetadata } from "#lib/edge/metadata";
import { publicAddresses } from "#lib/feeds/sitemap";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { remarkQuery } from "#lib/remarks/schema";

export const generateMetadata = (): Metadata =>
  pageMetadata({
    title: "Cette page vous a-t-elle aidé\u202F?",
    description: "Dire si une page du portail vous a aidé, ou signaler ce qui ne va pas.",
    path: paths.remark(),
    indexed: false,
  });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RemarkPage({ searchParams }: Props) {
  const { page: typed, merci } = remarkQuery.parse(await searchParams);
  const at = now();
  const page = (await publicAddresses(at)).find(({ path }) => path === typed) ?? null;
  return (
    <RemarkScreen page={page} sent={merci !== undefined}>
      <RemarkForm action={sendRemark} formToken={issueFormToken(at)} page={page?.path ?? null} />
    </RemarkScreen>
  );
}
