import type { ReactNode } from "react";
import { french } from "#lib/platform/text";

type Props = { title: string; id?: string; lead?: string; more?: { label: string; href: string }; children: ReactNode };

export function Section({ title, id, lead, more, children }: Props) {
  return (
    <section id={id} className="py-8 sm:py-10">
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-heading">{french(title)}</h2>
        {more && (
          <a href={more.href} className="inline-flex min-h-11 items-center font-semibold">
            {french(more.label)}
          </a>
        )}
        {lead && <p className="w-full max-w-3xl text-muted">{french(lead)}</p>}
      </div>
      {children}
    </section>
  );
}
