import { QrCode } from "#components/back-office/accounts/qr-code";
import { SecondFactorForm } from "#components/back-office/accounts/second-factor-form";
import { Panel, Screen } from "#components/back-office/screen";
import { Fold } from "#components/ui/fold";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { quoted } from "#lib/platform/text";

type Props = {
  action: FormAction;
  offer: { uri: string; secret: string; codes: readonly string[] };
  /** Whether another phone was in place. */
  replaces: boolean;
};

export function SecondFactorScreen({ action, offer, replaces }: Props) {
  return (
    <Screen title="Mon téléphone" parent={{ label: "Mon compte", href: paths.adminList("mon-compte") }}>
      <p className="max-w-prose">
        Après votre mot de passe, un code vous sera demandé à chaque connexion. Il s’affiche dans une application
        d’authentification de votre téléphone, sans réseau.
      </p>
      {replaces && (
        <Notice look="warning" title="Le téléphone en place et ses codes de secours n’ouvriront plus rien.">
          <p>Rien ne change tant que vous n’avez pas donné un code du nouveau.</p>
        </Notice>
      )}
      <Panel title="1. Lisez ce dessin avec l’application">
        <p className="mb-4 max-w-prose">
          N’importe laquelle convient{"\u00A0"}: Aegis, FreeOTP, Google Authenticator, Microsoft Authenticator, ou votre
          gestionnaire de mots de passe. Choisissez {quoted("ajouter un compte")}, puis visez le dessin.
        </p>
        <QrCode text={offer.uri} label="Dessin à lire avec l’application d’authentification" />
        <Fold look="line" summary="Le dessin ne se lit pas">
          <p>
            Tapez cette clé dans l’application, comme clé {quoted("basée sur le temps")}
            {"\u00A0"}:
          </p>
          <p className="wrap-anywhere mt-2 font-mono text-lg">{offer.secret}</p>
        </Fold>
      </Panel>
      <Panel title="2. Notez vos codes de secours">
        <p className="mb-4 max-w-prose">
          Le jour où vous n’avez pas votre téléphone, un de ces codes le remplace. Chacun sert une fois. Imprimez-les ou
          gardez-les dans votre gestionnaire de mots de passe{"\u00A0"}: ils ne seront plus montrés.
        </p>
        <ul className="grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
          {offer.codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Panel>
      <Panel title="3. Montrez que cela marche">
        <SecondFactorForm action={action} />
      </Panel>
    </Screen>
  );
}
