import { HelpfulLinks } from "#components/site/helpful-links";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { SITE_NAME } from "#lib/platform/site-name";

/** An address that leads nowhere: what may have happened and where to go from here. */
export function NotFound() {
  return (
    <>
      <title>{`Page introuvable – ${SITE_NAME}`}</title>
      <PageHeader
        title="Cette page est introuvable"
        lead="L’adresse contient peut-être une faute de frappe, ou la page a été retirée. Ce que vous cherchez est sans doute tout près."
      />
      <Container>
        <div className="py-8">
          <h2 className="text-heading">Où aller maintenant</h2>
          <HelpfulLinks />
        </div>
      </Container>
    </>
  );
}
