import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";

type Props = { title: string; missing: readonly { name: string; label: string }[] };

/** In place of the page of a draft that has not all that its page needs. */
export function PreviewMissing({ title, missing }: Props) {
  return (
    <>
      <PageHeader title={title} lead="Ce brouillon n’est pas encore complet : sa page ne peut pas être montrée." />
      <Container>
        <p>Il y manque{"\u00A0"}:</p>
        <ul className="list-disc pl-6">
          {missing.map(({ name, label }) => (
            <li key={name}>{label}</li>
          ))}
        </ul>
      </Container>
    </>
  );
}
