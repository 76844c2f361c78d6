import { SITE_NAME } from "#lib/platform/site-name";

/** Drawn by a renderer that knows no style sheet: the colours of the light theme, written out. */
const paper = "#fbf7ef";
const ink = "#17302e";
const brand = "#0e5a55";
const accent = "#a93c1b";

/** What a shared link shows: 1200 × 630. */
export function ShareImage() {
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: 80,
        background: paper,
        color: ink,
        fontFamily: "Young Serif",
        borderBottom: `24px solid ${brand}`,
      }}
    >
      <svg width="120" height="120" viewBox="0 0 40 40" aria-hidden="true">
        <path d="M20 36V19" fill="none" stroke={brand} strokeWidth="3" strokeLinecap="round" />
        <path d="M20 26C10 26 6 20 6 12c8 0 14 4 14 14Z" fill={brand} />
        <path d="M20 21c0-9 5-14 14-15 0 10-5 15-14 15Z" fill={accent} />
      </svg>
      <div style={{ display: "flex", fontSize: 84, lineHeight: 1.15 }}>{SITE_NAME.replaceAll("\u202F", "\u00A0")}</div>
      <div style={{ display: "flex", fontSize: 31, color: brand }}>
        Sept besoins, douze centres de ressources, un webinaire par mois
      </div>
    </div>
  );
}
