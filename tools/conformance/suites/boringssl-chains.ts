import {
  type AlgorithmPolicy,
  extendedKeyUsageOids,
  legacyAlgorithms,
  modernAlgorithms,
  type Purpose,
  verifyPath,
} from '@tiemchung/x509'
import { bytesOfBase64, instantOf, isFirst } from '../read-case.js'
import { judge, type Suite, type SuiteWorld } from '../suite.js'

interface Chain {
  readonly expect: 'SUCCESS' | 'FAILURE'
  readonly purpose: string
  readonly anchorTrust: string
  /** `STRONG`: no SHA-1. Null: SHA-1 as well. RSA from 1024 bits either way. */
  readonly digestPolicy: string | null
  /** Object identifiers with commas between them: `user-initial-policy-set`. */
  readonly policies: string | null
  readonly time: string
  /** The target first, the trust anchor last. */
  readonly chain: readonly string[]
}

const serverAuth = '1.3.6.1.5.5.7.3.1'
const clientAuth = '1.3.6.1.5.5.7.3.2'
const codeSigning = '1.3.6.1.5.5.7.3.3'

const strong: AlgorithmPolicy = {
  ...legacyAlgorithms,
  id: 'strong',
  hashes: modernAlgorithms.hashes,
}

/** What BoringSSL asks of a target beyond RFC 5280 under its `STRICT` and `STRICT_LEAF` purposes. */
const strict = {
  forbiddenExtendedKeyUsage: [
    codeSigning,
    extendedKeyUsageOids.ocspSigning,
    extendedKeyUsageOids.timeStamping,
  ],
  endEntityOnly: true,
} as const satisfies Partial<Purpose>

/** `SERVER_AUTH`, `CLIENT_AUTH_STRICT`, `SERVER_AUTH_STRICT_LEAF`, `ANY_EKU`… */
function purposeOf(id: string): Purpose {
  if (id === 'ANY_EKU') return { id }
  const authoritiesMustName = id.startsWith('CLIENT_AUTH')
  const extendedKeyUsage = [authoritiesMustName ? clientAuth : serverAuth]
  if (id.endsWith('_STRICT')) {
    return { id, extendedKeyUsage, authoritiesMustName, anyUsageCounts: 'nowhere', ...strict }
  }
  if (id.endsWith('_STRICT_LEAF')) return { id, extendedKeyUsage, ...strict }
  return { id, extendedKeyUsage, anyUsageCounts: 'everywhere', acceptsUnrestricted: true }
}

async function accepts(one: Chain, { crypto }: SuiteWorld): Promise<boolean> {
  const [leaf = new Uint8Array(), ...above] = one.chain.map(bytesOfBase64)
  const report = await verifyPath({
    leaf,
    intermediates: above.slice(0, -1),
    anchors: above.slice(-1).map((certificate) => ({ certificate, as: 'name-and-key' as const })),
    at: instantOf(one.time),
    purpose: purposeOf(one.purpose),
    algorithms: one.digestPolicy === 'STRONG' ? strong : legacyAlgorithms,
    ...(one.policies === null ? {} : { policy: { acceptable: one.policies.split(', ') } }),
    crypto,
  })
  return report.verdict === 'valid'
}

/** Chains to an anchor of which name and key count. */
export const boringsslChains: Suite = {
  name: 'boringssl-chains',
  folder: 'boringssl-pki',
  files: /^chains\.[^/]+\.json$/,
  *judge({ id, value }, world) {
    const one = value as Chain
    if (typeof one.anchorTrust === 'string' && one.anchorTrust !== 'TRUSTED_ANCHOR') return
    const expected = () => isFirst(one.expect, 'SUCCESS', 'FAILURE')
    yield judge(id, expected, () => accepts(one, world))
  },
}
