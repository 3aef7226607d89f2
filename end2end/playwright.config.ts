import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const sizes = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };

/** Specs of what only WebAssembly adds. */
const HYDRATED = '**/*.hydrate.spec.ts';
/** Tasks done with the keys alone, which belong to a desk; the crawl goes with the keys over every page of the phone. */
const KEYBOARD = '**/keyboard*.spec.ts';
/** Every page as everybody: without JavaScript the markup is the same, so that the narrow one shows what spills over. */
const CRAWL = '**/crawl.spec.ts';

/** What people wrote does not run, and what a provider does wrong is refused, whatever the width. */
const ONE_WIDTH = ['**/hostile*.spec.ts', '**/oidc-faults.spec.ts'];

/** Every spec runs at both sizes, with and without JavaScript, but where that would show nothing new. */
const runs = [
  { name: 'wide', viewport: sizes.wide, javaScriptEnabled: true, testIgnore: [] },
  { name: 'wide-plain', viewport: sizes.wide, javaScriptEnabled: false, testIgnore: [HYDRATED, CRAWL, ...ONE_WIDTH] },
  { name: 'phone', viewport: sizes.phone, javaScriptEnabled: true, testIgnore: [KEYBOARD, ...ONE_WIDTH] },
  { name: 'phone-plain', viewport: sizes.phone, javaScriptEnabled: false, testIgnore: [HYDRATED, KEYBOARD] },
];

const projects: PlaywrightTestConfig['projects'] = runs.map(({ name, testIgnore, ...use }) => ({ name, testIgnore, use }));

export default defineConfig({
  testDir: 'tests',
  outputDir: process.env.TAVOLO_E2E_OUTPUT ?? 'test-results',
  // Each worker serves itself a copy of the demo region; two keep two cores busy.
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['./counts.ts']],
  projects,
  use: {
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    screenshot: 'only-on-failure',
    // Where the focus goes, the page is at once.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.TAVOLO_CHROMIUM ?? '/usr/bin/chromium',
      args: flags,
    },
  },
});
