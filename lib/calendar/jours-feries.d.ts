declare module "@socialgouv/jours-feries" {
  /** Public holidays of a year by name, as midnight in the machine's own zone. */
  export default function getJoursFeries(year: number, options?: { alsace: boolean }): Record<string, Date>;
}
