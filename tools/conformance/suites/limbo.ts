import { type PathQuery, verifyPath } from '@tiemchung/x509'
import { bytesOfBase64, casesIn, instantOf, isFirst } from '../read-case.js'
import { type CaseOutcome, judge, type Suite, type SuiteWorld } from '../suite.js'

interface Case {
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
}

const usages = { SERVER: '1.3.6.1.5.5.7.3.1', CLIENT: '1.3.6.1.5.5.7.3.2' }

function queryOf(one: Case, { ders }: Half, { crypto }: SuiteWorld): PathQuery {
  const at = (index: number) => bytesOfBase64(ders[index])
  const { crls = [], kind, maxDepth } = one
  return {
    leaf: at(one.leaf),
    intermediates: one.inters.map(at),
    anchors: one.roots.map((index) => ({ certificate: at(index) })),
    at: instantOf(one.time),
    purpose: { id: kind, extendedKeyUsage: [usages[kind]], acceptsUnrestricted: true },
    ...(crls.length > 0 ? { revocation: { crls: crls.map(at) } } : {}),
    ...(typeof maxDepth === 'number' ? { budget: { intermediates: maxDepth } } : {}),
    crypto,
  }
}

async function judgeCase(
  id: string,
  one: Partial<Case>,
  half: Half,
  world: SuiteWorld,
): Promise<CaseOutcome> {
  const { scope = 'core', cat = 'unnamed' } = one
  const outcome = await judge(
    id,
    () => isFirst(one.expect, 'SUCCESS', 'FAILURE'),
    async () => (await verifyPath(queryOf(one as Case, half, world))).verdict === 'valid',
    scope === 'core' ? cat : `${scope}/${cat}`,
  )
  return scope === 'core' ? outcome : { ...outcome, apart: true }
}

/**
 * x509-limbo. The rules of other profiles (`pedantic`, `webpki`, `hostname`) are not this package's, and
 * count in groups of their own and not as cases.
 */
export const limbo: Suite = {
  name: 'limbo',
  folder: 'x509-limbo',
  files: /^[^/]+\.json$/,
  whole: true,
  *judge(item, world) {
    for (const [id, one] of casesIn<Case>(item, 'cases')) {
      yield judgeCase(id, one, item.value as Half, world)
    }
  },
}
