import type { ReactNode } from "react";
import { SearchForm } from "#components/site/search-form";
import { LinkButton } from "#components/ui/button";
import { NextWebinar } from "#components/webinars/next-webinar";
import { paths } from "#lib/platform/paths";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { webinar: WebinarSummary | null; at: Date; children: ReactNode };

function NoWebinar() {
  return (
    <section className="rounded-card border-2 border-brand bg-surface p-6 sm:p-7">
      <h2 className="text-2xl">Le prochain webinaire n’est pas encore fixé</h2>
      <p className="mt-3 mb-5">Les séances passées restent consultables, avec ce qu’elles ont laissé.</p>
      <LinkButton href={paths.webinars()}>Voir le programme</LinkButton>
    </section>
  );
}

/** The landscape, with what to ask and what comes next, then what stands under it. */
export function HomeHero({ webinar, at, children }: Props) {
  return (
    <div className="threshold">
      <div className="landscape contained items-start max-md:contents md:grid gap-x-14 pt-14 md:max-lg:[&>section]:mt-10 lg:grid-cols-[3fr_2fr] lg:grid-rows-[auto_auto_1fr] lg:pt-16 lg:[&>section]:col-start-2 lg:[&>section]:row-span-3 lg:[&>section]:row-start-1">
        <h1 className="text-[1.8rem] md:text-hero">
          Une question sur votre territoire{"\u202F"}? <span className="text-accent">Passez à l’action.</span>
        </h1>
        <p className="mt-2 mb-3 max-w-prose leading-normal md:mt-5 md:mb-8 md:text-lead">
          Des méthodes mises au point avec des territoires pionniers.{" "}
          <a href={paths.page("pourquoi-faire-alliance")} className="max-md:hidden">
            Pourquoi faire alliance{"\u202F"}?
          </a>
        </p>
        <SearchForm />
        {webinar ? <NextWebinar webinar={webinar} at={at} /> : <NoWebinar />}
      </div>
      {children}
    </div>
  );
}
