import { Container } from "#components/ui/container";
import { CountBars } from "#components/ui/count-bars";
import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { TOO_FEW } from "#lib/statistics/labels";
import type { PublishedFigures } from "#lib/statistics/schema";
import { formatMonth } from "#lib/views/labels";

type Props = { views: PublishedFigures["views"]; titleOf: (path: string) => string };

const numbers = new Intl.NumberFormat("fr-FR");

const OTHER_PAGES = "Autres pages, ensemble";

const METHOD =
  "Une page est comptée quand quelqu’un l’ouvre ou la rouvre. Les robots qui se nomment sont écartés. Rien n’est gardé de qui lit : ni cookie, ni adresse, ni suite de pages. Les nombres sont comptés chaque nuit, par mois entiers, à cinq près\u202F; ceux de moins de cinq ne sont pas donnés. Les documents sont sur d’autres sites : leurs téléchargements ne sont pas connus.";

export function ViewsPage({ views, titleOf }: Props) {
  return (
    <Container>
      {views === null ? (
        <Section title="Lectures">
          <p>Rien n’est encore compté. Les premiers nombres paraîtront après une nuit.</p>
        </Section>
      ) : (
        <>
          <Section
            title="Par mois"
            lead={french(
              `Douze mois : ${views.year === null ? TOO_FEW : `environ ${numbers.format(views.year)} pages lues`}.`,
            )}
          >
            <CountBars
              caption="Pages lues, à cinq près"
              what="Mois"
              unit="Pages lues"
              bars={views.months.flatMap(({ key, count }) => (count ? [{ label: formatMonth(key), count }] : []))}
            />
          </Section>
          {views.pages.length > 0 && (
            <Section title="Les plus lues">
              <CountBars
                caption="Trente derniers jours, à cinq près"
                what="Page"
                unit="Lectures"
                bars={views.pages.map(({ key, count }) => ({
                  label: key === null ? OTHER_PAGES : titleOf(key),
                  count,
                }))}
              />
            </Section>
          )}
          <p className="py-4">
            <a href={paths.viewsCsv()} className="font-semibold">
              Télécharger ces nombres (CSV)
            </a>
          </p>
        </>
      )}
      <Section title="Comment c’est compté">
        <p className="max-w-3xl">{french(METHOD)}</p>
      </Section>
    </Container>
  );
}
