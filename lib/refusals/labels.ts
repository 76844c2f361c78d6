/** What enhanced codes (RFC 3463 §3) say of a message that was refused, the finest first. */
const REASONS: readonly [RegExp, string][] = [
  [
    /\b5\.1\.(2|10)\b|\b5\.4\.4\b|domain not found|host not found|no such domain/i,
    "Ce nom de domaine n’existe pas, ou ne reçoit pas de courrier.",
  ],
  [/\b5\.2\.1\b|disabled|suspended|inactive|no longer (active|available)/i, "Cette boîte est fermée."],
  [/\b[45]\.2\.2\b|quota|mailbox full|over ?quota|insufficient storage/i, "Cette boîte est pleine."],
  [/\b5\.2\.3\b|\b5\.3\.4\b|too (large|big)/i, "Le message est trop lourd pour cette boîte."],
  [
    /\b5\.1\.[136]\b|user unknown|unknown user|no such user|does not exist|recipient (address )?rejected|unknown recipient/i,
    "Cette adresse n’existe pas.",
  ],
  [/\b5\.7\.\d+|spam|blocked|blacklist|policy|reputation/i, "Le serveur de cette personne refuse nos messages."],
  [/\b5\.6\.\d+/, "Le serveur de cette personne ne sait pas lire ce message."],
];

/** Why a message was refused, in French; null where what the server said tells nothing sure. @param words the server’s own */
export function refusalReason(words: string | null): string | null {
  return (words && REASONS.find(([said]) => said.test(words))?.[1]) || null;
}
