import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask, autosave, save } from "#app/(back-office)/administration/mon-centre/actions";
import { OwnItemScreen } from "#components/back-office/partners/own-item";
import { isIdentifier, requireNoun } from "#lib/edge/route-item";
import { requirePartner } from "#lib/edge/session";
import { openOwnEdition } from "#lib/partners/queries";
import { isOwnNoun } from "#lib/partners/schema";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Fiche de mon centre" };

type Props = {
  params: Promise<{ section: string; id: string }>;
  searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }>;
};

export default async function OwnItem({ params, searchParams }: Props) {
  const partner = await requirePartner();
  const { section, id } = await params;
  const noun = requireNoun(section);
  const opened = isOwnNoun(noun) && isIdentifier(id) ? await openOwnEdition(partner, noun, id) : null;
  if (!opened) notFound();
  return (
    <OwnItemScreen
      noun={noun}
      opened={opened}
      save={save}
      autosave={autosave}
      pen={randomUUID()}
      ask={ask}
      search={await searchParams}
      at={now()}
    />
  );
}
