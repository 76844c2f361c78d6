import { Button } from "#components/ui/button";
import { paths } from "#lib/platform/paths";
import { tableFormatLabels } from "#lib/tables/labels";
import { TABLE_FORMATS } from "#lib/tables/schema";

/** The buttons of a form that answers with a file. */
export function FormatButtons() {
  return (
    <div className="flex flex-wrap gap-4">
      {TABLE_FORMATS.map((format) => (
        <Button key={format} name="format" value={format} look={format === "xlsx" ? "primary" : "secondary"}>
          {tableFormatLabels[format]}
        </Button>
      ))}
    </div>
  );
}

type Props = {
  /** What the file holds: « Les douze mois, jour par jour ». */
  what: string;
  /** Address of the screen that shows it. */
  screen: string;
  query?: Record<string, string | number | undefined>;
};

/** Links to the file of what a screen lists, which names nobody. */
export function FormatLinks({ what, screen, query = {} }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 print:hidden">
      {what}
      {"\u00A0"}:
      {TABLE_FORMATS.map((format) => (
        <a
          key={format}
          href={paths.adminTable(screen, { ...query, format })}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {tableFormatLabels[format]}
        </a>
      ))}
    </p>
  );
}
