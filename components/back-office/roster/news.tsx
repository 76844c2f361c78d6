import { SuccessNotice } from "#components/forms/success-notice";
import { counted } from "#lib/platform/text";

const sentences: [name: string, words: (count: number) => string][] = [
  ["places", (count) => `${counted(count, "personne inscrite", "personnes inscrites")}.`],
  ["attente", (count) => `${counted(count, "personne", "personnes")} en liste d’attente, faute de place.`],
  ["deja", (count) => `${counted(count, "personne était déjà inscrite", "personnes étaient déjà inscrites")}.`],
];

export function RegistrantsNews({ search }: { search: Record<string, string | string[] | undefined> }) {
  const outcomes = sentences.flatMap(([name, words]) => {
    const count = Number(search[name]);
    return Number.isInteger(count) && count > 0 ? [words(count)] : [];
  });
  if (!outcomes.length) return null;
  return (
    <SuccessNotice>
      {outcomes.map((sentence) => (
        <p key={sentence} className="font-bold">
          {sentence}
        </p>
      ))}
    </SuccessNotice>
  );
}
