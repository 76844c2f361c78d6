import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/platform/paths";

type Props = {
  webinar: { id: string; title: string };
  online: boolean;
  cards: readonly ReactNode[];
  form: ReactNode;
  done: string | string[] | undefined;
};

export function PartnerLinksScreen({ webinar, online, cards, form, done }: Props) {
  return (
    <Screen
      title={`Partenaires\u00A0: ${webinar.title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
    >
      <WebinarTabs id={webinar.id} current="partenaires" />
      <DoneNotice done={done} />
      <p className="max-w-prose">
        Un partenaire transmet son lien, vous voyez qui s’inscrit par lui. Un lien ne réserve pas de place et ne fait
        passer devant personne.
      </p>
      {!online && cards.length > 0 && (
        <Notice look="warning" title="La séance n’est pas en ligne.">
          <p>Ces liens mèneront à sa page une fois qu’elle sera publiée.</p>
        </Notice>
      )}
      {cards.length === 0 ? (
        <p>Aucun lien pour le moment.</p>
      ) : (
        <Panel title="Liens transmis">
          <ul>{cards}</ul>
        </Panel>
      )}
      {form && <Panel title="Nouveau lien">{form}</Panel>}
    </Screen>
  );
}
