// Every single character of a text and every two neighbours, by which spans of it are found.

/** What a row stores of a text. Some come twice, here and in what is asked. */
export function storedGrams(text: string): string[] {
  return [...Array.from(text), ...pairsOf(text)];
}

/** What a span is asked for by: its pairs alone, for its characters stand in many more names. */
export function askedGrams(span: string): string[] {
  const pairs = pairsOf(span);
  return pairs.length > 0 ? pairs : Array.from(span);
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
