import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { describe, remove, replace, send } from "#app/(back-office)/administration/medias/actions";
import { MediaScreen } from "#components/back-office/media/screen";
import { requireViewer } from "#lib/edge/session";
import { findMedia, usesOf } from "#lib/media/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Média" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ fait?: string | string[] }> };

export default async function MediaPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { success, data } = z.uuid().safeParse((await params).id);
  const media = success ? await findMedia(viewer, data) : null;
  if (!media) notFound();
  return (
    <MediaScreen
      media={media}
      uses={await usesOf(viewer, media, now())}
      describe={describe}
      replace={replace}
      send={send}
      remove={remove}
      done={(await searchParams).fait}
    />
  );
}
