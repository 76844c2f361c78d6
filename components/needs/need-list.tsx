import type { ItemList, WithContext } from "schema-dts";
import { NeedCard } from "#components/needs/need-card";
import { JsonLd } from "#components/ui/json-ld";
import type { NeedSummary } from "#lib/needs/schema";
import { absolute, paths } from "#lib/platform/paths";

export function NeedList({ needs, siteUrl }: { needs: readonly NeedSummary[]; siteUrl: string }) {
  const data: WithContext<ItemList> = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    itemListElement: needs.map((need, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: need.title,
      url: absolute(siteUrl, paths.need(need.slug)),
    })),
  };
  return (
    <>
      <h2 className="sr-only">Votre question</h2>
      <ul className="grid gap-4 py-8 lg:grid-cols-2 lg:[&>:last-child:nth-child(odd)]:col-span-full">
        {needs.map((need) => (
          <NeedCard key={need.slug} need={need} />
        ))}
      </ul>
      <JsonLd data={data} />
    </>
  );
}
