import { Panel } from "#components/back-office/screen";
import { Unbroken } from "#components/ui/unbroken";

const colours = [
  ["bg-paper", "Papier"],
  ["bg-surface", "Surface"],
  ["bg-sunken", "Creux"],
  ["bg-brand text-on-brand", "Marque"],
  ["bg-deep text-on-deep", "Fond profond"],
  ["bg-surface text-brand", "Liens"],
  ["bg-surface text-muted", "Discret"],
  ["bg-surface text-accent", "Accent"],
  ["bg-surface text-danger", "Danger"],
  ["bg-surface text-success", "Succès"],
] as const;

/** The colours and the letters of the portal. */
export function CharterLooks() {
  return (
    <>
      <Panel title="Couleurs">
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          {colours.map(([look, name]) => (
            <li key={name} className={`rounded-lg border border-line p-4 font-semibold ${look}`}>
              {name}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Lettres">
        <p className="font-display text-hero leading-tight">Une question sur votre territoire{"\u202F"}?</p>
        <p className="font-display text-title leading-tight">
          <Unbroken text={"Mon idée est-elle une innovation\u202F?"} />
        </p>
        <p className="font-display text-heading">Les centres de ressources</p>
        <p className="text-lead">Un chapeau dit en une phrase ce que l’on trouvera.</p>
        <p>
          Le texte courant. 1{"\u202F"}234 places, 76{"\u202F"}%.
        </p>
        <p className="text-muted text-sm">Ce qui accompagne.</p>
      </Panel>
    </>
  );
}
