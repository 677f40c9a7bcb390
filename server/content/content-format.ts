/** How the text of a file is got at. */
export type ContentFormat = 'text' | ParsedFormat;

/** Those that a process of its own reads, one for each file. */
export type ParsedFormat = 'html' | 'pdf' | 'office' | 'mail';

const EXTENSIONS: Record<ContentFormat, string> = {
  text: `txt text md markdown rst log csv tsv json jsonl ndjson yaml yml toml ini conf cfg env properties xml svg tex bib
    srt vtt sql sh bash zsh ps1 bat js mjs cjs jsx ts mts cts tsx vue svelte css scss less py rb php java kt kts scala
    go rs c h cc cpp cxx hpp cs swift m mm dart lua pl r jl hs ex exs erl clj groovy gradle proto graphql tf diff patch`,
  html: 'html htm xhtml',
  pdf: 'pdf',
  office: 'docx xlsx pptx odt ods odp epub',
  mail: 'eml',
};

const FORMATS = new Map(
  Object.entries(EXTENSIONS).flatMap(([format, extensions]) =>
    // The keys of the table above are formats.
    extensions.split(/\s+/).map((extension) => [extension, format as ContentFormat] as const),
  ),
);

/** Null where nothing can be read. */
export function formatOf(extension: string): ContentFormat | null {
  return FORMATS.get(extension.toLowerCase()) ?? null;
}

/** Some extension of files of that format. */
export function extensionOf(format: ContentFormat): string {
  return EXTENSIONS[format].split(/\s+/)[0] ?? format;
}

/** A format as a row of the database has it; null where it is none. */
export function knownFormat(format: string): ContentFormat | null {
  return format in EXTENSIONS ? (format as ContentFormat) : null;
}
