import { defineConfig } from 'vitest/config'

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
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.fixture.ts', '**/test-kit.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
})
