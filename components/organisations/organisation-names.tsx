import type { NamedOrganisation } from "#lib/organisations/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

const link = "inline-flex min-h-8 items-center";

/** A label of a document or of a centre, and the organisations that it names. */
export function OrganisationNames({ label, among }: { label: string; among: readonly NamedOrganisation[] }) {
  const named = among.filter(({ labels }) => labels.includes(label));
  const [only] = named;
  if (!only) return french(label);
  if (named.length === 1)
    return (
      <a href={paths.organisation(only.slug)} className={link}>
        {french(label)}
      </a>
    );
  return (
    <>
      {french(label)} (
      {named.map(({ slug, name }, rank) => (
        <span key={slug}>
          {rank > 0 && ", "}
          <a href={paths.organisation(slug)} className={link}>
            {french(name)}
          </a>
        </span>
      ))}
      )
    </>
  );
}
