import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onPath() {
  for (const directory of (process.env.PATH ?? "").split(path.delimiter))
    for (const name of NAMES) {
      const file = path.join(directory, name);
      if (isExecutable(file)) return file;
    }
  return null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Proves that it starts: on some systems `chromium` is only a note that it moved elsewhere. @param {string} file */
function starts(file) {
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function install() {
  const isRoot = process.getuid?.() === 0;
  const aptGet = "/usr/bin/apt-get";
  if (!isRoot || !existsSync(aptGet)) return;
  console.log("Installing Chromium with apt-get …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync(aptGet, ["update", "-qq"], { stdio: "inherit", env });
    execFileSync(aptGet, ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env,
    });
  } catch {
    // Said by the caller.
  }
}

/**
 * The browser for tests and pictures: CHROMIUM_PATH, else Playwright's own, else one on the PATH, else
 * installed with apt-get where that is possible.
 * @returns {Promise<string>} path of the executable
 * @throws {Error} with one sentence when there is none
 */
export async function chromiumPath() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (isExecutable(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, which is no program.`);
  }
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  let found = onPath();
  if (!found || !starts(found)) {
    install();
    found = onPath();
  }
  if (found && starts(found)) return found;
  throw new Error(
    "No Chromium for the browser tests: install one (npx playwright install --with-deps chromium) or set CHROMIUM_PATH.",
  );
}
