import { mkdir } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type ApiClient, registerClient } from '../tests/http/api-client';
import { findChromium } from '../tests/services/find-chromium';
import { startNetdisk } from '../tests/start-netdisk';

// `npm run screenshots`: the pictures of docs/screenshots, of a drive with realistic content, always the same way.

const FOLDER = 'docs/screenshots';
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

interface Look {
  name: string;
  path: string;
  locale: 'en' | 'zh-CN';
  scheme: 'light' | 'dark';
  size: typeof WIDE;
  /** What must be there before the picture is taken. */
  shows: string;
}

async function main(): Promise<void> {
  const netdisk = await startNetdisk({ mode: 'embedded' });
  const executablePath = findChromium(process.env);
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await mkdir(FOLDER, { recursive: true });
    const client = await registerClient(netdisk.url, 'Mei Lin');
    const shareBatchNum = await fillDrive(client);
    for (const look of looks(shareBatchNum)) await takePicture(browser, client, look);
  } finally {
    await browser.close();
    await netdisk.stop();
  }
}

async function fillDrive(client: ApiClient): Promise<string> {
  const reports = await client.createFolder('Reports 2026');
  const photos = await client.createFolder('照片');
  await client.createFolder('Contracts');
  await client.createFolder('会议纪要');
  const names = [
    '年度报告2026.pdf',
    'Annual-Report.docx',
    'budget_v12.xlsx',
    '产品需求文档.md',
    'team-offsite.jpg',
    'keynote.pptx',
  ];
  for (const [position, name] of [
    ...names,
    'backup.zip',
    'interview.mp3',
    'demo.mp4',
    'readme.txt',
  ].entries()) {
    await client.upload(name, 'x'.repeat(1_300 * (position + 1) ** 3));
  }
  await client.upload('季度报告 Q3.pdf', 'x'.repeat(52_000), { parentId: reports.id });
  await client.upload('report-draft.txt', 'draft', { parentId: reports.id });
  await client.upload('海边日落.jpg', 'x'.repeat(812_000), { parentId: photos.id });
  const old = await client.upload('old-notes.txt', 'old');
  await client.remove(old.id);
  await client.share({ entryIds: [photos.id], ttlSeconds: 7 * 86_400, extractionCode: true });
  return (await client.share({ entryIds: [reports.id, photos.id], ttlSeconds: 1_800 })).shareBatchNum;
}

function looks(shareBatchNum: string): Look[] {
  const share = `/s/${shareBatchNum}`;
  const english = { locale: 'en', shows: 'Annual-Report.docx' } as const;
  const chinese = { locale: 'zh-CN', shows: '年度报告2026.pdf' } as const;
  return [
    { ...english, name: 'files-en-light', path: '/files', scheme: 'light', size: WIDE },
    { ...chinese, name: 'files-zh-dark', path: '/files', scheme: 'dark', size: WIDE },
    { ...english, name: 'files-en-dark-phone', path: '/files', scheme: 'dark', size: PHONE },
    { ...chinese, name: 'search-zh-light', path: '/search?q=报告', scheme: 'light', size: WIDE },
    { ...english, name: 'search-en-dark-phone', path: '/search?q=report', scheme: 'dark', size: PHONE },
    { ...english, name: 'shares-en-light', path: '/shares', scheme: 'light', size: WIDE, shows: '照片' },
    {
      ...chinese,
      name: 'shares-zh-light-phone',
      path: '/shares',
      scheme: 'light',
      size: PHONE,
      shows: '照片',
    },
    {
      ...english,
      name: 'share-en-dark-phone',
      path: share,
      scheme: 'dark',
      size: PHONE,
      shows: 'Reports 2026',
    },
    { ...chinese, name: 'share-zh-light', path: share, scheme: 'light', size: WIDE, shows: 'Reports 2026' },
    {
      ...chinese,
      name: 'recycle-bin-zh-dark',
      path: '/recycle-bin',
      scheme: 'dark',
      size: WIDE,
      shows: 'old-notes.txt',
    },
    {
      ...english,
      name: 'settings-en-light',
      path: '/settings',
      scheme: 'light',
      size: WIDE,
      shows: 'Mei Lin',
    },
  ];
}

async function takePicture(browser: Browser, client: ApiClient, look: Look): Promise<void> {
  const context = await browser.newContext({
    baseURL: client.url,
    colorScheme: look.scheme,
    viewport: look.size,
    reducedMotion: 'reduce',
    // A device of the size; `hasTouch` gives the larger targets of phones.
    hasTouch: look.size === PHONE,
    deviceScaleFactor: look.size === PHONE ? 2 : 1,
  });
  const { hostname } = new URL(client.url);
  await context.addCookies([
    { name: 'NEXT_LOCALE', value: look.locale, domain: hostname, path: '/' },
    ...cookiesOf(client.cookie, hostname),
  ]);
  const page: Page = await context.newPage();
  await page.goto(look.path);
  await page.getByRole('main').getByText(look.shows).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}/${look.name}.png` });
  await context.close();
}

function cookiesOf(
  header: string,
  domain: string,
): { name: string; value: string; domain: string; path: string }[] {
  return header.split('; ').map((pair) => {
    const separator = pair.indexOf('=');
    return { name: pair.slice(0, separator), value: pair.slice(separator + 1), domain, path: '/' };
  });
}

await main();
