import type { JsonValue } from '@tiemchung/core'
import { checkPayload } from '@tiemchung/certificates/verify'
import { judge, type Suite } from '../suite.js'

/** A payload of a folder: `test/invalid` must be refused, `test/valid` and `examples` are sound. */
const payloadFile = /^(?:examples\/.+|test\/(?:in)?valid\/.+)\.json$/

/** The EU's schema 1.3.3: payloads that it takes and refuses, by our own checker without any liberty. */
export const dccSchema: Suite = {
  name: 'dcc-schema',
  folder: 'dcc-schema',
  files: payloadFile,
  whole: true,
  *judge({ id, value }) {
    const type = (id.split('/').at(-1) ?? '').split('-')[0] ?? ''
    const named: Readonly<Record<string, string>> = { V: 'vaccination', T: 'test', R: 'recovery' }
    const folder = /^examples\/([a-z]+)\//.exec(id)?.[1]
    const expected = folder ?? named[type]
    yield judge(id, !id.startsWith('test/invalid/'), () => {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new TypeError('a case that is no payload')
      const reading = checkPayload(value as JsonValue)
      const known = expected === undefined || reading.type === expected
      return reading.issues.length === 0 && known
    })
  },
}
