import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Between them: both themes, both languages, a desk and a phone. */
export const LOOKS = [
  { colorScheme: 'light', locale: 'en', size: { width: 1280, height: 800 } },
  { colorScheme: 'dark', locale: 'zh-CN', size: { width: 390, height: 844 } },
] as const;
export type Look = (typeof LOOKS)[number];

export function describeLook({ colorScheme, locale, size }: Look): string {
  return `${colorScheme}, ${locale}, ${size.width} px`;
}

export async function wear(page: Page, look: Look, url: string): Promise<void> {
  await page.context().addCookies([{ name: 'NEXT_LOCALE', value: look.locale, url }]);
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize(look.size);
}

/** What axe has to say about the page once it stands still: what fades is pale, and is not judged while it does. */
export async function findings(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const isFading = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Infinity;
    return !document.querySelector('[aria-busy="true"]') && !document.getAnimations().some(isFading);
  });
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} (${new URL(page.url()).pathname})`,
    ),
  );
}
