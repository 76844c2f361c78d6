import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

/** `asked`: the address has just been given. `erased`: the person's data have just been erased. */
export type LinksStep = "form" | "asked" | "erased";

const WORDS: Record<LinksStep, { title: string; lead: string }> = {
  form: {
    title: "Recevoir à nouveau vos liens",
    lead: "Donnez l’adresse de votre inscription : vous y recevrez un lien vers votre page personnelle.",
  },
  asked: {
    title: "Regardez votre messagerie",
    lead: "Si cette adresse est inscrite à une séance, un message y arrive dans la minute. Regardez aussi dans les indésirables. Pour ne pas encombrer votre messagerie, nous n’en envoyons qu’un par heure.",
  },
  erased: {
    title: "C’est fait : vos données sont effacées",
    lead: "Vos places à venir sont rendues, et plus rien ici ne porte votre nom ni votre adresse. Si une séance est restée dans votre agenda, retirez-la à la main. Merci de votre visite.",
  },
};

/** The page of whoever lost their links. @param props.children the form */
export function LinksScreen({ step, children }: { step: LinksStep; children: ReactNode }) {
  return (
    <>
      <PageHeader {...WORDS[step]} />
      <Container>
        <div className="grid max-w-xl gap-6 py-8 sm:py-10">
          {step === "form" && children}
          <div className="flex flex-wrap gap-3">
            {step !== "form" && <LinkButton href={paths.webinars()}>Voir les webinaires</LinkButton>}
            {step === "asked" && (
              <LinkButton href={paths.findRegistrations()} look="secondary">
                Essayer une autre adresse
              </LinkButton>
            )}
          </div>
        </div>
      </Container>
    </>
  );
}
