import type { Decisions } from './decision.js'

export const sandboxDecisions: Decisions = {
  reasons: {
    '@tiemchung/sandbox#createSandbox':
      'each call starts a database and makes keys, for seconds; it is given no person before it is up',
  },
  recipes: {},
}
