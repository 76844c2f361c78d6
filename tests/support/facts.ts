type Kind = { needs: readonly string[]; may?: readonly string[] };

const WORK = [
  "abstract",
  "genre",
  "inLanguage",
  "datePublished",
  "publisher",
  "creditText",
  "usageInfo",
  "timeRequired",
];
const RELATIONS = ["mentions", "isBasedOn", "translationOfWork", "workTranslation", "citation", "isPartOf", "hasPart"];

/**
 * Of each type, the properties without which search engines leave it aside, then those that schema.org gives it and that the
 * portal may tell: schema.org, developers.google.com/search/docs/appearance/structured-data.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  Organization: { needs: ["name"], may: ["@id", "url"] },
  WebSite: { needs: ["name", "url"], may: ["@id", "inLanguage", "publisher", "potentialAction"] },
  SearchAction: { needs: ["target", "query-input"] },
  BreadcrumbList: { needs: ["itemListElement"] },
  ItemList: { needs: ["itemListElement"] },
  ListItem: { needs: ["position", "name"], may: ["item", "url"] },
  Event: {
    needs: ["name", "startDate", "location", "eventAttendanceMode", "eventStatus", "description", "endDate"],
    may: ["url", "inLanguage", "isAccessibleForFree", "previousStartDate", "organizer", "offers"],
  },
  VirtualLocation: { needs: ["url"] },
  Offer: { needs: ["price", "priceCurrency", "availability", "url"] },
  CreativeWork: {
    needs: [],
    may: [
      "name",
      "text",
      "url",
      ...WORK,
      "materialExtent",
      "contributor",
      "audience",
      "about",
      "spatialCoverage",
      "subjectOf",
      ...RELATIONS,
    ],
  },
  WebPage: { needs: ["name", "url"] },
  Audience: { needs: ["audienceType"] },
  Thing: { needs: ["name", "url"] },
  Place: { needs: ["name"] },
  DefinedTermSet: { needs: ["name", "url", "hasDefinedTerm"], may: ["@id", "inLanguage"] },
  DefinedTerm: { needs: ["name"], may: ["@id", "url", "alternateName", "inDefinedTermSet"] },
};

type Fact = Record<string, unknown>;
const isFact = (value: unknown): value is Fact => typeof value === "object" && value !== null && !Array.isArray(value);
const valuesOf = (fact: Fact): unknown[] => Object.values(fact).flat();

/** A fact, and those that it is made of. */
const inside = (value: unknown): Fact[] => (isFact(value) ? [value, ...valuesOf(value).flatMap(inside)] : []);

/** The types of a fact and of what it is made of. */
export const typesOf = (fact: unknown): string[] =>
  inside(fact).flatMap((one) => (one["@type"] ? [String(one["@type"])] : []));

export const KNOWN_TYPES = Object.keys(KINDS);

const isAbsolute = (value: unknown) => typeof value === "string" && /^https?:\/\/\S+$/.test(value);
/** Of ISO 8601: a year, or an instant with its zone. */
const isDate = (value: unknown) =>
  /^\d{4}$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(String(value)) &&
  !Number.isNaN(Date.parse(String(value)));

const VALUES: readonly [properties: readonly string[], isRight: (value: unknown) => boolean][] = [
  [["url", "item", "@id", "inDefinedTermSet", "eventStatus", "eventAttendanceMode", "availability"], isAbsolute],
  [["startDate", "endDate", "previousStartDate", "datePublished"], isDate],
  [["price", "position"], Number.isInteger],
  [["priceCurrency"], (value) => value === "EUR"],
  [["timeRequired"], (value) => /^PT\d+M$/.test(String(value))],
  [["inLanguage"], (value) => /^[a-z]{2}$/.test(String(value))],
];

function faultsOf(fact: Fact): string[] {
  const type = fact["@type"];
  // A mere reference to what is described beside it.
  if (!type)
    return Object.keys(fact).every((name) => ["@id", "@context", "@graph"].includes(name)) ? [] : ["has no type"];
  const kind = KINDS[String(type)];
  if (!kind) return [`${type} is no type that is known here`];
  const told = Object.keys(fact).filter((name) => !["@type", "@context"].includes(name));
  const absent = kind.needs.filter((name) => fact[name] === undefined || fact[name] === "" || fact[name] === null);
  const unknown = told.filter((name) => ![...kind.needs, ...(kind.may ?? [])].includes(name));
  const wrong = VALUES.flatMap(([names, isRight]) =>
    names.filter((name) => fact[name] !== undefined && !isRight(fact[name])),
  );
  return [
    ...absent.map((name) => `${type} lacks ${name}`),
    ...unknown.map((name) => `${type} has no ${name}`),
    ...wrong.map((name) => `${type}: ${name} is ${JSON.stringify(fact[name])}`),
    ...listFaults(fact),
  ];
}

/** Steps are numbered from one; all but the last of a trail lead somewhere, all of a list. */
function listFaults({ "@type": type, itemListElement: items }: Fact): string[] {
  if (!Array.isArray(items)) return [];
  const steps = type === "BreadcrumbList" ? items.slice(0, -1) : items;
  return [
    ...(items.every(({ position }, rank) => position === rank + 1) ? [] : [`${type} is not numbered in order`]),
    ...(items.length > 0 && steps.every(({ item, url }) => item ?? url)
      ? []
      : [`${type} has a step that leads nowhere`]),
  ];
}

/** What search engines would reproach a page’s fact. */
export function factFaults(fact: unknown, page: string): string[] {
  const context = isFact(fact) && fact["@context"] === "https://schema.org" ? [] : ["no context"];
  return [...context, ...inside(fact).flatMap(faultsOf)].map((fault) => `${page}: ${fault}`);
}
