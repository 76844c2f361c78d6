import type { Metadata } from "next";
import { FoundScreen } from "#components/back-office/found";
import { screensNamed } from "#components/back-office/menu";
import { PeopleFound } from "#components/back-office/roster/people/found";
import { requireViewer } from "#lib/edge/session";
import { foundItems } from "#lib/items/queries";
import { teamQuery } from "#lib/items/schema";
import { now } from "#lib/platform/clock";
import { foundPeople } from "#lib/roster/people/queries";

export const metadata: Metadata = { title: "Recherche" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const SHOWN = 6;

export default async function TeamSearch({ searchParams }: Props) {
  const editor = await requireViewer();
  const { q } = teamQuery.parse(await searchParams);
  const at = now();
  const [people, items] = q
    ? await Promise.all([
        foundPeople(editor, { q, etat: undefined }, { limit: SHOWN }, at),
        foundItems(editor, q, SHOWN),
      ])
    : [[], []];
  return (
    <FoundScreen
      q={q}
      people={people.length > 0 && <PeopleFound people={people} q={q} full={people.length === SHOWN} at={at} />}
      items={items}
      screens={screensNamed(q)}
      at={at}
    />
  );
}
