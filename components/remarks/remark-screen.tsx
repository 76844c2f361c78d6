import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

const QUESTION = {
  title: "Cette page vous a-t-elle aidé\u202F?",
  lead: "Dites-le, ou signalez ce qui ne va pas. L’équipe lit chaque phrase.",
};
const PORTAL_QUESTION = { ...QUESTION, title: "Ce portail vous a-t-il aidé\u202F?" };
const THANKS = {
  title: "Merci : c’est transmis à l’équipe",
  lead: "Ce que vous avez écrit est gardé un an au plus, et n’est jamais publié.",
};

type Props = { page: { path: string; title: string } | null; sent: boolean; children: ReactNode };

/** @param props.children the form */
export function RemarkScreen({ page, sent, children }: Props) {
  return (
    <>
      <PageHeader {...(sent ? THANKS : page ? QUESTION : PORTAL_QUESTION)} landing={sent} />
      <Container>
        <div id="remarque" className="grid max-w-xl gap-6 py-8 sm:py-10">
          {!sent && page && (
            <p>
              La page{"\u00A0"}: <a href={page.path}>{page.title}</a>
            </p>
          )}
          {!sent && children}
          {sent && (
            <p>
              <LinkButton href={page?.path ?? paths.home()}>
                {page ? "Revenir à la page" : "Revenir à l’accueil"}
              </LinkButton>
            </p>
          )}
        </div>
      </Container>
    </>
  );
}
