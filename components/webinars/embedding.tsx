import { Fold } from "#components/ui/fold";

type Props = {
  /** What partners copy. */
  html: string;
};

/** How other sites announce the next session. */
export function Embedding({ html }: Props) {
  return (
    <Fold look="line" summary="L’annoncer sur votre site">
      <p>Copiez ces lignes dans une page. La séance s’y met à jour d’elle-même, sans script ni cookie.</p>
      <pre className="mt-2 whitespace-pre-wrap break-all rounded-lg bg-sunken p-3 text-sm">{html}</pre>
      <p className="mt-2">Votre outil connaît oEmbed{"\u202F"}? L’adresse de cette page suffit.</p>
    </Fold>
  );
}
