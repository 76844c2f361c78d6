import { EmailForm, NameForm, PasswordForm } from "#components/back-office/accounts/own-forms";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Acting } from "#components/forms/may-act";
import { LinkButton } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import { roleLabels, roleMeanings } from "#lib/accounts/labels";
import type { OwnAccount, OwnSession } from "#lib/accounts/schema";
import { SESSION_ENDS } from "#lib/auth/labels";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

type Actions = Record<"saveName" | "changeEmail" | "changePassword" | "closeSession" | "closeOthers", FormAction>;

function Sessions({ sessions, actions }: { sessions: readonly OwnSession[]; actions: Actions }) {
  return (
    <>
      <ul className="[&>li:first-child]:border-t-0 [&>li]:border-line [&>li]:border-t [&>li]:py-3">
        {sessions.map(({ key, device, createdAt, lastSeenAt, current }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <p className="font-semibold">
                {device}
                {current && " (celle-ci)"}
              </p>
              <p className="text-muted">
                Depuis le {formatTimestamp(createdAt)}, vue le {formatTimestamp(lastSeenAt)}
              </p>
            </div>
            {!current && (
              <ActionButton action={actions.closeSession} values={{ key }} label="Fermer" look="secondary" />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-4">
          <ActionButton action={actions.closeOthers} label="Fermer toutes les autres" look="danger" />
        </div>
      )}
      <p className="mt-4 text-muted">{SESSION_ENDS}</p>
    </>
  );
}

function Phone({ hasSecondFactor, codesLeft }: Pick<OwnAccount, "hasSecondFactor" | "codesLeft">) {
  return (
    <>
      <p className="mb-4">
        {hasSecondFactor
          ? `Un code de votre téléphone est demandé à chaque connexion. Il vous reste ${counted(codesLeft, "code de secours", "codes de secours")}.`
          : "Votre mot de passe suffit pour entrer. Avec un code de votre téléphone en plus, qui le devine ou le vole n’entre pas."}
      </p>
      <LinkButton href={paths.adminEdit("mon-compte", "second-facteur")} look="secondary">
        {hasSecondFactor ? "Changer de téléphone ou de codes" : "Mettre mon téléphone en place"}
      </LinkButton>
    </>
  );
}

type Props = { account: OwnAccount; actions: Actions; formToken: string; done: string | string[] | undefined };

export function OwnAccountScreen({ account, actions, formToken, done }: Props) {
  const { name, email, role, sessions } = account;
  return (
    <Acting may>
      <Screen title="Mon compte">
        <DoneNotice done={done} />
        <p>
          <span className="font-semibold">{roleLabels[role]}</span>
          {"\u00A0"}: {roleMeanings[role]}
        </p>
        <Panel title="Nom, adresse et mot de passe">
          <div className="grid gap-4">
            <NameForm action={actions.saveName} name={name} />
            <Fold look="inset" summary="Changer d’adresse électronique">
              <EmailForm action={actions.changeEmail} formToken={formToken} email={email} />
            </Fold>
            <Fold look="inset" summary="Changer de mot de passe">
              <PasswordForm action={actions.changePassword} formToken={formToken} />
            </Fold>
          </div>
        </Panel>
        <Panel title="Téléphone">
          <Phone {...account} />
        </Panel>
        <Panel title="Sessions ouvertes">
          <Sessions sessions={sessions} actions={actions} />
        </Panel>
      </Screen>
    </Acting>
  );
}
