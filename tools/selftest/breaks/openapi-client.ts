import type { Trial } from '../trial.js'

const file = 'packages/sandbox/openapi.json'

export const openapiClient: Trial = {
  breaks: [
    {
      by: 'a document in which an operation is elsewhere than in the platform',
      apply: (copy) => copy.replace(file, '"/v1/feedback/{id}/take"', '"/v1/feedback/{id}/grab"'),
      says: /feedback\/\{id\}\/take/,
    },
  ],
}
