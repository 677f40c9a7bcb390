import { defineConfig } from '@playwright/test';
import type { NetdiskOptions } from './e2e/fixtures';
import { findChromium } from './tests/services/find-chromium';

const executablePath = findChromium(process.env);

export default defineConfig<object, NetdiskOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/build-app.ts',
  outputDir: 'test-results',
  // A test that needs a second try is a test that lies.
  retries: 0,
  // Each worker runs a Netdisk of its own; two fill the two cores of the smallest machine.
  workers: 2,
  forbidOnly: true,
  // What hangs ends here, and nothing else: in some hours of a machine that others share, axe reading every page took
  // more than 60 s, and the first page of a PDF more than 10 s.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'embedded', use: { mode: 'embedded' } },
    { name: 'real', use: { mode: 'real' } },
  ],
});
