import { type FormAction, IDLE, textValue } from "#lib/forms/state";
import { PART_BYTES } from "#lib/media/uploads/rules";

const RETRY_MS = 5_000;

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
  const sha256 = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
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
  while (parts * PART_BYTES < file.size) {
    onProgress(parts * PART_BYTES);
    parts = await ask(parts, file.slice(parts * PART_BYTES, (parts + 1) * PART_BYTES));
  }
  return `${sha256}/${file.name.replace(/[/\\]/g, "-")}`;
}
