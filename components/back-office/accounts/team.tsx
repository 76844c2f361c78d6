import { InvitationForm } from "#components/back-office/accounts/invitation-form";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { controlStyle } from "#components/forms/field";
import { Fold } from "#components/ui/fold";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { roleLabels } from "#lib/accounts/labels";
import type { AccountAct, Colleague, NamedCentre, PendingInvitation } from "#lib/accounts/schema";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french, quoted } from "#lib/platform/text";
import type { Role } from "#prisma/enums";

type Actions = Record<"act" | "invite" | "setRole" | "withdraw", FormAction>;

/** What one button gives; a partner is given a centre besides. */
const others = (role: Role) => (Object.keys(roleLabels) as Role[]).filter((one) => one !== role && one !== "partner");

type OfColleague = { colleague: Colleague; centres: readonly NamedCentre[]; actions: Actions };

function OfCentre({ colleague: { id, centre }, centres, actions }: OfColleague) {
  return (
    <ActionButton
      action={actions.setRole}
      values={{ id, role: "partner" }}
      label={centre ? "Changer de centre" : `Rôle ${quoted(roleLabels.partner)}`}
      look="secondary"
    >
      <label className="grid gap-1 font-semibold">
        Centre d’un partenaire
        <select name="centreId" defaultValue={centre?.id} className={controlStyle}>
          {centres.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
    </ActionButton>
  );
}

function Acts({ colleague, centres, actions }: OfColleague) {
  const { id, role, disabledAt, hasSecondFactor, sessions, name } = colleague;
  const button = (act: AccountAct, label: string, look: "secondary" | "danger" = "secondary") => (
    <ActionButton action={actions.act} values={{ id, act }} label={label} look={look} />
  );
  if (disabledAt) return button("enable", "Réactiver");
  return (
    <Fold look="inset" summary={`Changer le compte de ${name}`}>
      <div className="grid gap-5">
        <div className="flex flex-wrap gap-3">
          {others(role).map((other) => (
            <ActionButton
              key={other}
              action={actions.setRole}
              values={{ id, role: other }}
              label={`Rôle ${quoted(roleLabels[other])}`}
              look="secondary"
            />
          ))}
        </div>
        {centres.length > 0 && <OfCentre colleague={colleague} centres={centres} actions={actions} />}
        {sessions > 0 && button("close-sessions", "Fermer ses sessions")}
        {hasSecondFactor && (
          <div>
            <p className="mb-2 max-w-prose">
              Son téléphone est perdu{"\u202F"}? Assurez-vous de vive voix que c’est bien elle ou lui qui le dit. Vous
              en serez prévenus tous les deux.
            </p>
            {button("remove-second-factor", "Retirer son second facteur", "danger")}
          </div>
        )}
        {button("disable", "Désactiver le compte", "danger")}
      </div>
    </Fold>
  );
}

function Card({ colleague, centres, actions }: OfColleague) {
  const { name, email, role, centre, disabledAt, hasSecondFactor, lastSeenAt, sessions, own } = colleague;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="font-semibold">{name}</bdi>
          <Tag look={disabledAt ? "doubt" : "plain"}>{disabledAt ? "Désactivé" : roleLabels[role]}</Tag>
          {own && <span className="text-muted">vous</span>}
        </p>
        <p className="wrap-anywhere text-muted">{email}</p>
        {centre && (
          <p>
            Centre{"\u00A0"}: {french(centre.name)}
          </p>
        )}
        <p className="text-muted">
          {hasSecondFactor ? "Téléphone en place" : "Sans second facteur"}
          {lastSeenAt &&
            `, ${counted(sessions, "session ouverte", "sessions ouvertes")}, vue le ${formatTimestamp(lastSeenAt)}`}
        </p>
      </div>
      {own ? (
        <p>
          <a href={paths.adminList("mon-compte")}>Mon compte</a>
        </p>
      ) : (
        <Acts colleague={colleague} centres={centres} actions={actions} />
      )}
    </li>
  );
}

function Invitations({ invitations, withdraw }: { invitations: readonly PendingInvitation[]; withdraw: FormAction }) {
  return (
    <ul className="grid gap-4">
      {invitations.map(({ key, email, role, centre, expiresAt }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-3">
          <p className="wrap-anywhere">
            {email}, {roleLabels[role].toLowerCase()}
            {centre && ` (${french(centre)})`}, jusqu’au {formatTimestamp(expiresAt)}
          </p>
          <ActionButton action={withdraw} values={{ key }} label="Retirer" look="secondary" />
        </li>
      ))}
    </ul>
  );
}

type Props = {
  colleagues: readonly Colleague[];
  invitations: readonly PendingInvitation[];
  /** Those that a partner may belong to. */
  centres: readonly NamedCentre[];
  actions: Actions;
  /** Whether the portal has a mail server. */
  leaves: boolean;
  done: string | string[] | undefined;
};

export function AccountsScreen({ colleagues, invitations, centres, actions, leaves, done }: Props) {
  return (
    <Screen title="Comptes">
      <DoneNotice done={done} />
      <Panel title="Qui a un compte">
        <ul className="[&>li:first-child]:border-t-0 [&>li]:border-line [&>li]:border-t [&>li]:py-4">
          {colleagues.map((colleague) => (
            <Card key={colleague.id} colleague={colleague} centres={centres} actions={actions} />
          ))}
        </ul>
      </Panel>
      {invitations.length > 0 && (
        <Panel title="Invitations qui attendent">
          <Invitations invitations={invitations} withdraw={actions.withdraw} />
        </Panel>
      )}
      <Panel title="Inviter un collègue">
        {!leaves && (
          <div className="mb-4">
            <Notice look="warning" title="Ce portail n’envoie pas encore de messages.">
              <p>L’invitation attendra qu’un serveur de messagerie soit réglé.</p>
            </Notice>
          </div>
        )}
        <InvitationForm action={actions.invite} centres={centres.map(({ id, name }) => ({ value: id, label: name }))} />
      </Panel>
    </Screen>
  );
}
