import { OutgoingLink } from "#components/ui/outgoing-link";
import { Prose } from "#components/ui/prose";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { playerOf } from "#lib/webinars/rules";
import type { WebinarDetail } from "#lib/webinars/schema";

type Webinar = Pick<WebinarDetail, "slug" | "title" | "durationMinutes" | "transcript">;

const REPLAY_ANCHOR = "revoir";

/** The replay as a door: nothing is asked of the site that holds it before the click, and no script is needed. */
function Door({ href, label, where, outside }: { href: string; label: string; where: string; outside: boolean }) {
  return (
    <a
      href={href}
      rel={outside ? "external" : "nofollow"}
      className="flex aspect-video flex-col items-center justify-center gap-4 rounded-card bg-deep p-6 text-center text-on-deep no-underline hover:underline"
    >
      <svg viewBox="0 0 64 64" className="size-16" aria-hidden="true">
        <circle cx="32" cy="32" r="30" fill="none" stroke="currentColor" strokeWidth="3" />
        <path d="M26 20v24l20-12z" fill="currentColor" />
      </svg>
      <span className="font-display text-xl">{label}</span>
      <span className="text-on-deep-muted">{where}</span>
    </a>
  );
}

type Props = {
  url: string;
  webinar: Webinar;
  /** Whether the visitor asked to watch it here. */
  watching: boolean;
};

function Screen({ url, webinar: { slug, title, durationMinutes }, watching }: Props) {
  const player = playerOf(url);
  const length = counted(durationMinutes, "minute", "minutes");
  if (!player) {
    const where = `${length}, sur ${new URL(url).hostname} (ouvre un autre site)`;
    return <Door href={url} label="Revoir la séance" where={where} outside />;
  }
  const { hostname } = new URL(player);
  if (!watching) {
    const where = `${length}. La vidéo viendra de ${hostname}, qui saura que vous la regardez.`;
    return <Door href={paths.webinarReplay(slug)} label="Revoir la séance ici" where={where} outside={false} />;
  }
  return (
    <iframe
      src={player}
      title={`Enregistrement de la séance\u00A0: ${french(title)}`}
      allow="fullscreen; picture-in-picture"
      allowFullScreen
      className="aspect-video w-full rounded-card"
    />
  );
}

/** The replay, loaded only once it is asked for, where it can also be watched, and what is said in it. */
export function Replay(props: Props) {
  const { url, webinar } = props;
  return (
    <div className="max-w-prose" id={REPLAY_ANCHOR}>
      <Screen {...props} />
      {playerOf(url) && (
        <p className="mt-2">
          <OutgoingLink href={url}>La regarder sur {new URL(url).hostname}</OutgoingLink>
        </p>
      )}
      {webinar.transcript && (
        <details className="mt-4">
          <summary className="min-h-11 py-2 font-semibold text-brand">Lire la transcription</summary>
          <Prose markdown={webinar.transcript} />
        </details>
      )}
    </div>
  );
}
