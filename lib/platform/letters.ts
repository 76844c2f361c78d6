/** Latin letters that no decomposition reduces to a plain one, as `search_fold` of the database also reads them. */
const READ_AS: Record<string, string> = {
  a: "ⱥᴀᶏɑɐ",
  aa: "ꜳ",
  ae: "æᴁ",
  ao: "ꜵ",
  au: "ꜷ",
  av: "ꜹꜻ",
  ay: "ꜽ",
  b: "ƀɓƃʙᴃᵬᶀ",
  c: "ƈȼɕᴄꞓ",
  d: "ðđɖɗƌȡᴅᴆᵭᶁᶑꝱꝺ",
  db: "ȸ",
  dz: "ʣʥ",
  e: "ɛɇᴇᶒᶓⱸəǝɘ",
  f: "ƒᵮᶂꜰꝼ",
  g: "ɠǥɡɢʛᶃꞡɣᵹ",
  h: "ħɦɧʜⱨ",
  hv: "ƕ",
  i: "ıɨɪᵻᶖɩ",
  j: "ȷɉɟʝᴊ",
  k: "ƙᴋᶄⱪꝁꝃꝅꞣ",
  l: "łƚȴɫɬɭʟᴌᶅⱡꝇꝉꝲƛ",
  ll: "ỻ",
  ls: "ʪ",
  lz: "ʫ",
  m: "ɱᴍᵯᶆꝳ",
  n: "ŋɲƞȵɳɴᵰᶇꝴꞑꞥ",
  o: "øᴏⱺꝋꝍɔɵɒ",
  oe: "œɶ",
  oi: "ƣ",
  oo: "ꝏ",
  ou: "ȣ",
  p: "ƥᴘᵱᵽᶈꝑꝓꝕ",
  q: "ĸʠꝗꝙ",
  qp: "ȹ",
  r: "ʀɍɼɽɾᵲᵳᶉꝵꝶꞧɹʁ",
  s: "ȿʂᵴᶊẜẝꜱꞩʃƨ",
  ss: "ß",
  t: "ŧƫƭʈȶⱦᴛᵵꝷꞇ",
  th: "þᵺꝥꝧ",
  ts: "ʦ",
  u: "ʉᴜᵾᶙʊɯ",
  ue: "ᵫ",
  v: "ʋᴠᶌỽⱱⱴꝟʌ",
  vy: "ꝡ",
  w: "ᴡⱳƿꟃ",
  x: "ᶍ",
  y: "ƴɏʏỿ",
  z: "ƶȥɀʐʑᴢᵶᶎⱬʒ",
};

const PLAIN = new Map(
  Object.entries(READ_AS).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain])),
);

/** How words are compared everywhere: lower case, no accent, every Latin letter as one or two of the plain twenty-six. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(?![a-z])\p{Script=Latin}/gu, (letter) => PLAIN.get(letter) ?? letter);
