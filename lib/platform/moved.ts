export const MOVED: Readonly<Record<string, string>> = {
  "/accueil": "/",
  "/collections": "/parcours",
  "/opengraph-image": "/partage/accueil",
  "/programme-2019": "/webinaires?annee=2019",
  // Asked for by browsers while a page that names its icon is still on its way.
  "/favicon.ico": "/icon.svg",
  "/apple-touch-icon-precomposed.png": "/apple-touch-icon.png",
};
