import type { Metadata } from "next";
import { decide } from "#app/(back-office)/administration/moisson/actions";
import { HarvestQueueScreen } from "#components/back-office/harvest/queue";
import { requireViewer } from "#lib/edge/session";
import { decisionWords } from "#lib/harvest/proposals/labels";
import { listProposals } from "#lib/harvest/proposals/queries";
import { decided, proposalQuery } from "#lib/harvest/proposals/schema";
import { listSources } from "#lib/harvest/queries";

export const metadata: Metadata = { title: "Moisson" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HarvestQueue({ searchParams }: Props) {
  const editor = await requireViewer();
  const given = await searchParams;
  const query = proposalQuery.parse(given);
  const [list, sources] = await Promise.all([listProposals(editor, query), listSources(editor)]);
  const { data } = decided.safeParse(given);
  return (
    <HarvestQueueScreen
      list={list}
      query={query}
      sources={sources}
      decide={decide}
      done={given.fait}
      more={data && decisionWords(data.acte, data.nombre, data.sur)}
    />
  );
}
