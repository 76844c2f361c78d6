import { OutgoingLink } from "#components/ui/outgoing-link";
import { Transcript } from "#components/webinars/transcript";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { playerOf } from "#lib/webinars/replay/rules";
import type { ReplayQuery } from "#lib/webinars/replay/schema";
import type { TranscriptView, WebinarDetail } from "#lib/webinars/schema";
import { momentId, momentWords } from "#lib/webinars/transcript/rules";

type Webinar = Pick<WebinarDetail, "slug" | "title" | "durationMinutes">;

const REPLAY_ANCHOR = "revoir";

/** The replay as a door: nothing is asked of the site that holds it before the click, and no script is needed. */
function Door({ href, label, where, outside }: { href: string; label: string; where: string; outside: boolean }) {
  return (
    <a
      href={href}
      rel={outside ? "external" : "nofollow"}
      className="flex aspect-video flex-col items-center justify-center gap-4 rounded-card bg-deep p-6 text-center text-on-deep no-underline hover:underline"
    >
      <svg viewBox="0 0 64 64" width="64" height="64" className="size-16" aria-hidden="true">
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
  asked: ReplayQuery;
  transcript: TranscriptView | null;
};

function Screen({ url, webinar: { slug, title, durationMinutes }, asked: { watching, second } }: Props) {
  const player = playerOf(url, second ?? 0);
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
      allow="picture-in-picture"
      allowFullScreen
      className="aspect-video w-full rounded-card"
    />
  );
}

function Beginning({ second, transcript }: { second: number; transcript: TranscriptView | null }) {
  const id = momentId(second);
  const written = transcript?.tree.children.some((node) => node.type === "element" && node.properties.id === id);
  return (
    <p className="mt-2">
      La vidéo commence à {momentWords(second)}.{" "}
      {written && (
        <a href={`#${id}`} className="inline-flex min-h-11 items-center">
          Revenir à ce passage de la transcription
        </a>
      )}
    </p>
  );
}

/** The replay, loaded only once it is asked for, where it can also be watched, and what is said in it. */
export function Replay(props: Props) {
  const { url, webinar, asked, transcript } = props;
  const playable = playerOf(url) !== null;
  return (
    <div className="max-w-prose" id={REPLAY_ANCHOR}>
      <Screen {...props} />
      {playable && asked.watching && asked.second !== null && (
        <Beginning second={asked.second} transcript={transcript} />
      )}
      {playable && (
        <p className="mt-2">
          <OutgoingLink href={url}>La regarder sur {new URL(url).hostname}</OutgoingLink>
        </p>
      )}
      {transcript && <Transcript slug={webinar.slug} transcript={transcript} asked={asked} playable={playable} />}
    </div>
  );
}
