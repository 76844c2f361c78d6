/** « est-elle », « allons-nous »: a line that ends at this hyphen reads as another word. */
const INVERSION = /(?<!\p{L})\p{L}+-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce)(?!\p{L})/iu;

export function Unbroken({ text }: { text: string }) {
  const found = INVERSION.exec(text);
  if (!found) return text;
  const [word] = found;
  return (
    <>
      {text.slice(0, found.index)}
      <span className="sm:whitespace-nowrap">{word}</span>
      <Unbroken text={text.slice(found.index + word.length)} />
    </>
  );
}
