import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";

type Way = { label: string; href: string };
type Props = { title: string; lead: string; ways: readonly [Way, Way]; children: ReactNode };

/** A link that opens nothing: what may have happened, what to do, and two ways on, the likelier first. */
export function DeadEnd({ title, lead, ways: [first, second], children }: Props) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Container>
        <div className="grid max-w-3xl gap-6 py-8 sm:py-10">
          <p>{children}</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={first.href}>{first.label}</LinkButton>
            <LinkButton href={second.href} look="secondary">
              {second.label}
            </LinkButton>
          </div>
        </div>
      </Container>
    </>
  );
}
