import { verify } from 'node:crypto'
import { fromBase64, isSdkError } from '@tiemchung/core'
import {
  type Certificate,
  extendedKeyUsageOids,
  type Purpose,
  readCertificate,
  readCrl,
  type RevocationList,
  verifyPath,
} from '@tiemchung/x509'
import { statusByLists } from '../../../packages/x509/src/crl/judge-lists.js'
import { ListIndex } from '../../../packages/x509/src/crl/list-index.js'
import type { StatusTerms } from '../../../packages/x509/src/revocation/certificate-status.js'
import { allowedScheme } from '../../../packages/x509/src/signature/allow-list.js'
import { readHalves } from '../halves.js'
import { type CaseOutcome, judge, type Suite } from '../suite.js'

const folder = 'boringssl-pki'

interface Chain {
  readonly id: string
  readonly expect: 'SUCCESS' | 'FAILURE'
  readonly purpose: string
  readonly anchorTrust: string
  /** Object identifiers with commas between them: `user-initial-policy-set`. */
  readonly policies: string | null
  readonly time: string
  /** The target first, the trust anchor last. */
  readonly chain: readonly string[]
}

const serverAuth = '1.3.6.1.5.5.7.3.1'
const clientAuth = '1.3.6.1.5.5.7.3.2'
const codeSigning = '1.3.6.1.5.5.7.3.3'

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

async function acceptsChain(one: Chain): Promise<boolean> {
  const [leaf = new Uint8Array(), ...above] = one.chain.map(fromBase64)
  const report = await verifyPath({
    leaf,
    intermediates: above.slice(0, -1),
    anchors: above.slice(-1).map((certificate) => ({ certificate, as: 'name-and-key' as const })),
    at: new Date(one.time),
    purpose: purposeOf(one.purpose),
    ...(one.policies === null ? {} : { policy: { acceptable: one.policies.split(', ') } }),
  })
  return report.verdict === 'valid'
}

/** Chains to an anchor of which name and key count. */
export const boringsslChains: Suite = {
  name: 'boringssl-chains',
  folder,
  async *run(path) {
    for (const { cases } of readHalves<{ cases: readonly Chain[] }>(path, 'chains.')) {
      for (const one of cases.filter(({ anchorTrust }) => anchorTrust === 'TRUSTED_ANCHOR')) {
        yield judge(one.id, one.expect === 'SUCCESS', () => acceptsChain(one))
      }
    }
  },
}

interface ListHalf {
  readonly time: string
  readonly maxAgeSeconds: number
  readonly cases: readonly ListCase[]
}

interface ListCase {
  readonly id: string
  readonly expect: 'good' | 'revoked' | 'unknown'
  readonly crl: string
  readonly issuer: string
  /** The older certificate of the issuer, which lies above it. */
  readonly issuer2: string | null
  readonly cert: string
}

/** The allow-list of algorithms, with keys of any length: those of these cases have 1024 bits. */
const shortKeys: StatusTerms['judge'] = {
  judge({ tbs, signature, signatureAlgorithm }, { spki }) {
    const scheme = allowedScheme(signatureAlgorithm)
    if (scheme?.name !== 'RSASSA-PKCS1-v1_5') return Promise.resolve('algorithm-not-allowed')
    const key = { key: Buffer.from(spki), format: 'der', type: 'spki' } as const
    const holds = verify(scheme.hash, tbs, key, signature)
    return Promise.resolve(holds ? 'holds' : 'signature-mismatch')
  },
}

function readList(der: Uint8Array): readonly RevocationList[] {
  try {
    return [readCrl(der)]
  } catch (caught) {
    if (isSdkError(caught)) return []
    throw caught
  }
}

async function statusOf(one: ListCase, half: ListHalf): Promise<ListCase['expect']> {
  const issuer = readCertificate(fromBase64(one.issuer))
  const older = one.issuer2 === null ? [] : [readCertificate(fromBase64(one.issuer2))]
  const subject = { certificate: readCertificate(fromBase64(one.cert)), issuer }
  const named = (key: string) => older.filter((each: Certificate) => each.subject.key === key)
  const found = await statusByLists(subject, new ListIndex(readList(fromBase64(one.crl))), {
    at: new Date(half.time),
    longestAge: half.maxAgeSeconds,
    // The good lists of these cases are of version 2 and have no number.
    unnumbered: true,
    judge: shortKeys,
    signersNamed: named,
    leadsToAnchor: () => Promise.resolve(true),
  })
  return found.status
}

async function judgeList(one: ListCase, half: ListHalf): Promise<CaseOutcome> {
  let found: ListCase['expect'] | undefined
  const outcome = await judge(one.id, true, async () => {
    found = await statusOf(one, half)
    return found === one.expect
  })
  const saidGood = found === 'good' && outcome.outcome !== 'right'
  return saidGood ? { ...outcome, outcome: 'wrongly-accepted' } : outcome
}

/** Revocation lists by themselves: good, revoked, or not to be believed. */
export const boringsslCrl: Suite = {
  name: 'boringssl-crl',
  folder,
  async *run(path) {
    for (const half of readHalves<ListHalf>(path, 'crl.')) {
      for (const one of half.cases) yield judgeList(one, half)
    }
  },
}
