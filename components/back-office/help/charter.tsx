import { CharterFields } from "#components/back-office/help/charter-fields";
import { CharterLooks } from "#components/back-office/help/charter-looks";
import { CharterPieces } from "#components/back-office/help/charter-pieces";
import { Screen } from "#components/back-office/screen";

/** What every page is drawn with, for whoever changes it: each piece, in each of its states. */
export const CharterScreen = () => (
  <Screen title="Charte">
    <p className="max-w-3xl text-lead">
      Ce avec quoi chaque page est dessinée, dans tous ses états. Les mots d’ici sont des exemples.
    </p>
    <CharterLooks />
    <CharterPieces />
    <CharterFields />
  </Screen>
);
