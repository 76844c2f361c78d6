import type { Metadata } from "next";
import { publish } from "#app/(back-office)/administration/orientation/actions";
import { OrientationScreen } from "#components/back-office/orientation/screen";
import { requireViewer } from "#lib/edge/session";
import { findPath, isPublished, orientedNeeds, toldLines, tryPath, writtenLines } from "#lib/orientation/queries";
import { groupOf } from "#lib/orientation/rules";
import { EVERY_NEED, orientationQuery } from "#lib/orientation/schema";
import { now } from "#lib/platform/clock";
import { fingerprint } from "#lib/platform/fingerprint";

export const metadata: Metadata = { title: "Orientation" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrientationTablePage({ searchParams }: Props) {
  const editor = await requireViewer();
  const at = now();
  const search = await searchParams;
  const query = orientationQuery.parse(search);
  const needs = await orientedNeeds(at);
  const written = await writtenLines(editor);
  const told = await toldLines(written, at);
  const of = needs.find(({ slug }) => slug === query.besoin);
  const asked = of && { ...query, besoin: of.slug };
  return (
    <OrientationScreen
      groups={[
        ...needs.map(({ slug, title }) => ({ need: slug, title, lines: groupOf(told, slug) })),
        { need: EVERY_NEED, title: "Quel que soit le besoin", lines: groupOf(told, EVERY_NEED) },
      ]}
      needs={needs}
      query={query}
      tried={
        asked
          ? { written: (await tryPath(editor, asked, at)).steps, published: (await findPath(asked, at)).steps }
          : null
      }
      shown={fingerprint(written)}
      online={await isPublished(editor)}
      publish={publish}
      done={search.fait}
    />
  );
}
