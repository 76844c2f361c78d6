import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import { counted, french, quoted } from "#lib/platform/text";

type Props = { name: string; uses: readonly { href: string; nature: string; title: string }[] };

const SHOWN = 40;

export function TermUses({ name, uses }: Props) {
  if (uses.length === 0) return null;
  const more = uses.length - SHOWN;
  return (
    <Section title="Utilisé dans">
      <ul className="grid max-w-prose gap-1">
        {uses.slice(0, SHOWN).map(({ href, nature, title }) => (
          <li key={href} className="text-muted">
            <a href={href} className="inline-flex min-h-8 items-center">
              {french(title)}
            </a>
            {" · "}
            {nature}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-4">
          <a href={paths.search({ q: quoted(name) })}>{counted(more, "autre page le dit", "autres pages le disent")}</a>
        </p>
      )}
    </Section>
  );
}
