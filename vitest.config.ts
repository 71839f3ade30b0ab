import { defineConfig } from 'vitest/config'

const common = {
  environment: 'node',
  pool: 'forks',
  setupFiles: ['scripts/lib/seeded.mjs'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const

/** They start PostgreSQL and whole servers of their own, so a run's shared database is nothing to them. */
const processTests = ['apps/server/src/{commands,platform/faults,platform/process,platform/postgres}/**/*.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/{web,cli}/src/**/*.test.{ts,tsx}', 'verify/*.test.ts'],
          ...common,
        },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          exclude: processTests,
          globalSetup: ['apps/server/src/platform/testing/global-setup.ts'],
          ...common,
          // Each file has a database of its own; to read the server's thousand modules anew for each took a quarter of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'process',
          include: processTests,
          ...common,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/build.mjs'],
          ...common,
          // Two years are played at once: a browser waits for its page for most of its time.
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
