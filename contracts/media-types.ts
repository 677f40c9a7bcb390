import { groupOfExtension } from './file-types';

/** Shown by browsers without running anything. Everything else is saved, never shown. */
const SHOWN =
  /^(?:image\/(?!svg)|audio\/|video\/|text\/(?!html|xml|javascript|ecmascript)|application\/pdf$)/i;

/** Whether the content of such a file is sent to be shown; pages link to nothing else to be looked at. */
export function isShownByBrowsers(mimeType: string): boolean {
  return SHOWN.test(mimeType);
}

/** The most of a file that is sent as text (`?as=text`), in bytes. */
export const MAX_TEXT_BYTES = 1_048_576;

const TEXT_TYPES =
  /^(?:text\/|application\/(?:javascript|ecmascript|sql|toml|yaml|x-sh|x-tex|x-perl|x-ndjson)$|[^/]+\/(?:.+\+)?(?:json|xml)$)/i;

/** Text that neither the registry of media types nor the groups of files know as such. */
const TEXT_EXTENSIONS = new Set(
  'jsonl ndjson jsonc geojson less sass graphql proto gradle properties env lock cfg diff patch bat cmd ps1 r pl tex dart scala clj ex exs erl hs jl zig nim groovy'.split(
    ' ',
  ),
);

/**
 * Whether a file can be read as text, whatever else it is: then `?as=text` gives its letters as `text/plain`, which
 * no browser runs. `extension` in lower case, without the dot.
 */
export function isReadAsText({ mimeType, extension }: { mimeType: string; extension: string }): boolean {
  const group = groupOfExtension(extension);
  if (group === 'code' || group === 'text' || TEXT_EXTENSIONS.has(extension)) return true;
  return TEXT_TYPES.test(mimeType);
}
