import type { ReactNode } from "react";
import { Container } from "#components/ui/container";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function Gate({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="py-10 sm:py-16">
      <Container narrow>
        <a href={paths.home()} className="inline-flex min-h-11 items-center font-semibold">
          L’innovation territoriale en actions{"\u202F"}!
        </a>
        <h1 className="mt-4 text-title">{french(title)}</h1>
        {lead && <p className="mt-3 text-lead text-muted">{french(lead)}</p>}
        <div className="mt-8 rounded-card border border-line bg-surface p-5 sm:p-8">{children}</div>
      </Container>
    </main>
  );
}
