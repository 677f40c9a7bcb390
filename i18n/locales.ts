/** The languages of the product; the first is the fallback. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

/** Holds the language somebody chose; without it the browser's list decides. */
export const LOCALE_COOKIE = 'NEXT_LOCALE';

/** The names of the languages, each in itself. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' };

export function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
