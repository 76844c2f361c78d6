import { Notice } from "#components/ui/notice";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

/** Asked of administrators on every screen, until it is done. */
export function SecondFactorNotice({ due, at }: { due: Date; at: Date }) {
  return (
    <div className="mb-6">
      <Notice
        look="warning"
        title={
          due > at
            ? `Protégez votre compte avec votre téléphone avant le ${formatShortDay(due)}.`
            : "Protégez votre compte avec votre téléphone pour continuer."
        }
      >
        <p>
          Une administratrice peut tout faire{"\u00A0"}: son mot de passe seul ne suffit pas.{" "}
          <a href={paths.adminEdit("mon-compte", "second-facteur")}>Mettre mon téléphone en place</a>, en deux minutes.
        </p>
      </Notice>
    </div>
  );
}
