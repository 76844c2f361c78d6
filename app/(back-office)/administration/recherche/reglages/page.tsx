import type { Metadata } from "next";
import { save } from "#app/(back-office)/administration/recherche/reglages/actions";
import { SearchSettingsScreen } from "#components/back-office/search/settings";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { fingerprint } from "#lib/platform/fingerprint";
import { typeLexemes } from "#lib/resources/search/queries";
import { asLines } from "#lib/search/schema";
import { fruitlessSearches, settings, triedQueries } from "#lib/search/settings-queries";

export const metadata: Metadata = { title: "Recherche du site" };

type Props = { searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }> };

export default async function SearchSettingsPage({ searchParams }: Props) {
  const editor = await requireViewer();
  const [kept, fruitless] = await Promise.all([settings(editor), fruitlessSearches(editor)]);
  const tried = await triedQueries(editor, kept.tests, now(), typeLexemes);
  return (
    <SearchSettingsScreen
      lines={asLines(kept)}
      shown={fingerprint(kept)}
      fruitless={fruitless}
      tried={tried}
      save={save}
      search={await searchParams}
    />
  );
}
