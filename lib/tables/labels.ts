import type { TableFormat } from "#lib/tables/schema";

export const tableFormatLabels = {
  xlsx: "Classeur Excel (.xlsx)",
  excel: "CSV pour Excel en français",
  standard: "CSV standard",
} satisfies Record<TableFormat, string>;

/** Ends a text that a cell of a workbook cannot hold. */
export const CUT = "… [suite coupée\u00A0: prenez le fichier CSV]";

export const FORMAT_UNKNOWN =
  "Ce format de fichier n’existe pas\u00A0: aucun fichier n’a été préparé. Revenez en arrière, et recommencez.";
