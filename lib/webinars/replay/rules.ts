/** Messages that speak of the replay wait for it no longer than that. */
export const REPLAY_AWAITED_MS = 30 * 86_400_000;

/** Players on their hosts that set the fewest traces: how to know an address of theirs, and to begin at a second. */
const PLAYERS: [address: RegExp, player: (id: string, second: number, key?: string) => string][] = [
  [
    /^https:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:.*&)?v=|live\/|embed\/)|youtu\.be\/)([\w-]{11})(?:[?&#/]|$)/,
    (id, second) => `https://www.youtube-nocookie.com/embed/${id}${second ? `?start=${second}` : ""}`,
  ],
  [
    // An unlisted film has a key of its own.
    /^https:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d+)(?:\/(\w+))?(?:[?#/]|$)/,
    (id, second, key) =>
      `https://player.vimeo.com/video/${id}?dnt=1${key ? `&h=${key}` : ""}${second ? `#t=${second}s` : ""}`,
  ],
];

/**
 * The player that can be shown in the page; null when the replay can only be watched where it is.
 * @param second from the start
 */
export function playerOf(replayUrl: string, second = 0): string | null {
  for (const [address, player] of PLAYERS) {
    const [, id, key] = address.exec(replayUrl) ?? [];
    if (id) return player(id, second, key);
  }
  return null;
}
