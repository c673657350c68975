import type { App } from '../app/operation-spec.js'
import { withNamedSchemas } from './components.js'
import { problemExample } from './problems.js'
import { tags } from './tags.js'

const info = {
  title: 'tiemchung platform',
  version: '1',
  description:
    'The HTTP API that the tiemchung clients speak and the sandbox serves: sessions, identity, records, certificates, feedback, days. Every refusal is a problem (RFC 9457) with a stable code and a sentence in Vietnamese and English. People in the examples are invented.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
}

/** The examples that a part of a document refers to, by name and in order. */
function examplesIn(paths: object): Record<string, object> {
  const found = JSON.stringify(paths).matchAll(/"#\/components\/examples\/([^"]+)"/g)
  const names = [...new Set([...found].map(([, name = '']) => name))].sort()
  return Object.fromEntries(names.map((name) => [name, problemExample(name)]))
}

/** The OpenAPI 3.1 document of the platform. */
export function openApiDocument(app: App): object {
  const generated = app.getOpenAPI31Document({ openapi: '3.1.0', info })
  const { paths, schemas } = withNamedSchemas(generated.paths ?? {})
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: 'http://127.0.0.1:8787', description: 'A sandbox on this machine' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas,
      examples: examplesIn(paths),
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'bearer',
          description: 'The access token of a session: POST /v1/sessions, then its answer.',
        },
      },
    },
  }
}
