import { DoneNotice } from "#components/back-office/done-notice";
import { DescriptionForm } from "#components/back-office/media/description-form";
import { ReplaceForm } from "#components/back-office/media/upload-form";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Facts } from "#components/ui/facts";
import type { FormAction } from "#lib/forms/state";
import { fileWords, structureWords, useLabels } from "#lib/media/labels";
import type { MediaUse, MediaView } from "#lib/media/schema";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Props = {
  media: MediaView & { version: number };
  uses: readonly MediaUse[];
  describe: FormAction;
  replace: FormAction;
  send: FormAction;
  remove: FormAction;
  done: string | string[] | undefined;
};

const sectionOf = (noun: string) => (Object.hasOwn(CARDS, noun) ? CARDS[noun as EditorialNoun].section : "ressources");

const Uses = ({ uses }: Pick<Props, "uses">) =>
  uses.length === 0 ? (
    <p>Rien ne cite ce fichier{"\u00A0"}: le public ne peut pas l’ouvrir.</p>
  ) : (
    <ul>
      {uses.map(({ noun, id, title, state }) => (
        <li key={`${id} ${state}`} className="py-1">
          <a href={paths.adminEdit(sectionOf(noun), id)}>{french(title)}</a> ({useLabels[state]})
        </li>
      ))}
    </ul>
  );

export function MediaScreen({ media, uses, describe, replace, send, remove, done }: Props) {
  const { id, name, width, height, createdAt, replacedAt } = media;
  return (
    <Screen title={name} parent={{ label: "Médias", href: paths.adminList("medias") }}>
      <DoneNotice done={done} />
      <Panel title="Le fichier">
        <Facts
          facts={[
            { name: "Format", value: fileWords(media) },
            { name: "Accessibilité", value: structureWords(media) },
            { name: "Dimensions", value: width && height && `${width} × ${height} pixels` },
            { name: "Adresse", value: <code className="wrap-anywhere">{paths.file(id, name)}</code> },
            { name: "Ajouté le", value: formatTimestamp(createdAt) },
            { name: "Remplacé le", value: replacedAt && formatTimestamp(replacedAt) },
          ]}
        />
        <p className="mt-4 flex flex-wrap gap-x-6">
          <a href={paths.adminFile(id)} className="inline-flex min-h-11 items-center font-semibold">
            Ouvrir le fichier
          </a>
          <a
            href={paths.adminEdit("ressources", "nouveau", { fichier: id })}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Nouvelle ressource avec ce fichier
          </a>
        </p>
      </Panel>
      <Panel title="Sert dans">
        <Uses uses={uses} />
      </Panel>
      <Panel title="Description">
        <DescriptionForm action={describe} media={media} />
      </Panel>
      <Panel title="Remplacer">
        <ReplaceForm action={replace} send={send} id={id} />
      </Panel>
      {uses.length === 0 && (
        <ActionButton action={remove} values={{ id }} label="Supprimer ce fichier" look="secondary" />
      )}
    </Screen>
  );
}
