import { ENDINGS } from "#lib/people/endings/schema";

const DAY_MS = 86_400_000;

export const oneDayBefore = (at: Date): Date => new Date(at.getTime() - DAY_MS);

const COMMON_HOSTS =
  "gmail.com orange.fr wanadoo.fr free.fr hotmail.fr hotmail.com outlook.fr outlook.com yahoo.fr yahoo.com laposte.net sfr.fr live.fr icloud.com bbox.fr neuf.fr".split(
    " ",
  );
const OTHER_HOSTS = ["mail.com", "ymail.com", "fred.fr", "free.com", "orange.com"];

/** Whether two words differ by one slip of the fingers: a letter too many, missing, changed, or two letters swapped. */
function isOneSlip(one: string, other: string): boolean {
  if (one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right === `${left[1]}${left[0]}`;
}

const USUAL_ENDINGS = ["com", "fr", "org", "net", "eu"];

const commonHost = (host: string) => COMMON_HOSTS.find((common) => isOneSlip(host, common));

function likelyHost(host: string): string | undefined {
  if (host === "gmail.fr") return "gmail.com";
  const common = commonHost(host);
  const dot = host.lastIndexOf(".");
  const ending = host.slice(dot + 1);
  if (common !== undefined || dot < 1 || ENDINGS.has(ending) || ending.startsWith("xn--")) return common;
  const meant = USUAL_ENDINGS.find((usual) => isOneSlip(ending, usual));
  const whole = meant && `${host.slice(0, dot)}.${meant}`;
  return whole && !COMMON_HOSTS.includes(whole) ? (commonHost(whole) ?? whole) : whole;
}

/**
 * The address that was probably meant, when the host is one slip away from that of a common mailbox, or its ending from a
 * usual one.
 * @param email as typed
 * @returns null when there is nothing to propose
 */
export function likelyAddress(email: string): string | null {
  const at = email.lastIndexOf("@");
  const host = email.slice(at + 1).toLowerCase();
  if (at < 1 || COMMON_HOSTS.includes(host) || OTHER_HOSTS.includes(host)) return null;
  const meant = likelyHost(host);
  return meant === undefined ? null : `${email.slice(0, at + 1)}${meant}`;
}

const masked = (letters: readonly string[]): string =>
  `${letters[0] ?? ""}•••${letters.length > 3 ? letters.at(-1) : ""}`;

/** Shows a slip, and no more than its author typed: « e•••@g•••l.con ». */
export function maskedAddress(typed: string): string {
  const email = typed.toLowerCase();
  const at = email.lastIndexOf("@");
  const [label = "", ...others] = email.slice(at + 1).split(".");
  return `${[...email][0] ?? ""}•••@${[masked([...label]), ...others].join(".")}`;
}
