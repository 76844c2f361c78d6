import { type FormAction, IDLE, textValue } from "#lib/forms/state";
import { PART_BYTES } from "#lib/media/uploads/rules";

const RETRY_MS = 5_000;
const UNREADABLE = "Ce fichier ne se lit plus\u00A0: choisissez-le de nouveau.";

const back = () =>
  new Promise<void>((resolve) => {
    const on = new AbortController();
    const done = () => {
      on.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, RETRY_MS);
    window.addEventListener("online", done, on);
  });

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export type Sending = {
  send: FormAction;
  signal: AbortSignal;
  /** @param bytes how many the server has */
  onProgress: (bytes: number) => void;
  /** The network is away: it is tried again until it is back. */
  onCut: () => void;
};

/**
 * Sends a file part by part, from the first that the server has not: what was sent before a cut, or before the page was
 * left, is not sent again.
 * @returns what a form posts in its place
 * @throws Error whose message is what the server refuses it for; what `signal` gives, once another file was chosen
 */
export async function sendInParts(file: File, { send, signal, onProgress, onCut }: Sending): Promise<string> {
  // Read once: it may change, or leave with the key that holds it.
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error(UNREADABLE);
  });
  const sha256 = hex(await crypto.subtle.digest("SHA-256", bytes));
  const ask = async (number: number, part?: Blob): Promise<number> => {
    for (;;) {
      signal.throwIfAborted();
      const data = new FormData();
      data.set("sha256", sha256);
      data.set("number", String(number));
      if (part) data.set("part", part, "part");
      const answer = await send(IDLE, data).catch(() => null);
      signal.throwIfAborted();
      const parts = answer && textValue(answer, "parts");
      if (parts) return Number(parts);
      if (answer?.status === "invalid" && answer.formError) throw new Error(answer.formError);
      onCut();
      await back();
    }
  };
  let parts = await ask(0);
  for (let from = parts * PART_BYTES; from < bytes.byteLength; from = parts * PART_BYTES) {
    onProgress(from);
    parts = await ask(parts, new Blob([bytes.slice(from, from + PART_BYTES)]));
  }
  return `${sha256}/${file.name.replace(/[/\\]/g, "-")}`;
}
