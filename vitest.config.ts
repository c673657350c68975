import { defineConfig } from 'vitest/config'

/** The sandbox's tests run once more on a PostgreSQL server, each file in a database of its own. */
const server = process.env['DATABASE_URL'] ?? ''
const onServer = {
  extends: true as const,
  test: {
    name: 'postgres',
    include: ['packages/sandbox/src/**/*.test.ts'],
    exclude: ['**/database/postgres.test.ts'],
    env: { SANDBOX_TEST_SERVER: server },
  },
}

const conditions = ['@tiemchung/source', 'node']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'tests/**/*.test.ts',
      'tools/**/*.test.ts',
      'bench/*.test.ts',
      'examples/clinic-day/src/**/*.test.ts',
    ],
    environment: 'node',
    // They end what hangs; how busy the machine is must not decide a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [{ extends: true, test: { name: 'unit' } }, ...(server === '' ? [] : [onServer])],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.fixture.ts', '**/test-kit.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
})
