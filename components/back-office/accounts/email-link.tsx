import { ActionButton } from "#components/forms/action-button";
import { LinkButton } from "#components/ui/button";
import { SPENT_EMAIL_LINK } from "#lib/accounts/labels";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

export function SpentEmailLink() {
  return (
    <>
      <p className="mb-4">{SPENT_EMAIL_LINK}</p>
      <LinkButton href={paths.adminList("mon-compte")}>Ouvrir mon compte</LinkButton>
    </>
  );
}

export function EmailLink({ action, token, email }: { action: FormAction; token: string; email: string }) {
  return (
    <>
      <p className="wrap-anywhere mb-4">
        Vous vous connecterez désormais avec <strong>{email}</strong>. L’ancienne adresse en sera prévenue.
      </p>
      <ActionButton action={action} values={{ token }} label="Confirmer cette adresse" />
    </>
  );
}
