import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SearchEntry } from "#components/site/search-entry";
import type { FoundEntry } from "#lib/search/schema";
import type { Moment } from "#lib/webinars/schema";

const entry: FoundEntry = {
  noun: "webinar",
  slug: "seance",
  title: "Une séance",
  lead: "",
  text: "",
  extract: [],
  opens: true,
  startsAt: null,
  year: null,
};
const drawn = (moment?: Moment) => {
  const moments = new Map(moment ? [["seance", moment]] : []);
  return renderToStaticMarkup(<SearchEntry entry={entry} said={{ words: "confiance", moments }} />);
};

test("leads to the second of the replay at which a session says what was asked", () => {
  const html = drawn({ second: 754, playable: true });
  expect(html).toContain('href="/webinaires/seance?lecture=ici&amp;t=754&amp;chercher=confiance#revoir"');
  expect(html).toContain("Dit à 12\u00A0min\u00A034\u00A0s dans l’enregistrement");
});

test("leads to the passage where the replay can only be watched elsewhere, and nowhere when it is not said", () => {
  expect(drawn({ second: 754, playable: false })).toContain(
    'href="/webinaires/seance?transcription=ici&amp;chercher=confiance#transcription"',
  );
  expect(drawn()).not.toContain("Dit à");
});
