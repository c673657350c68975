import { type PathQuery, verifyPath } from '@tiemchung/x509'
import { bytesOfBase64, casesIn, instantOf, isFirst } from '../read-case.js'
import { judge, type Suite, type SuiteWorld } from '../suite.js'

interface Test {
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
}

const policyCategories = new Set([
  'policies',
  'explicit-policy',
  'policy-mapping',
  'inhibit-policy-mapping',
  'inhibit-any-policy',
])

function groupOf(category: string | undefined): string {
  if (category !== undefined && policyCategories.has(category)) return 'policy'
  return category === 'delta-crl' ? category : 'core'
}

function queryOf(test: Test, { certs, crls }: Half, { crypto }: SuiteWorld): PathQuery {
  const certificate = (name: string | undefined) => bytesOfBase64(certs[name ?? ''])
  const [anchor, ...below] = test.path
  return {
    leaf: certificate(below[below.length - 1]),
    intermediates: below.slice(0, -1).map(certificate),
    anchors: [{ certificate: certificate(anchor) }],
    at: instantOf(test.time),
    policy: {
      acceptable: test.initialPolicySet,
      explicit: test.initialExplicitPolicy,
      inhibitMapping: test.initialPolicyMappingInhibit,
      inhibitAny: test.initialInhibitAnyPolicy,
    },
    revocation: { crls: test.crls.map((name) => bytesOfBase64(crls[name])) },
    crypto,
  }
}

/** NIST PKITS, with revocation and policies: each test with its own settings. */
export const pkits: Suite = {
  name: 'pkits',
  folder: 'pkits',
  files: /^[^/]+\.json$/,
  whole: true,
  *judge(item, world) {
    const half = item.value as Half
    for (const [id, test] of casesIn<Test>(item, 'tests')) {
      yield judge(
        id,
        () => isFirst(test.expect, 'SUCCESS', 'FAILURE'),
        async () => (await verifyPath(queryOf(test as Test, half, world))).verdict === 'valid',
        groupOf(test.cat),
      )
    }
  },
}
