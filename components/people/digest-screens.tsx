import type { ReactNode } from "react";
import { Button, LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import type { Digest } from "#lib/people/digest/schema";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { quoted } from "#lib/platform/text";

/** Name of the field by which our button is told from the click of a mailbox (RFC 8058). */
export const FROM_THE_PAGE = "depuis";

type Step = "form" | "asked" | "ended";

const WORDS: Record<Step, { title: string; lead: string }> = {
  form: {
    title: "Suivre le portail",
    lead: "Une fois par mois au plus, un message dit ce qui paraît parmi vos choix. Vous l’arrêtez d’un clic.",
  },
  asked: {
    title: "Regardez votre messagerie",
    lead: "Un message vient d’y partir : ouvrez son lien pour confirmer. Regardez aussi dans les indésirables. Sans confirmation sous sept jours, l’adresse est effacée.",
  },
  ended: {
    title: "C’est fait : vous ne suivez plus le portail",
    lead: "Votre abonnement est effacé. Vos inscriptions aux webinaires, si vous en avez, ne changent pas.",
  },
};

/** @param props.children the form */
export function DigestScreen({ step, children }: { step: Step; children: ReactNode }) {
  return (
    <>
      <PageHeader {...WORDS[step]} landing={step !== "form"} />
      <Container>
        <div className="grid max-w-4xl gap-6 py-8 sm:py-10">
          {step === "form" ? children : <LinkButton href={paths.home()}>Revenir à l’accueil</LinkButton>}
          {step === "form" && (
            <p>
              Sans donner d’adresse{"\u00A0"}: le <a href={paths.feed()}>flux Atom</a> dit la même chose à un lecteur de
              flux. Chaque besoin et chaque centre a aussi le sien.
            </p>
          )}
        </div>
      </Container>
    </>
  );
}

type Props = { digest: Digest; token: string; saved: boolean; children: ReactNode };

function stateOf({ confirmedAt, email }: Digest, saved: boolean) {
  if (saved) return { title: "C’est enregistré", lead: `Les messages iront à ${email}, une fois par mois au plus.` };
  if (confirmedAt) return { title: "Votre abonnement", lead: `Les messages vont à ${email}.` };
  return { title: "Confirmez votre abonnement", lead: `Rien ne part à ${email} avant votre accord.` };
}

/** What a mailbox follows. @param props.children the form */
export function DigestPreferencesScreen({ digest, token, saved, children }: Props) {
  const { confirmedAt, notice } = digest;
  return (
    <>
      <PageHeader {...stateOf(digest, saved)} landing={saved} />
      <Container>
        <div className="grid max-w-4xl gap-6 py-8 sm:py-10">
          {children}
          {confirmedAt && notice && (
            <p className="text-muted">
              Vous avez donné votre accord le {formatShortDay(confirmedAt)}, en ces mots{"\u00A0"}: {quoted(notice)}
            </p>
          )}
          <form method="post" action={paths.digestEnd(token)}>
            <input type="hidden" name={FROM_THE_PAGE} value="page" />
            <Button look="danger">Ne plus suivre, et effacer mon adresse</Button>
          </form>
        </div>
      </Container>
    </>
  );
}

export function UnknownDigest() {
  return (
    <>
      <PageHeader
        title="Cet abonnement n’existe pas, ou plus"
        lead="Il a été arrêté, ou n’a pas été confirmé à temps. Vous pouvez le demander de nouveau."
      />
      <Container>
        <div className="py-8 sm:py-10">
          <LinkButton href={paths.digests()}>Suivre le portail</LinkButton>
        </div>
      </Container>
    </>
  );
}
