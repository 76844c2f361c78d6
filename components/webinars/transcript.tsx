import "./transcript.css";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import { ProseTree } from "#components/ui/prose";
import { paths } from "#lib/platform/paths";
import { counted, quoted } from "#lib/platform/text";
import type { ReplayQuery } from "#lib/webinars/replay/schema";
import type { TranscriptView } from "#lib/webinars/schema";

type Props = {
  slug: string;
  transcript: TranscriptView;
  asked: ReplayQuery;
  /** Whether the replay can be watched in the page, from any second. */
  playable: boolean;
};

/** What stays of the address while one searches: the player, where it begins. */
const kept = ({ watching, second }: ReplayQuery) => (watching ? { lecture: "ici", t: second ?? undefined } : {});

function SearchForm({ slug, asked }: Pick<Props, "slug" | "asked">) {
  return (
    <search>
      <form action={paths.webinarTranscript(slug)} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor="chercher" className="w-full font-semibold">
          Chercher dans la transcription
        </label>
        <input
          id="chercher"
          type="search"
          name="chercher"
          maxLength={200}
          defaultValue={asked.words}
          className="min-h-12 min-w-0 grow basis-40 rounded-full border-2 border-control bg-surface px-5 text-base text-ink"
        />
        {Object.entries(kept(asked)).map(
          ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button look="secondary">Chercher</Button>
      </form>
    </search>
  );
}

function Found({ slug, asked, count }: Pick<Props, "slug" | "asked"> & { count: number }) {
  const words = quoted(asked.words);
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4">
      <span>
        {count > 0
          ? `${counted(count, "passage", "passages")} pour ${words}.`
          : `Aucun passage pour ${words}. Essayez un autre mot, ou moins de mots.`}
      </span>
      <a href={paths.webinarTranscript(slug, kept(asked))} rel="nofollow" className="inline-flex min-h-11 items-center">
        Tout afficher
      </a>
    </p>
  );
}

/** « PT754S », as the tree of a transcript says when a passage begins. */
const secondsOf = (duration = "") => Number(duration.slice("PT".length, -"S".length));

const drawnFor = ({ slug, asked, playable }: Props) => ({
  time: ({ dateTime, children }: { dateTime?: string; children?: ReactNode }) => {
    const time = <time dateTime={dateTime}>{children}</time>;
    if (!playable) return <span className="when text-muted">{time}</span>;
    const query = { t: secondsOf(dateTime), chercher: asked.words };
    return (
      <a href={paths.webinarReplay(slug, query)} rel="nofollow" className="when">
        <span className="sr-only">Regarder à </span>
        {time}
      </a>
    );
  },
});

/** Folded until it is asked for: each passage begins the replay at its second. */
export function Transcript(props: Props) {
  const { slug, transcript, asked } = props;
  const { tree, searchable, found } = transcript;
  return (
    <div id="transcription" className="mt-4">
      <Fold look="line" summary="Lire la transcription" open={asked.reading || asked.second !== null}>
        {searchable && <SearchForm slug={slug} asked={asked} />}
        {found !== null && <Found slug={slug} asked={asked} count={found} />}
        <div className="transcript mt-4">
          <ProseTree tree={tree} drawn={drawnFor(props)} />
        </div>
      </Fold>
    </div>
  );
}
