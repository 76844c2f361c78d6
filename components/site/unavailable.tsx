import { HelpfulLinks } from "#components/site/helpful-links";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";

/** Too many people ask at once, or the database does not answer: nothing is lost, and nothing was registered. */
export function Unavailable({ contactEmail }: { contactEmail?: string | undefined }) {
  return (
    <>
      <PageHeader
        title="Cette page est momentanément indisponible"
        lead="Cette page n’a pas pu être préparée à l’instant. Attendez quelques secondes, puis rechargez-la : le plus souvent, cela suffit."
      />
      <Container>
        <div className="py-8">
          <h2 className="text-heading">En attendant</h2>
          <HelpfulLinks contactEmail={contactEmail} />
        </div>
      </Container>
    </>
  );
}
