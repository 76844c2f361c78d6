import { PartnerLinkEditForm } from "#components/back-office/partner-links/form";
import { CopiedAddress } from "#components/back-office/webinars/copied-address";
import { ActionButton } from "#components/forms/action-button";
import type { Choice } from "#components/forms/select-field";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { holdersWords, ofPartner } from "#lib/partner-links/labels";
import { isUsedUp } from "#lib/partner-links/rules";
import type { PartnerLink } from "#lib/partner-links/schema";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

export type PartnerLinkActions = { change: FormAction; remove: FormAction };

type Props = {
  webinarId: string;
  partnerLink: PartnerLink;
  /** Those whose partners may be told how many it brought. */
  centres: readonly Choice[];
  address: string;
  over: boolean;
  actions: PartnerLinkActions;
  doing: "change" | "remove" | null;
};

const link = "inline-flex min-h-11 items-center font-semibold";

function Removal({ webinarId, partnerLink, actions }: Props) {
  const { id, partner, holders } = partnerLink;
  const stay = counted(holders, "personne inscrite par lui le reste", "personnes inscrites par lui le restent");
  return (
    <Notice look="warning" title={`Supprimer le lien ${ofPartner(partner)}\u202F?`}>
      <p className="mb-3 max-w-prose">
        {holders > 0 && `${stay}, mais vous ne saurez plus par qui. `}
        L’adresse déjà transmise mènera toujours à la séance, sans rien dire du partenaire. Il n’y a pas de retour en
        arrière.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <ActionButton action={actions.remove} values={{ webinarId, id }} label="Oui, supprimer le lien" look="danger" />
        <a href={`${paths.adminWebinar(webinarId, "partenaires")}#${id}`} className={link}>
          Non, garder
        </a>
      </div>
    </Notice>
  );
}

function Doors({ webinarId, partnerLink: { id, partner } }: Props) {
  const href = (what: "modifier" | "supprimer") =>
    `${paths.adminWebinar(webinarId, "partenaires", { [what]: id })}#${id}`;
  return (
    <p className="flex flex-wrap gap-x-5">
      <a href={href("modifier")} aria-label={`Modifier le lien ${ofPartner(partner)}`} className={link}>
        Modifier
      </a>
      <a href={href("supprimer")} aria-label={`Supprimer le lien ${ofPartner(partner)}`} className={link}>
        Supprimer
      </a>
    </p>
  );
}

export function PartnerLinkCard(props: Props) {
  const { webinarId, partnerLink, centres, address, over, actions, doing } = props;
  const { id, partner, quota, holders, present } = partnerLink;
  return (
    <li id={id} className="wrap-anywhere grid gap-2 border-line border-t py-4 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg first-letter:uppercase">{french(partner)}</h3>
        {isUsedUp(quota, holders) && <Tag look="doubt">Complet</Tag>}
      </div>
      <p>
        {holdersWords(holders, quota)}
        {over && `, ${counted(present, "présent", "présents")}`}
      </p>
      {doing === "change" && (
        <PartnerLinkEditForm
          webinarId={webinarId}
          partnerLink={partnerLink}
          centres={centres}
          action={actions.change}
        />
      )}
      {doing === "remove" && <Removal {...props} />}
      {doing === null && (
        <>
          <CopiedAddress id={id} address={address} of={french(partner)} />
          <Doors {...props} />
        </>
      )}
    </li>
  );
}
