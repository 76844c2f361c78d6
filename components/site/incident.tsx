import { HelpfulLinks } from "#components/site/helpful-links";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";

/** @param reference what to quote to the team, when there is something */
export function Incident({ reference, contactEmail }: { reference?: string; contactEmail?: string | undefined }) {
  return (
    <>
      <PageHeader
        title="Un incident est survenu"
        lead="La faute est de notre côté, pas du vôtre. Rechargez la page dans quelques instants : le plus souvent, cela suffit."
      />
      <Container>
        <div className="py-8">
          {reference && (
            <p className="mb-6">
              Référence de l’incident{"\u00A0"}: <code>{reference}</code>
            </p>
          )}
          <h2 className="text-heading">En attendant</h2>
          <HelpfulLinks contactEmail={contactEmail} />
        </div>
      </Container>
    </>
  );
}
