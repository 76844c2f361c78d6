import { Prose } from "#components/ui/prose";
import { counted } from "#lib/platform/text";
import type { WebinarDetail } from "#lib/webinars/schema";

type Props = { url: string; webinar: Pick<WebinarDetail, "durationMinutes" | "transcript"> };

/**
 * The replay as a door: nothing is asked of the site that holds it before the click, and no script is needed.
 * It opens there, with the captions and the settings of its player. What is said can be read here.
 */
export function Replay({ url, webinar: { durationMinutes, transcript } }: Props) {
  return (
    <div className="max-w-prose">
      <a
        href={url}
        rel="external"
        className="flex aspect-video flex-col items-center justify-center gap-4 rounded-card bg-deep p-6 text-center text-on-deep no-underline hover:underline"
      >
        <svg viewBox="0 0 64 64" className="size-16" aria-hidden="true">
          <circle cx="32" cy="32" r="30" fill="none" stroke="currentColor" strokeWidth="3" />
          <path d="M26 20v24l20-12z" fill="currentColor" />
        </svg>
        <span className="font-display text-xl">Revoir la séance</span>
        <span className="text-on-deep-muted">
          {counted(durationMinutes, "minute", "minutes")}, sur {new URL(url).hostname} (ouvre un autre site)
        </span>
      </a>
      {transcript && (
        <details className="mt-4">
          <summary className="min-h-11 py-2 font-semibold text-brand">Lire la transcription</summary>
          <Prose markdown={transcript} />
        </details>
      )}
    </div>
  );
}
