import { folded } from "#lib/platform/letters";
import { isSlip } from "#lib/spelling/sounds";

export type Term = {
  typed: string;
  /** Its own spellings, then its synonyms too. */
  own: readonly string[];
  forms: readonly string[];
  /** Words that only the index has, if the term is one of them: « type:guide ». */
  lexeme?: string | undefined;
  /** The known phrase that was typed with a slip. */
  meant?: string | undefined;
};

/** What the reading of a search knows besides French. */
export type Vocabulary = {
  /** Groups of equivalents: who types one also finds the others. */
  synonyms?: readonly (readonly string[])[];
  /** Words and phrases (by `wordKey`) that have a word of their own in the index. */
  lexemes?: ReadonlyMap<string, string>;
};

/** Words that ask and say nothing of what is asked, with those that the dictionaries of PostgreSQL keep. */
const FUNCTION_WORDS =
  "a ai aide aider as au aux avec avez avoir avons c ca ce ces cet cette cherche chercher combien comment d dans de des différence différences dois doit donc du elle elles en entre est et etre eux exactement existe exister faire fais fait faut fonctionne font il ils j je l la le les leur leurs lui m ma mais me meme memes mes moi mon n ne nos notre nous on ont ou par pas peut peuvent peux plus pour pourquoi pouvez pouvons puis qu quand que quel quelle quelles quels qui quoi s sa sais sait savent savoir se sens ses si signifie sommes son sont suis sur t ta te tes toi ton trouver tu un une vers veut veux voudrais vos votre vous y";

const LONGEST_PHRASE = 6;
const SEPARATORS = /[^\p{L}\p{N}&-]+/u;

/** How words are compared here: no accent, no case, no hyphen, no final s or x. */
export const wordKey = (words: string): string =>
  folded(words)
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word))
    .join(" ");

const emptyWords = new Set(FUNCTION_WORDS.split(" ").map(wordKey));

/** The masculine of a word that tells who somebody is: texts mostly say « accompagnateur », « chef », « élu ». */
const MASCULINE: readonly [RegExp, string][] = [
  [/trice(s?)$/iu, "teur$1"],
  [/euse(s?)$/iu, "eur$1"],
  [/enne(s?)$/iu, "en$1"],
  [/ière(s?)$/iu, "ier$1"],
  [/(ll|g)[èe]re(s?)$/iu, "$1er$2"],
  [/iere(s?)$/iu, "ier$1"],
  [/effe(s?)$/iu, "ef$1"],
  [/([éui])e(s?)$/iu, "$1$2"],
];

function masculineOf(word: string): string[] {
  const found = MASCULINE.find(([feminine]) => word.length > 3 && feminine.test(word));
  return found ? [word.replace(...found)] : [];
}

export const isName = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);
/** Phones write the first word of all so. */
export const isNameWithin = (word: string, typed: string) => isName(word) && !typed.trimStart().startsWith(word);

/** Words as texts mostly say them. */
export const inMasculine = (words: string): string =>
  words
    .split(" ")
    .map((word) => masculineOf(word)[0] ?? word)
    .join(" ");

/** Adjectives as the groups of synonyms say them: « territoriale », « associatives ». */
const ADJECTIVES: readonly [RegExp, string][] = [
  [/(ales?|aux)$/iu, "al"],
  [/elles?$/iu, "el"],
  [/ives?$/iu, "if"],
];

const asAdjectives = (words: string): string =>
  words
    .split(" ")
    .map((word) => {
      const found = ADJECTIVES.find(([ending]) => word.length > 5 && ending.test(word));
      return found ? word.replace(...found) : word;
    })
    .join(" ");

/** « est-ce » and « faut-il » are made of such words. */
export const isFunctionWord = (word: string): boolean =>
  wordKey(word)
    .split(" ")
    .every((part) => emptyWords.has(part));

/** The stemmer leaves the plural of words so short: « élus ». */
const SHORT = 4;
const numbers = (word: string): string[] => {
  if (word.length > SHORT + 1 || word.length < 3) return [word];
  return word.endsWith("s") ? [word, word.slice(0, -1)] : [word, `${word}s`];
};

/** A word, its masculine, its plural, the same without its hyphens, and its parts one after the other. */
const spellings = (word: string): string[] => [
  ...new Set(
    [word, ...masculineOf(word)]
      .flatMap(numbers)
      .flatMap((form) => (form.includes("-") ? [form, form.replaceAll("-", ""), form.replaceAll("-", " ")] : [form])),
  ),
];

type Groups = ReadonlyMap<string, readonly string[]>;

/** A phrase as it is compared: « mesure impact » is « mesure d’impact ». */
function phraseKey(words: string): string {
  const keys = wordKey(words).split(" ");
  return keys.filter((key, rank) => rank === 0 || rank === keys.length - 1 || !emptyWords.has(key)).join(" ");
}

const SHORTEST_SLIPPED = 10;

/** The phrase that editors keep and that was typed with a slip: the stems of its words may hide it from the index. */
function slipOf(key: string, groups: Groups): string | undefined {
  if (key.length < SHORTEST_SLIPPED || !key.includes(" ")) return undefined;
  return [...groups.keys()].find((known) => known.includes(" ") && isSlip(key, known));
}

function groupsBy(synonyms: readonly (readonly string[])[]): Groups {
  const groups = new Map<string, readonly string[]>();
  for (const group of synonyms) {
    for (const word of group) {
      const key = phraseKey(word);
      groups.set(key, [...(groups.get(key) ?? []), ...group]);
    }
  }
  return groups;
}

let latest: { said: string; groups: Groups } = { said: "", groups: new Map() };

/** Each search reads the synonyms anew, and they hardly ever change. */
function groupsOf(synonyms: Vocabulary["synonyms"] = []): Groups {
  const said = JSON.stringify(synonyms);
  if (latest.said !== said) latest = { said, groups: groupsBy(synonyms) };
  return latest.groups;
}

const OWN = new Set("mon ma mes notre nos".split(" "));
const ASKERS = new Set(
  "association commune mairie collectivité intercommunalité entreprise société PME fondation structure organisation village ville équipe"
    .split(" ")
    .map(wordKey),
);

/** Whether a word tells who asks, and not what is asked: « notre association ». */
const isAsker = (before = "", word = "", after = "") =>
  OWN.has(wordKey(before)) && ASKERS.has(wordKey(word)) && (!after || isFunctionWord(after));

/** The longest known phrase first; no term when only function words were typed. */
export function readTerms(typed: string, { synonyms, lexemes = new Map() }: Vocabulary = {}): Term[] {
  const groups = groupsOf(synonyms);
  const words = typed
    .split(SEPARATORS)
    .map((word) => word.replace(/^[-&]+|(?<![-&])[-&]+$/g, ""))
    .filter(Boolean);
  const terms: Term[] = [];
  const askers: Term[] = [];
  for (let start = 0; start < words.length; ) {
    const [length, term] = termAt(words.slice(start, start + LONGEST_PHRASE), groups, lexemes);
    if (term) (length === 1 && isAsker(words[start - 1], words[start], words[start + 1]) ? askers : terms).push(term);
    start += length;
  }
  return terms.length ? terms : askers;
}

/** Typed, and not looked for: the stem of « s’associer » is that of « association ». */
const REFLEXIVE = /^(se |s[’' ])/iu;

/** The longest known phrase that begins a list, else its first word, and how many words it takes. */
function termAt(
  words: readonly string[],
  groups: Groups,
  lexemes: ReadonlyMap<string, string>,
): [length: number, term: Term | null] {
  for (let length = words.length; length > 0; length -= 1) {
    const typed = words.slice(0, length).join(" ");
    const names = [...new Set([typed, inMasculine(typed), asAdjectives(inMasculine(typed))])];
    const exact = names.flatMap((name) => groups.get(phraseKey(name)) ?? []);
    const slip = exact.length ? undefined : slipOf(phraseKey(typed), groups);
    const synonyms = slip ? (groups.get(slip) ?? []) : exact;
    const lexeme = [...names, ...synonyms].flatMap((name) => lexemes.get(wordKey(name)) ?? [])[0];
    const meant = slip && synonyms.find((name) => phraseKey(name) === slip);
    if (synonyms.length || lexeme) {
      const said = synonyms.filter((name) => !REFLEXIVE.test(name));
      const isSaid = said.length === 0 || !REFLEXIVE.test(typed);
      const own = isSaid ? spellings(meant ?? typed) : [];
      const forms = [...new Set([...(isSaid ? spellings(typed) : []), ...said])];
      return [length, { typed, own, forms, lexeme, meant }];
    }
  }
  const [typed = ""] = words;
  return [1, isFunctionWord(typed) ? null : { typed, own: spellings(typed), forms: spellings(typed) }];
}

/** What readTerms leaves out: the words that ask. */
export const functionWordsOf = (typed: string): string => typed.split(SEPARATORS).filter(isFunctionWord).join(" ");

const MOST_WORDS = 8;

/** The words by which somebody is looked for, in any order; an address stays whole. */
export const personWords = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/u)
    .flatMap((word) => (word.includes("@") ? [word] : word.split(/[^\p{L}\p{M}\p{N}._+]+/u)))
    .filter(Boolean)
    .slice(0, MOST_WORDS);
