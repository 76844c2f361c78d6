/** Ways to use the back office: what works at a desk works on a phone, and with scripts off. */
export const WAYS = [
  { name: "desktop", viewport: { width: 1280, height: 800 }, javaScriptEnabled: true },
  { name: "phone", viewport: { width: 360, height: 740 }, javaScriptEnabled: true },
  { name: "phone without scripts", viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
];
