import type { Locator, Page } from '@playwright/test';

/** The hits on the page of results. */
export const hits = (page: Page): Locator => page.getByRole('main').locator('[data-hit]');

/** The box that searches the drive, on every page of it. */
export const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search your files' });
