import { Container } from "#components/ui/container";
import { Notice } from "#components/ui/notice";
import { formatShortDay } from "#lib/platform/dates";
import { french } from "#lib/platform/text";

type Props = { withdrawal: { at: Date; reason: string; instead: { path: string; title: string } | null } | null };

/** Above a page that was withdrawn and may still be read; nothing above any other. */
export function Withdrawn({ withdrawal }: Props) {
  if (!withdrawal) return null;
  const { at, reason, instead } = withdrawal;
  return (
    <>
      <meta name="robots" content="noindex" />
      <Container>
        <div className="pt-6">
          <Notice look="warning" title={`Page retirée le ${formatShortDay(at)}`}>
            <p>{french(reason)}</p>
            <p>Elle reste ici pour mémoire, et n’est plus tenue à jour.</p>
            {instead && (
              <p>
                À lire à la place{"\u00A0"}:{" "}
                <a href={instead.path} className="inline-flex min-h-11 items-center font-semibold">
                  {french(instead.title)}
                </a>
              </p>
            )}
          </Notice>
        </div>
      </Container>
    </>
  );
}
