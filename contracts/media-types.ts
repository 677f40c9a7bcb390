/** Shown by browsers without running anything. Everything else is saved, never shown. */
const SHOWN =
  /^(?:image\/(?!svg)|audio\/|video\/|text\/(?!html|xml|javascript|ecmascript)|application\/pdf$)/i;

/** Whether the content of such a file is sent to be shown; pages link to nothing else to be looked at. */
export function isShownByBrowsers(mimeType: string): boolean {
  return SHOWN.test(mimeType);
}
