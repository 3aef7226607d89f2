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

/** Every spec runs at both sizes, with and without JavaScript. */
const projects: PlaywrightTestConfig['projects'] = Object.entries(sizes).flatMap(([name, viewport]) =>
  [true, false].map((javaScriptEnabled) => ({
    name: `${name}${javaScriptEnabled ? '' : '-plain'}`,
    use: { viewport, javaScriptEnabled },
    // Specs of what only WebAssembly adds are excused from the runs without JavaScript.
    testIgnore: javaScriptEnabled ? undefined : '**/*.hydrate.spec.ts',
  })),
);

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
