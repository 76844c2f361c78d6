import type { BreadcrumbList, WithContext } from "schema-dts";
import { JsonLd } from "#components/ui/json-ld";
import { absolute, paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Step = { label: string; href: string };

type Props = {
  trail?: readonly Step[];
  current: string;
  siteUrl: string;
};

export function Breadcrumb({ trail = [], current, siteUrl }: Props) {
  const steps = [{ label: "Accueil", href: paths.home() }, ...trail];
  const data: WithContext<BreadcrumbList> = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [
      ...steps.map(({ label, href }, index) => ({
        "@type": "ListItem" as const,
        position: index + 1,
        name: label,
        item: absolute(siteUrl, href),
      })),
      { "@type": "ListItem" as const, position: steps.length + 1, name: current },
    ],
  };
  return (
    <nav aria-label="Fil d’Ariane" className="contained bg-need-soft pt-2 text-sm">
      <ol className="flex flex-wrap items-center gap-x-2">
        {steps.map(({ label, href }) => (
          <li key={href} className="flex items-center gap-2 after:content-['›'_/_'']">
            <a href={href} className="inline-flex min-h-8 items-center text-ink">
              {french(label)}
            </a>
          </li>
        ))}
        <li aria-current="page" className="text-muted">
          {french(current)}
        </li>
      </ol>
      <JsonLd data={data} />
    </nav>
  );
}
