import { isSdkError } from '@tiemchung/core'
import {
  type Certificate,
  legacyAlgorithms,
  readCertificate,
  readCrl,
  type RevocationList,
} from '@tiemchung/x509'
import { statusByLists } from '../../../packages/x509/src/crl/judge-lists.js'
import { ListIndex } from '../../../packages/x509/src/crl/list-index.js'
import { SignatureJudge } from '../../../packages/x509/src/signature/signature-judge.js'
import { bytesOfBase64, casesIn, instantOf } from '../read-case.js'
import { type CaseOutcome, judge, type Suite, type SuiteWorld } from '../suite.js'

interface Case {
  readonly expect: 'good' | 'revoked' | 'unknown'
  readonly crl: string
  readonly issuer: string
  /** The older certificate of the issuer, which lies above it. */
  readonly issuer2: string | null
  readonly cert: string
}

interface Half {
  readonly time: string
  readonly maxAgeSeconds: number
}

function readList(der: Uint8Array): readonly RevocationList[] {
  try {
    return [readCrl(der)]
  } catch (caught) {
    if (isSdkError(caught)) return []
    throw caught
  }
}

async function statusOf(
  one: Partial<Case>,
  half: Half,
  { crypto }: SuiteWorld,
): Promise<Case['expect']> {
  const issuer = readCertificate(bytesOfBase64(one.issuer))
  const older = one.issuer2 === null ? [] : [readCertificate(bytesOfBase64(one.issuer2))]
  const subject = { certificate: readCertificate(bytesOfBase64(one.cert)), issuer }
  const named = (key: string) =>
    older
      .filter((each: Certificate) => each.subject.key === key)
      .map((certificate) => ({ certificate, leadsToAnchor: () => Promise.resolve(true) }))
  const found = await statusByLists(subject, new ListIndex(readList(bytesOfBase64(one.crl))), {
    at: instantOf(half.time),
    longestAge: half.maxAgeSeconds,
    // The good lists of these cases are of version 2 and have no number.
    unnumbered: true,
    // The keys of these cases have 1024 bits.
    judge: new SignatureJudge(crypto, 10, legacyAlgorithms),
    signersNamed: named,
  })
  return found.status
}

async function judgeCase(
  id: string,
  one: Partial<Case>,
  half: Half,
  world: SuiteWorld,
): Promise<CaseOutcome> {
  let found: string | undefined
  const outcome = await judge(id, true, async () => {
    found = await statusOf(one, half, world)
    return found === one.expect
  })
  const saidGood = found === 'good' && outcome.outcome === 'wrongly-refused'
  return saidGood ? { ...outcome, outcome: 'wrongly-accepted' } : outcome
}

/** Revocation lists by themselves: good, revoked, or not to be believed. `good` where it must not is an acceptance. */
export const boringsslCrl: Suite = {
  name: 'boringssl-crl',
  folder: 'boringssl-pki',
  files: /^crl\.[^/]+\.json$/,
  whole: true,
  *judge(item, world) {
    for (const [id, one] of casesIn<Case>(item, 'cases')) {
      yield judgeCase(id, one, item.value as Half, world)
    }
  },
}
