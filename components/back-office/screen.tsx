import type { ReactNode } from "react";
import { french } from "#lib/platform/text";

type Props = {
  title: string;
  parent?: { label: string; href: string };
  /** What can be done from here: links, beside the title. */
  tools?: ReactNode;
  children: ReactNode;
};

/** The title of a page of the back office, and what stands under it: an endless word is cut rather than widens the page. */
export function Screen({ title, parent, tools, children }: Props) {
  return (
    <>
      <header className="wrap-anywhere mb-6 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          {parent && (
            <a href={parent.href} className="inline-flex min-h-11 items-center pb-1 font-semibold">
              ← {french(parent.label)}
            </a>
          )}
          <h1 className="text-heading">{french(title)}</h1>
        </div>
        {tools && <div className="flex flex-wrap gap-3">{tools}</div>}
      </header>
      {/* What was done before is no news any more once something is wrong. */}
      <div className="wrap-anywhere grid grid-cols-[minmax(0,1fr)] gap-6 [&:has([role=alert])_[role=status]]:hidden">
        {children}
      </div>
    </>
  );
}

/** A titled part of a page of the back office (h2). `id` lets a summary of errors lead to it. */
export function Panel({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="min-w-0 rounded-card border border-line bg-surface p-4 sm:p-6">
      <h2 className="mb-4 text-xl">{french(title)}</h2>
      {children}
    </section>
  );
}
