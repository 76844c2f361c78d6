import type { Metadata } from "next";
import { change, create, remove } from "#app/(back-office)/administration/webinaires/[id]/partenaires/actions";
import { PartnerLinkCard } from "#components/back-office/partner-links/card";
import { PartnerLinkForm } from "#components/back-office/partner-links/form";
import { PartnerLinksScreen } from "#components/back-office/partner-links/screen";
import { listCentresForEditor } from "#lib/centres/queries";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { listPartnerLinks } from "#lib/partner-links/queries";
import { partnerLinkPath } from "#lib/partner-links/rules";
import { now } from "#lib/platform/clock";
import { endsAt } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { publicationState } from "#lib/publication/rules";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Partenaires" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PartnerLinks({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const [{ id }, { modifier, supprimer, fait }] = await Promise.all([params, searchParams]);
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const at = now();
  const [partnerLinks, known] = await Promise.all([listPartnerLinks(editor, id), listCentresForEditor(editor)]);
  const centres = known.map((centre) => ({ value: centre.id, label: centre.name }));
  return (
    <PartnerLinksScreen
      webinar={webinar}
      online={publicationState(webinar, at) === "published"}
      cards={partnerLinks.map((partnerLink) => (
        <PartnerLinkCard
          key={partnerLink.id}
          webinarId={id}
          partnerLink={partnerLink}
          centres={centres}
          address={absolute(env().SITE_URL, partnerLinkPath(paths.webinar(webinar.slug), partnerLink.code))}
          over={endsAt(webinar) <= at}
          actions={{ change, remove }}
          doing={partnerLink.id === modifier ? "change" : partnerLink.id === supprimer ? "remove" : null}
        />
      ))}
      form={
        partnerLinks.some((partnerLink) => partnerLink.id === modifier) ? null : (
          <PartnerLinkForm webinarId={id} action={create} centres={centres} />
        )
      }
      done={fait}
    />
  );
}
