/** What twentieths of the pages of the web have at most, as EcoIndex counts them: https://www.ecoindex.fr/comment-ca-marche/ */
const ELEMENTS = [
  0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594_601,
];
const REQUESTS = [0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920];
const KILOBYTES = [
  0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06, 2465.37,
  2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223_212.26,
];

/** Where a value stands among the twentieths, from 0 to 20. */
function placeOf(value: number, bounds: readonly number[]): number {
  const next = bounds.findIndex((bound) => value < bound);
  if (next === -1) return bounds.length - 1;
  const [low = 0, high = 1] = bounds.slice(next - 1, next + 1);
  return next - 1 + (value - low) / (high - low);
}

/** From 0 to 100, the lighter the higher: A begins at 80. @param bytes of everything, as it is sent */
export const ecoIndex = (elements: number, requests: number, bytes: number): number =>
  100 -
  (5 * (3 * placeOf(elements, ELEMENTS) + 2 * placeOf(requests, REQUESTS) + placeOf(bytes / 1000, KILOBYTES))) / 6;
