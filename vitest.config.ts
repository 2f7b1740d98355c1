import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const database = {
  globalSetup: ["tests/support/database.ts"],
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      "server-only": fileURLToPath(new URL("tests/support/server-only.ts", import.meta.url)),
    },
  },
  test: {
    env: { TZ: process.env.TZ ?? "Asia/Kathmandu" },
    // A ceiling that a busy machine does not reach.
    testTimeout: 30_000,
    // Vitest leaves one core free, which of two is half.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        // They share no state to be kept apart from: one loading of the modules for all of them.
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], isolate: false },
      },
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"] },
      },
      { extends: true, test: { name: "pdf", include: ["tests/pdf/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: { name: "integration", include: ["tests/integration/**/*.test.ts"], ...database },
      },
      {
        extends: true,
        test: { name: "access", include: ["tests/access/**/*.test.ts"], ...database },
      },
    ],
  },
});
