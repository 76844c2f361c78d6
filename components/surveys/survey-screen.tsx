import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { SurveyState, SurveyView } from "#lib/surveys/schema";

type Words = { title: string; lead: string };

const WORDS: Record<SurveyState, Words> = {
  open: {
    title: "Votre avis sur la séance",
    lead: "Trois questions, une minute. Vos réponses sont anonymes : rien ne les relie à votre nom, à votre adresse ni à ce lien.",
  },
  answered: {
    title: "Vous avez déjà répondu",
    lead: "Une réponse a été enregistrée avec ce lien. Il ne sert qu’une fois : comme rien ne relie une réponse à une personne, elle ne peut plus être retrouvée ni changée.",
  },
  early: {
    title: "Le questionnaire n’est pas encore ouvert",
    lead: "Il ouvre à la fin de la séance. Gardez ce lien : il vous servira à ce moment-là.",
  },
  cancelled: {
    title: "Cette séance n’a pas eu lieu",
    lead: "Elle a été annulée : il n’y a pas de questionnaire. Le programme propose d’autres dates.",
  },
};

const THANKED: Words = {
  title: "Merci pour votre avis\u202F!",
  lead: "Votre réponse est enregistrée, sans votre nom ; ce lien n’en garde qu’une, la première. Elle aidera à préparer les prochaines séances.",
};

function Ways({ slug }: { slug: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton href={paths.webinar(slug)}>Revoir la page de la séance</LinkButton>
      <LinkButton href={paths.webinars()} look="secondary">
        Voir le programme
      </LinkButton>
    </div>
  );
}

type Props = {
  survey: SurveyView;
  thanked: boolean;
  children: ReactNode;
};

export function SurveyScreen({ survey: { state, webinar }, thanked, children }: Props) {
  const { title, lead } = state === "answered" && thanked ? THANKED : WORDS[state];
  return (
    <>
      <PageHeader kicker={`Webinaire du ${formatDay(webinar.startsAt)}`} title={title} lead={lead} />
      <Container>
        <div className="grid max-w-3xl gap-6 py-8 sm:py-10">
          <p className="font-semibold text-lg">{french(webinar.title)}</p>
          {state === "open" ? children : <Ways slug={webinar.slug} />}
        </div>
      </Container>
    </>
  );
}
