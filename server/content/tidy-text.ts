/**
 * Unicode's own bound for text that is to be normalised in linear time: no language stacks more.
 * @see https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const MARKS_TOO_MANY = /(\p{M}{30})\p{M}+/gu;

/**
 * Text as it is kept: no control characters, runs of white space as one, 30 marks on a letter at most, cut to so many
 * UTF-16 units.
 */
export function tidyText(text: string, characters: number): string {
  return (
    text
      // Twice as much as is kept: white space is still to be taken out, and more would only cost time.
      .slice(0, characters * 2)
      .replace(/[^\P{Cc}\s]|\p{Cs}|\uFFFD/gu, '')
      .replace(MARKS_TOO_MANY, '$1')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n\s*/g, '\n')
      .trim()
      .slice(0, characters)
      // The cut may have left half a pair.
      .replace(/\p{Cs}/gu, '')
  );
}
