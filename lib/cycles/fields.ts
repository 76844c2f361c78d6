import type { EditField } from "#lib/edit-forms/schema";

const CYCLE = "Le cycle";

/** The form of a cycle. Its sessions have their own. */
export const cycleFields: EditField[] = [
  { name: "title", label: "Titre", group: CYCLE, kind: "line", required: true },
  {
    name: "provisional",
    label: "Le programme est prévisionnel",
    hint: "Le site dit alors que les dates et les sujets peuvent encore changer.",
    group: CYCLE,
    kind: "tick",
  },
];
