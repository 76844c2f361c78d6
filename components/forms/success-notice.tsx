import type { ReactNode } from "react";
import { Landing } from "#components/forms/landing";
import { Notice } from "#components/ui/notice";
import { french } from "#lib/platform/text";

export type DoneWords = { title: string; more?: string };

/** What an action says it did, by the word that the address it led to carries. @returns null when that says nothing */
export const wordsOf = (
  words: Readonly<Record<string, DoneWords>>,
  done: string | string[] | undefined,
): DoneWords | null => (typeof done === "string" && Object.hasOwn(words, done) ? (words[done] ?? null) : null);

type Props = Partial<DoneWords> & {
  /** Told from the top of the page and with the focus there, anew under each key. */
  landing?: number;
  children?: ReactNode;
};

export function SuccessNotice({ title, more, landing, children }: Props) {
  const notice = (
    <Notice look="success" title={title}>
      {more && <p>{french(more)}</p>}
      {children}
    </Notice>
  );
  return landing === undefined ? <div role="status">{notice}</div> : <Landing key={landing}>{notice}</Landing>;
}
