import type { ReactNode } from "react";
import { Container } from "#components/ui/container";
import { WithFilters } from "#components/ui/with-filters";

type Props = { search: ReactNode; filters: ReactNode; children: ReactNode };

export function Library({ search, filters, children }: Props) {
  return (
    <Container>
      <div className="pt-6 sm:pt-8">{search}</div>
      <WithFilters filters={filters}>{children}</WithFilters>
    </Container>
  );
}
