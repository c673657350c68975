import type { Trial } from '../trial.js'

const file = 'packages/sandbox/openapi.json'
const agreed = 'tools/openapi/agreed/openapi.json'

export const openapi: Trial = {
  breaks: [
    {
      by: 'a document that is not what the routes say',
      apply: (copy) => copy.replace(file, '/v1/trust-list', '/v1/trusted-list'),
      says: /openapi\.json:\d+: not what the routes say/,
    },
    {
      by: 'a document that is not OpenAPI',
      apply: (copy) => copy.replace(file, '"operationId"', '"operationsId"'),
      says: /openapi\.json:\d+:\d+: .*operationsId/,
    },
    {
      by: 'a parameter that clients were promised more of',
      apply: (copy) => copy.replace(agreed, '"maximum":500', '"maximum":900'),
      says: /breaks clients: GET .*: query limit: maximum 900, and not 500/,
    },
  ],
}
