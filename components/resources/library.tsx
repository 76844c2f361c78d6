import type { ReactNode } from "react";
import { Container } from "#components/ui/container";

type Props = { search: ReactNode; filters: ReactNode; children: ReactNode };

/** The library: the search on top, the filters beside the results where there is room. */
export function Library({ search, filters, children }: Props) {
  return (
    <Container>
      <div className="py-6 sm:py-8">{search}</div>
      <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-10">
        {filters}
        <div className="min-w-0">{children}</div>
      </div>
    </Container>
  );
}
