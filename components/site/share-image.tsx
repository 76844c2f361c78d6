import { SITE_NAME } from "#lib/platform/site-name";

/** Drawn by a renderer that knows no style sheet: the colours of the light theme, written out. */
const sky = "#f8ecd6";
const ink = "#17302e";
const brand = "#0e5a55";

/** What a shared link shows: 1200 × 630. @param landscape the drawing of the home page, as a data address */
export function ShareImage({ landscape }: { landscape: string }) {
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        padding: "64px 80px",
        backgroundColor: sky,
        color: ink,
        fontFamily: "Young Serif",
        position: "relative",
      }}
    >
      <div
        style={{
          position: "absolute",
          left: -120,
          bottom: -8,
          width: 1440,
          height: 360,
          backgroundImage: `url(${landscape})`,
          backgroundSize: "1440px 360px",
        }}
      />
      <div style={{ display: "flex", fontSize: 84, lineHeight: 1.12 }}>{SITE_NAME.replaceAll("\u202F", "\u00A0")}</div>
      <div style={{ display: "flex", fontSize: 31, color: brand, marginTop: 20 }}>
        Sept besoins, les centres de ressources, un webinaire par mois
      </div>
    </div>
  );
}
