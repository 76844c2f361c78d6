import { DoneNotice } from "#components/back-office/done-notice";
import { LinksForm } from "#components/back-office/link-watch/form";
import { Screen } from "#components/back-office/screen";
import type { FormAction } from "#lib/forms/state";
import type { LinkReport } from "#lib/link-watch/schema";
import { counted } from "#lib/platform/text";

type Props = {
  report: LinkReport;
  decide: FormAction;
  done: string | string[] | undefined;
  /** Another one after each act: nothing is ticked any more. */
  opening: string;
};

export function LinksScreen({ report: { told, ignored, open, unasked }, decide, done, opening }: Props) {
  const unknown = unasked ? `, ${counted(unasked, "attend sa première vérification", "attendent la leur")}` : "";
  return (
    <Screen title="Liens">
      <DoneNotice done={done} />
      <p className="max-w-prose">
        Chaque semaine, la nuit, le portail demande à chaque adresse d’un autre site où mènent ses pages si elle s’ouvre
        encore. Il faut deux échecs, deux jours différents, pour qu’un lien soit signalé ici.
      </p>
      <p className="text-muted">{`${counted(open, "lien s’ouvre", "liens s’ouvrent")}${unknown}.`}</p>
      {told.length + ignored.length === 0 ? (
        <p>Aucun lien n’est à reprendre.</p>
      ) : (
        <LinksForm key={opening} told={told} ignored={ignored} action={decide} />
      )}
    </Screen>
  );
}
