import { fromBase64 } from '@tiemchung/core'
import { type PathQuery, verifyPath } from '@tiemchung/x509'
import { readHalves } from '../halves.js'
import { judge, type Suite } from '../suite.js'

interface Test {
  readonly id: string
  readonly cat: string
  readonly expect: 'SUCCESS' | 'FAILURE'
  /** The trust anchor first, the target last. */
  readonly path: readonly string[]
  readonly crls: readonly string[]
  readonly initialPolicySet: readonly string[]
  readonly initialExplicitPolicy: boolean
  readonly initialPolicyMappingInhibit: boolean
  readonly initialInhibitAnyPolicy: boolean
  readonly time: string
}

interface Half {
  readonly certs: Readonly<Record<string, string>>
  readonly crls: Readonly<Record<string, string>>
  readonly tests: readonly Test[]
}

const policyCategories = new Set([
  'policies',
  'explicit-policy',
  'policy-mapping',
  'inhibit-policy-mapping',
  'inhibit-any-policy',
])

function groupOf(category: string): string {
  if (policyCategories.has(category)) return 'policy'
  return category === 'delta-crl' ? category : 'core'
}

function queryOf(test: Test, { certs, crls }: Half): PathQuery {
  const certificate = (name: string | undefined) => fromBase64(certs[name ?? ''] ?? '')
  const [anchor, ...below] = test.path
  return {
    leaf: certificate(below[below.length - 1]),
    intermediates: below.slice(0, -1).map(certificate),
    anchors: [{ certificate: certificate(anchor) }],
    at: new Date(test.time),
    policy: {
      acceptable: test.initialPolicySet,
      explicit: test.initialExplicitPolicy,
      inhibitMapping: test.initialPolicyMappingInhibit,
      inhibitAny: test.initialInhibitAnyPolicy,
    },
    revocation: { crls: test.crls.map((name) => fromBase64(crls[name] ?? '')) },
  }
}

/** NIST PKITS, with revocation and policies: each test with its own settings. */
export const pkits: Suite = {
  name: 'pkits',
  folder: 'pkits',
  async *run(folder) {
    for (const half of readHalves<Half>(folder)) {
      for (const test of half.tests) {
        const query = queryOf(test, half)
        yield judge(
          test.id,
          test.expect === 'SUCCESS',
          async () => (await verifyPath(query)).verdict === 'valid',
          groupOf(test.cat),
        )
      }
    }
  },
}
