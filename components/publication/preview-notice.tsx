import type { ReactNode } from "react";
import { Container } from "#components/ui/container";
import { Notice } from "#components/ui/notice";
import { formatTimestamp } from "#lib/platform/dates";

/** Above a page that is not the public one. */
export function PreviewNotice({ until, children }: { until: Date; children?: ReactNode }) {
  return (
    <Container>
      <div className="pt-6">
        <Notice look="warning" title="Aperçu d’une page qui n’est pas publiée">
          <p>
            Son texte peut encore changer. Ce lien ne mène plus ici après le {formatTimestamp(until)}
            {"\u00A0"}: gardez-le pour vous.
          </p>
          {children}
        </Notice>
      </div>
    </Container>
  );
}
