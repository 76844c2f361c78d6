import type { Metadata } from "next";
import { PeopleScreen } from "#components/back-office/roster/people/list";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { listPeople } from "#lib/roster/people/queries";
import { peopleQuery } from "#lib/roster/people/schema";

export const metadata: Metadata = { title: "Personnes" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function People({ searchParams }: Props) {
  const editor = await requireViewer();
  const given = await searchParams;
  const query = peopleQuery.parse(given);
  const { q, etat } = query;
  const at = now();
  return <PeopleScreen list={await listPeople(editor, query, at)} filter={{ q, etat }} done={given.fait} at={at} />;
}
