import { fromBase64 } from '@tiemchung/core'
import { type PathQuery, verifyPath } from '@tiemchung/x509'
import { readHalves } from '../halves.js'
import { judge, type Suite } from '../suite.js'

interface Case {
  readonly id: string
  readonly cat: string
  readonly scope: string
  readonly expect: 'SUCCESS' | 'FAILURE'
  readonly kind: 'SERVER' | 'CLIENT'
  readonly roots: readonly number[]
  readonly inters: readonly number[]
  readonly leaf: number
  readonly crls?: readonly number[]
  readonly time: string
  readonly maxDepth?: number | null
}

interface Half {
  readonly ders: readonly string[]
  readonly cases: readonly Case[]
}

const usages = { SERVER: '1.3.6.1.5.5.7.3.1', CLIENT: '1.3.6.1.5.5.7.3.2' }

function queryOf(one: Case, at: (index: number) => Uint8Array): PathQuery {
  return {
    leaf: at(one.leaf),
    intermediates: one.inters.map(at),
    anchors: one.roots.map((index) => ({ certificate: at(index) })),
    at: new Date(one.time),
    purpose: { id: one.kind, extendedKeyUsage: [usages[one.kind]], acceptsUnrestricted: true },
    ...(one.crls?.length ? { revocation: { crls: one.crls.map(at) } } : {}),
    ...(typeof one.maxDepth === 'number' ? { budget: { intermediates: one.maxDepth } } : {}),
  }
}

/**
 * x509-limbo. The rules of other profiles (`pedantic`, `webpki`, `hostname`) are not this package's, and
 * count in groups of their own and not as cases.
 */
export const limbo: Suite = {
  name: 'limbo',
  folder: 'x509-limbo',
  async *run(folder) {
    for (const { ders, cases } of readHalves<Half>(folder)) {
      const at = (index: number) => fromBase64(ders[index] ?? '')
      for (const one of cases) {
        const query = queryOf(one, at)
        const outcome = await judge(
          one.id,
          one.expect === 'SUCCESS',
          async () => (await verifyPath(query)).verdict === 'valid',
          one.scope === 'core' ? one.cat : `${one.scope}/${one.cat}`,
        )
        yield one.scope === 'core' ? outcome : { ...outcome, apart: true }
      }
    }
  },
}
