import { Tag } from "#components/ui/tag";
import { mailKindLabels, mailStatusLabels } from "#lib/mail/labels";
import type { Deliveries } from "#lib/mail/schema";
import { formatTimestamp } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";
import { refusalReason } from "#lib/refusals/labels";
import type { MailStatus } from "#prisma/enums";

export type MailFate = {
  status: MailStatus;
  attempts: number;
  /** When it is tried next; null when it leaves at once, or does not wait. */
  nextTryAt: Date | null;
  sentAt: Date | null;
  createdAt: Date;
};

const looks = { queued: "need", sent: "plain", failed: "strong", dropped: "plain" } as const satisfies Record<
  MailStatus,
  string
>;

export const MailTag = ({ status }: Pick<MailFate, "status">) => (
  <Tag look={looks[status]}>{mailStatusLabels[status]}</Tag>
);

export const ACCEPTED_MEANS =
  "«\u202FAccepté\u202F» veut dire que le serveur de messagerie s’est chargé du message\u00A0: rien ne dit qu’il a été lu, et nous ne cherchons pas à le savoir.";

const accountKindLabels = {
  "account-invitation": "Invitation d’un collègue",
  "account-password-link": "Mot de passe oublié",
  "account-password-changed": "Mot de passe changé",
  "account-email-link": "Adresse de compte à confirmer",
  "account-email-changed": "Adresse de compte changée",
  "account-second-factor-removed": "Second facteur retiré",
  "account-reading-asked": "Relecture demandée",
  "account-reading-answered": "Relecture faite",
  "account-reviews": "Fiches à relire",
};

export const mailKindWords = (kind: string): string =>
  Object.entries({ ...mailKindLabels, ...accountKindLabels }).find(([known]) => known === kind)?.[1] ?? kind;

export function fateWords({ status, attempts, nextTryAt, sentAt, createdAt }: MailFate, leaves: boolean): string {
  const tries = counted(attempts, "essai", "essais");
  if (status === "sent" && sentAt)
    return `Accepté le ${formatTimestamp(sentAt)}${attempts > 1 ? `, après ${tries}` : ""}`;
  if (status === "failed") return `Refusé après ${tries}, écrit le ${formatTimestamp(createdAt)}`;
  if (status === "dropped") return `Écrit le ${formatTimestamp(createdAt)}, n’est pas parti`;
  if (!leaves) return `Écrit le ${formatTimestamp(createdAt)}, attend un serveur de messagerie`;
  if (attempts === 0) return `Écrit le ${formatTimestamp(createdAt)}, va partir`;
  const next = nextTryAt ? `prochain le ${formatTimestamp(nextTryAt)}` : "un autre est en cours";
  return `${tries} sans succès, ${next}`;
}

type Refusal = { status: MailStatus; bouncedAt?: Date | null; lastError: string | null };

/** Why a message did not arrive: in French where that is sure, then in the words of the server. */
export function RefusalWords({ mail: { status, bouncedAt, lastError } }: { mail: Refusal }) {
  if ((status !== "failed" && !bouncedAt) || !lastError) return null;
  const reason = refusalReason(lastError);
  return (
    <>
      {reason && <p className="font-semibold text-danger">{reason}</p>}
      <p className="wrap-anywhere text-danger text-sm">{lastError}</p>
    </>
  );
}

export const deliveryWords = ({ sent, failed, queued, dropped }: Deliveries): string =>
  [
    sent > 0 && counted(sent, "message parti", "messages partis"),
    failed > 0 && counted(failed, "refusé", "refusés"),
    queued > 0 && counted(queued, "en attente", "en attente"),
    dropped > 0 && counted(dropped, "devenu inutile", "devenus inutiles"),
  ]
    .filter(Boolean)
    .join(", ");
