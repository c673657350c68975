import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vitest/config'

const everything = {
  extends: true as const,
  test: {
    name: 'unit',
    include: [
      'packages/*/src/**/*.test.ts',
      'tests/**/*.test.ts',
      'tools/**/*.test.ts',
      'bench/*.test.ts',
      'examples/clinic-day/src/**/*.test.ts',
    ],
  },
}

/** The sandbox's tests run once more on a PostgreSQL server, each file in a database of its own. */
const server = process.env['DATABASE_URL'] ?? ''
const onServer = {
  extends: true as const,
  test: {
    name: 'postgres',
    include: ['packages/sandbox/src/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/database/postgres.test.ts'],
    env: { SANDBOX_TEST_SERVER: server },
  },
}

/** The rules about days once more in zones far ahead, at half an hour, and behind: no zone may matter. */
const zones = ['Asia/Ho_Chi_Minh', 'America/St_Johns', 'Pacific/Apia']
const inZones = zones.map((zone) => ({
  extends: true as const,
  test: {
    name: zone,
    include: ['packages/eligibility/src/engine/*.prop.test.ts'],
    env: { TZ: zone },
  },
}))

const seeded = fileURLToPath(new URL('tools/check/fast-check.ts', import.meta.url))

/** Properties draw their cases from a fixed seed in CI: everybody's fast-check but its own is that file. */
const fixedSeed: Plugin = {
  name: 'fixed-seed',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fast-check' && importer !== seeded ? seeded : undefined,
}

const conditions = ['@tiemchung/source', 'node']

export default defineConfig({
  plugins: [fixedSeed],
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // What a project extends is added to its own: which files it runs is said there alone.
    projects: [everything, ...inZones, ...(server === '' ? [] : [onServer])],
    environment: 'node',
    // One less than the cores, the default, leaves half of a machine with two of them idle.
    maxWorkers: '100%',
    // They end what hangs; how busy the machine is must not decide a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: [
        '**/*.test.ts',
        '**/*.fixture.ts',
        '**/test-kit.ts',
        // Runs in a browser, where tests/stores sees to every line of the suite; nothing is counted there.
        'packages/clinic/src/store/indexed-db/**',
      ],
      reporter: ['text-summary', 'json-summary'],
    },
  },
})
