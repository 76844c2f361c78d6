import type { Metadata } from "next";
import { bring, send } from "#app/(back-office)/administration/medias/actions";
import { MediaListScreen } from "#components/back-office/media/list-screen";
import { asEditor } from "#lib/auth/editor";
import { requireViewer } from "#lib/edge/session";
import { listMedia } from "#lib/media/queries";
import { mediaQuery } from "#lib/media/schema";

export const metadata: Metadata = { title: "Médias" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MediaListPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const search = await searchParams;
  const query = mediaQuery.parse(search);
  const mayWrite = asEditor(viewer) !== null;
  return (
    <MediaListScreen
      {...(await listMedia(viewer, query))}
      query={query}
      bring={bring}
      send={send}
      mayWrite={mayWrite}
      done={search.fait}
    />
  );
}
