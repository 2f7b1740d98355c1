import { defineConfig } from "@playwright/test";

const chromium = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./global-setup.ts",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../../test-results/e2e.json" }]],
  use: {
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    locale: "en-US",
    timezoneId: "America/New_York",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [
    {
      name: "desktop",
      testMatch: /.*\.desktop\.spec\.ts/,
      use: { viewport: { width: 1360, height: 900 } },
    },
    {
      name: "phone",
      testMatch: /.*\.phone\.spec\.ts/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: "any",
      testMatch: /^(?!.*\.(desktop|phone)\.spec\.ts).*\.spec\.ts/,
      use: { viewport: { width: 1360, height: 900 } },
    },
  ],
});
