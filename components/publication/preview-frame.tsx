import { Container } from "#components/ui/container";
import { PREVIEW_WIDTHS } from "#lib/publication/schema";

type Width = (typeof PREVIEW_WIDTHS)[number];
type Props = { hrefOf: (width?: Width) => string; width?: Width };

const NAMES = { 360: "Téléphone", 768: "Tablette", 1280: "Ordinateur" } satisfies Record<Width, string>;
const link = "inline-flex min-h-11 items-center font-semibold";

/** Leads to the same page as wide as other screens. */
export function PreviewWidths({ hrefOf, width }: Props) {
  return (
    <nav aria-label="Largeurs de l’aperçu">
      <ul className="flex flex-wrap gap-x-6">
        {width && (
          <li>
            <a href={hrefOf()} className={link}>
              Toute la fenêtre
            </a>
          </li>
        )}
        {PREVIEW_WIDTHS.map((one) => (
          <li key={one}>
            <a href={hrefOf(one)} aria-current={one === width ? "page" : undefined} className={link}>
              {NAMES[one]} ({one})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const TALL = 900;

/** A page as wide as a screen, in a frame that a narrower window scrolls. */
export function PreviewFrame({ hrefOf, width }: Props & { width: Width }) {
  return (
    <Container>
      <div className="py-6">
        <h1 className="mb-2 text-heading">Aperçu sur {width} pixels</h1>
        <PreviewWidths hrefOf={hrefOf} width={width} />
        <div className="mt-4 overflow-x-auto">
          <iframe
            src={hrefOf()}
            title={`Aperçu de la page, ${NAMES[width].toLowerCase()}`}
            width={width}
            height={TALL}
            className="max-w-none border-2 border-line"
          />
        </div>
      </div>
    </Container>
  );
}
