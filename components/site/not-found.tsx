import { HelpfulLinks } from "#components/site/helpful-links";
import { SearchForm } from "#components/site/search-form";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";

type Props = { contactEmail?: string | undefined };

function Elsewhere({ title, lead, contactEmail }: Props & { title: string; lead: string }) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Container>
        <div className="grid gap-x-14 gap-y-8 py-10 lg:grid-cols-2">
          <div>
            <h2 className="text-heading">Où aller maintenant</h2>
            <HelpfulLinks contactEmail={contactEmail} />
          </div>
          <SearchForm />
        </div>
      </Container>
    </>
  );
}

/** An address that leads nowhere: what may have happened and where to go from here. */
export const NotFound = (props: Props) => (
  <Elsewhere
    title="Cette page est introuvable"
    lead="L’adresse contient peut-être une faute de frappe, ou la page a été retirée. Ce que vous cherchez est sans doute tout près."
    {...props}
  />
);

/** The address of a page that was taken off the site. */
export const Gone = (props: Props) => (
  <Elsewhere
    title="Cette page a été retirée"
    lead="L’adresse est juste, mais nous avons retiré ce qui s’y trouvait. Ce que vous cherchez est sans doute tout près."
    {...props}
  />
);
