/** Did one of these certificates sign this content, as a detached CMS signature says (RFC 5652)? */
import {
  type Check,
  equalBytes,
  failed,
  passed,
  type Report,
  skipped,
  unknown,
} from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { strongDigestOf } from '../certificate/digest-algorithm.js'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import { readOid, tags } from '../der/values.js'
import { readable, readOrCode } from '../readable.js'
import { SignatureJudge } from '../signature/signature-judge.js'
import { definiteForm } from './definite-form.js'
import { cmsOids } from './oids.js'
import { octetsOf, singleValue } from './read-attributes.js'
import { type DetachedData, readDetachedData, type SignerInfo } from './read-signed-data.js'
import { isNamed } from './signer-id.js'
import { signerSchemeBy } from './signer-scheme.js'

/** The checks of a detached signature, in the order of the report. */
export const detachedCheckIds = [
  'cms.parse',
  'cms.signer',
  'cms.signed-attributes',
  'cms.signature',
] as const

/** The stable id of one check of a detached signature. */
export type DetachedCheckId = (typeof detachedCheckIds)[number]

/** What to verify, and whose signature counts. */
export interface DetachedQuery {
  /** The CMS message in DER, or with indefinite lengths around DER; 64 KiB at most. */
  readonly signature: Uint8Array
  /** The octets that are signed. */
  readonly content: Uint8Array
  /** Certificates whose signatures count, in DER, judged by the caller; those in the message never do. */
  readonly signers: readonly Uint8Array[]
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** Whether a detached signature holds, and whose it is. */
export type DetachedReport = Report<DetachedCheckId> &
  (
    | {
        readonly verdict: 'valid'
        /** Which of `signers` signed. */
        readonly signer: Uint8Array
      }
    | { readonly verdict: 'invalid' | 'indeterminate' }
  )

const citations: Readonly<Record<DetachedCheckId, string>> = {
  'cms.parse': 'RFC 5652, 5.1',
  'cms.signer': 'RFC 5652, 5.3',
  'cms.signed-attributes': 'RFC 5652, 5.6',
  'cms.signature': 'RFC 5652, 5.4',
}

const maximumSize = 65_536

/** The report that ends with this check: those before it passed, those behind it were not reached. */
function endingWith(last: Check<DetachedCheckId>): DetachedReport {
  const at = detachedCheckIds.indexOf(last.id)
  const checks = detachedCheckIds.map((id, index) => {
    const details = { cite: citations[id] }
    if (index === at) return { ...last, ...details }
    return index < at ? passed(id, details) : skipped(id, 'not-reached', details)
  })
  return { verdict: last.status === 'failed' ? 'invalid' : 'indeterminate', checks }
}

/** The one signature over plain data, or why there is none. */
function onlySigner({ contentType, signers }: DetachedData): SignerInfo | string {
  if (contentType !== cmsOids.data) return 'content-type-mismatch'
  const [signer, ...others] = signers
  if (signer === undefined) return 'no-signature'
  return others.length === 0 ? signer : 'several-signatures'
}

/** What the signature is over; a text when the attributes do not speak of this content. */
async function signedBytes(
  signer: SignerInfo,
  content: Uint8Array,
  judge: SignatureJudge,
): Promise<Uint8Array | string> {
  const { attributes, digestAlgorithm, tbs } = signer
  if (attributes === undefined) return content
  const hash = readable(() => strongDigestOf(digestAlgorithm))
  if (hash === undefined) return 'algorithm-not-allowed'
  const type = singleValue(attributes, cmsOids.contentType, tags.oid)
  const stated = type === undefined ? undefined : readable(() => readOid(type))
  if (stated !== cmsOids.data) return 'content-type-mismatch'
  const digest = octetsOf(attributes, cmsOids.messageDigest)
  if (digest === undefined) return 'no-message-digest'
  return equalBytes(digest, await judge.digest(hash, content)) ? tbs : 'digest-mismatch'
}

async function whoSigned(
  signer: SignerInfo,
  tbs: Uint8Array,
  candidates: readonly Certificate[],
  judge: SignatureJudge,
): Promise<Certificate | string> {
  const signed = { ...signer, tbs }
  const schemeBy = signerSchemeBy(signer.digestAlgorithm)
  let refusal = 'signature-mismatch'
  for (const candidate of candidates) {
    const outcome = await judge.judge(signed, candidate, schemeBy)
    if (outcome === 'holds') return candidate
    refusal = outcome
  }
  return refusal
}

/**
 * Whether one of the caller's certificates signed this content, by a CMS signature that stands apart from
 * it, such as `openssl cms -sign -binary` and the gateway of the EU DCC write.
 *
 * The certificates are believed as they are: dates, usages and chains are for the caller to judge, and
 * certificates inside the message count for nothing. One signature, over plain data, with or without signed
 * attributes; SHA-1 is refused. Lengths of the indefinite form are read around what is signed.
 *
 * @example
 * ```ts
 * import { verifyDetachedSignature } from '@tiemchung/x509'
 * export async function isFromUs(content: Uint8Array, signature: Uint8Array, ours: Uint8Array) {
 *   const report = await verifyDetachedSignature({ content, signature, signers: [ours] })
 *   return report.verdict === 'valid'
 * }
 * ```
 */
export async function verifyDetachedSignature(query: DetachedQuery): Promise<DetachedReport> {
  const { signature, content, signers, crypto = systemCrypto } = query
  const data = readOrCode(() => readDetachedData(definiteForm(signature, maximumSize), maximumSize))
  if (typeof data === 'string') return endingWith(failed('cms.parse', data))
  const signer = onlySigner(data)
  if (typeof signer === 'string') return endingWith(failed('cms.parse', signer))
  const known = signers.flatMap((der) => readable(() => readCertificate(der)) ?? [])
  if (known.length === 0) return endingWith(unknown('cms.signer', 'no-signers'))
  const named = known.filter((certificate) => isNamed(signer.signer, certificate))
  if (named.length === 0) return endingWith(failed('cms.signer', 'not-among-signers'))
  const judge = new SignatureJudge(crypto, named.length)
  const tbs = await signedBytes(signer, content, judge)
  if (typeof tbs === 'string') return endingWith(failed('cms.signed-attributes', tbs))
  const found = await whoSigned(signer, tbs, named, judge)
  if (typeof found === 'string') return endingWith(failed('cms.signature', found))
  const checks = detachedCheckIds.map((id) => passed(id, { cite: citations[id] }))
  return { verdict: 'valid', checks, signer: found.der }
}
