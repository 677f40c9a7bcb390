'use server';
import { cookies } from 'next/headers';
import { isLocale, LOCALE_COOKIE } from './locales';

const ONE_YEAR_SECONDS = 31_536_000;

/** Remembers the chosen language in this browser; the page then renders in it. An unknown one is ignored. */
export async function setLocale(locale: string): Promise<void> {
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, { path: '/', maxAge: ONE_YEAR_SECONDS, sameSite: 'lax' });
}
