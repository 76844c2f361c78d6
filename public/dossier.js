// Remembers the dossier that is open, in this browser alone. Without it, the address of the page is the dossier.
const KEY = "dossier";
const MOST = 20;
const asked = new URLSearchParams(location.search);
const added = asked.getAll("ajout");
const addressOf = (names) => `/mon-dossier?${new URLSearchParams(names.map((name) => ["contenu", name]))}`;

try {
  const saved = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  if (asked.has("vider")) localStorage.removeItem(KEY);
  else if (added.length || (!location.search && saved.length))
    location.replace(addressOf([...new Set([...saved, ...asked.getAll("contenu"), ...added])].slice(0, MOST)));
  // That of somebody else, opened from their message, does not take the place of one's own.
  else if (location.search && document.referrer.startsWith(location.origin)) {
    const names = [...document.querySelectorAll("main form [name=contenu]")].map(({ value }) => value);
    localStorage.setItem(KEY, JSON.stringify([...new Set(names)]));
  }
} catch {
  // Nothing can be kept here.
}
