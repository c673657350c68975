/** Who stamped, and whether the signature is theirs and over what the token states. */
import { equalBytes } from '@tiemchung/core'
import { cmsOids } from '../cms/oids.js'
import { octetsOf, singleValue } from '../cms/read-attributes.js'
import { isNamed } from '../cms/signer-id.js'
import { signerSchemeBy } from '../cms/signer-scheme.js'
import {
  type CertificateReference,
  isMeant,
  readSigningCertificates,
} from '../cms/signing-certificate.js'
import { strongDigestOf } from '../certificate/digest-algorithm.js'
import type { GeneralName } from '../certificate/general-name.js'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { readOid, tags } from '../der/values.js'
import { readable } from '../readable.js'
import type { SignatureJudge } from '../signature/signature-judge.js'
import type { Ledger } from './ledger.js'
import type { TimestampToken } from './read-token.js'

/** Undefined: it holds. A text: why it does not. */
type Refusal = string | undefined

async function isMeantByAll(
  certificate: Certificate,
  references: readonly CertificateReference[],
  judge: SignatureJudge,
): Promise<boolean> {
  for (const reference of references) {
    if (!(await isMeant(reference, certificate, judge))) return false
  }
  return true
}

/**
 * The certificate of the signer: the one that the signature names and the signed attributes mean, wherever
 * it stands among the others. A name alone is not enough: anybody can put a certificate into a token.
 */
export async function findSigner(
  { signer }: TimestampToken,
  certificates: readonly Certificate[],
  judge: SignatureJudge,
  ledger: Ledger,
): Promise<Certificate | undefined> {
  const references = readable(() => readSigningCertificates(signer.attributes ?? []))
  const named = certificates.filter((certificate) => isNamed(signer.signer, certificate))
  if (named.length === 0) ledger.leaveOpen('timestamp.signer', 'certificate-not-found')
  else ledger.note('timestamp.signer', undefined)
  if (references === undefined || references.length === 0) {
    const reason = references === undefined ? 'malformed' : 'absent'
    ledger.note('timestamp.signing-certificate', reason)
    return undefined
  }
  for (const certificate of named) {
    if (!(await isMeantByAll(certificate, references, judge))) continue
    ledger.note('timestamp.signing-certificate', undefined)
    return certificate
  }
  if (named.length > 0) ledger.note('timestamp.signing-certificate', 'mismatch')
  return undefined
}

async function attributesRefusal(
  { content, signer }: TimestampToken,
  judge: SignatureJudge,
): Promise<Refusal> {
  const { attributes } = signer
  if (attributes === undefined) return 'absent'
  const hash = readable(() => strongDigestOf(signer.digestAlgorithm))
  if (hash === undefined) return 'algorithm-not-allowed'
  const type = singleValue(attributes, cmsOids.contentType, tags.oid)
  const stated = type === undefined ? undefined : readable(() => readOid(type))
  if (stated !== cmsOids.timestampInfo) return 'content-type-mismatch'
  const digest = octetsOf(attributes, cmsOids.messageDigest)
  if (digest === undefined) return 'no-message-digest'
  return equalBytes(digest, await judge.digest(hash, content)) ? undefined : 'digest-mismatch'
}

/** RFC 3161 section 2.3: the one extended usage, critical; and no key usage but signing. */
function usageRefusal({ extensions }: Certificate): Refusal {
  if (extensions.extendedKeyUsage === undefined) return 'absent'
  const critical = extensions.all.some(
    (one) => one.oid === extensionOids.extendedKeyUsage && one.critical,
  )
  if (!critical) return 'not-critical'
  const [usage, ...others] = extensions.extendedKeyUsage
  if (others.length > 0) return 'not-alone'
  if (usage !== extendedKeyUsageOids.timeStamping) return 'usage-not-allowed'
  // RFC 5280 section 4.2.1.12: digitalSignature and/or nonRepudiation.
  const sound = extensions.keyUsage?.every(
    (one) => one === 'digitalSignature' || one === 'nonRepudiation',
  )
  return sound === false ? 'key-usage-not-allowed' : undefined
}

/** A name as one text to compare by; forms that are not judged have none. */
function comparable(name: GeneralName): string | undefined {
  if (name.type === 'directory') return `directory:${name.value.key}`
  return name.type === 'other' || name.type === 'ip' ? undefined : `${name.type}:${name.value}`
}

/** RFC 3161 section 2.4.2: a name of the authority, when stated, is one of its certificate's. */
function checkName({ info }: TimestampToken, certificate: Certificate, ledger: Ledger): void {
  const { authority } = info
  if (authority === undefined) {
    ledger.skip('timestamp.authority-name', 'not-stated')
    return
  }
  const own: readonly GeneralName[] = [
    { type: 'directory', value: certificate.subject },
    ...(certificate.extensions.subjectAltName ?? []),
  ]
  const stated = comparable(authority)
  const known = stated !== undefined && own.some((name) => comparable(name) === stated)
  ledger.note('timestamp.authority-name', known ? undefined : 'mismatch')
}

/** Notes whether a certificate's key signed what the token states, and may stamp times. */
export async function checkSigner(
  token: TimestampToken,
  certificate: Certificate | undefined,
  judge: SignatureJudge,
  ledger: Ledger,
): Promise<void> {
  ledger.note('timestamp.signed-attributes', await attributesRefusal(token, judge))
  if (certificate === undefined) return
  const schemeBy = signerSchemeBy(token.signer.digestAlgorithm)
  const signature = await judge.judge(token.signer, certificate, schemeBy)
  ledger.note('timestamp.signature', signature === 'holds' ? undefined : signature)
  checkName(token, certificate, ledger)
  ledger.note('timestamp.usage', usageRefusal(certificate))
}
