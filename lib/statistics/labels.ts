import { STEP } from "#lib/statistics/rules";

export const TOO_FEW = `moins de ${STEP}`;
export const OTHERS = "Autres réponses, ensemble";
