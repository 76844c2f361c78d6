import type { ReactNode } from "react";
import { Container } from "#components/ui/container";
import { french } from "#lib/platform/text";

type Props = {
  title: string;
  /** A few words above the title: what kind of page this is. */
  kicker?: string;
  lead?: string;
  /** A drawing beside the title. */
  picture?: ReactNode;
  children?: ReactNode;
};

/** The head of a page: the only h1. */
export function PageHeader({ title, kicker, lead, picture, children }: Props) {
  return (
    <header className="border-line border-b bg-need-soft py-8 sm:py-12">
      <Container>
        <div className="flex items-start gap-5 sm:gap-8">
          {picture && <div className="hidden shrink-0 text-need sm:block">{picture}</div>}
          <div className="min-w-0 max-w-3xl">
            {kicker && <p className="mb-2 font-semibold text-need">{french(kicker)}</p>}
            <h1 className="text-title">{french(title)}</h1>
            {lead && <p className="mt-4 text-lead text-muted">{french(lead)}</p>}
            {children && <div className="mt-5">{children}</div>}
          </div>
        </div>
      </Container>
    </header>
  );
}
