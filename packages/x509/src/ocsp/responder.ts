/** Who may answer for an authority: itself, or whom it has named for it (RFC 6960 section 4.2.2.2). */
import { equalBytes } from '@tiemchung/core'
import { namesMatch } from '../certificate/name.js'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import { publicKeyBits } from '../certificate/public-key-bits.js'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import { inside, onlyElement } from '../der/cursor.js'
import { readOid, tags } from '../der/values.js'
import { certificateChecks } from '../path/certificate-checks.js'
import { any } from '../path/purpose.js'
import { readable } from '../readable.js'
import { ocspOids } from './oids.js'
import type { BasicResponse, ResponderId } from './read-response.js'
import type { OcspTerms } from './terms.js'

/** Undefined: it holds. A text: why it does not. */
type Refusal = string | undefined

function has({ extensions }: Certificate, oid: string): boolean {
  return extensions.all.some((one) => one.oid === oid)
}

async function isNamed(
  responder: ResponderId,
  certificate: Certificate,
  { judge }: OcspTerms,
): Promise<boolean> {
  if (responder.by === 'name') return namesMatch(responder.name, certificate.subject)
  // RFC 6960 section 4.2.1: this hash is SHA-1, whatever the others are; it is a name, not a proof.
  const bits = readable(() => publicKeyBits(certificate.spki))
  return bits !== undefined && equalBytes(responder.keyHash, await judge.digest('SHA-1', bits))
}

/** Certificates that may have signed, the issuer's own first. */
async function candidates(
  { responder, certificates }: BasicResponse,
  issuer: Certificate,
  terms: OcspTerms,
): Promise<readonly Certificate[]> {
  const embedded = certificates.flatMap((der) => readable(() => readCertificate(der)) ?? [])
  const named = responder.by === 'name' ? terms.signersNamed(responder.name.key) : []
  const known = named.map(({ certificate }) => certificate)
  const meant: Certificate[] = []
  for (const one of [issuer, ...embedded, ...known]) {
    if (await isNamed(responder, one, terms)) meant.push(one)
  }
  return meant
}

/** Whether a certificate says where its own revocation is told. A malformed word counts as one. */
function saysWhereToAsk(responder: Certificate): boolean {
  if (has(responder, extensionOids.crlDistributionPoints)) return true
  const access = responder.extensions.all.find(
    ({ oid }) => oid === extensionOids.authorityInfoAccess,
  )
  if (access === undefined) return false
  const methods = readable(() => {
    const list = inside(onlyElement(access.value, tags.sequence, access.value.length))
    const found: string[] = []
    while (!list.done) found.push(readOid(list.enter(tags.sequence).read(tags.oid)))
    return found
  })
  return methods === undefined || methods.includes(ocspOids.accessMethod)
}

/**
 * RFC 6960 section 4.2.2.2.1: a responder's certificate that is marked `nocheck` is good for as long as
 * it lives; one that says where to ask must be shown to be good; one that says neither is for the
 * policy to decide, and no policy of ours passes it unless told to.
 */
async function revocationRefusal(responder: Certificate, terms: OcspTerms): Promise<Refusal> {
  if (has(responder, extensionOids.ocspNoCheck)) return undefined
  const { status } = await terms.responderStatus(responder)
  if (status === 'good') return undefined
  if (status === 'revoked') return 'ocsp-responder-revoked'
  return terms.acceptsUnchecked && !saysWhereToAsk(responder)
    ? undefined
    : 'ocsp-responder-unchecked'
}

function usageRefusal({ extensions }: Certificate): Refusal {
  if (extensions.extendedKeyUsage?.includes(extendedKeyUsageOids.ocspSigning) !== true) {
    return 'ocsp-responder-not-authorized'
  }
  const { keyUsage } = extensions
  // RFC 5280 section 4.2.1.12: what goes together with OCSP signing.
  const signs =
    keyUsage === undefined ||
    keyUsage.includes('digitalSignature') ||
    keyUsage.includes('nonRepudiation')
  return signs ? undefined : 'ocsp-responder-not-authorized'
}

/** What stands against a certificate by itself: version, algorithm, validity, unknown critical words. */
function ownRefusal(responder: Certificate, { at, judge }: OcspTerms): Refusal {
  const checks = certificateChecks({
    certificate: responder,
    below: [],
    isAnchor: false,
    at,
    purpose: any,
    algorithms: judge.algorithms,
  })
  const [only, ...others] = responder.extensions.unknownCritical
  const passable = only === undefined || (only === extensionOids.ocspNoCheck && others.length === 0)
  const against = checks.find(
    ({ id, status }) => status === 'failed' && (id !== 'path.critical-extensions' || !passable),
  )
  return against?.reason === undefined ? undefined : `ocsp-responder-${against.reason}`
}

/** Whether the authority itself, by this key, has named the responder and still means it. */
async function delegationRefusal(
  responder: Certificate,
  issuer: Certificate,
  terms: OcspTerms,
): Promise<Refusal> {
  if (!namesMatch(responder.issuer, issuer.subject)) return 'ocsp-responder-of-another-issuer'
  const refusal = usageRefusal(responder) ?? ownRefusal(responder, terms)
  if (refusal !== undefined) return refusal
  const signature = await terms.judge.judge(responder, issuer)
  if (signature !== 'holds') return `ocsp-responder-${signature}`
  return revocationRefusal(responder, terms)
}

/**
 * Why nobody who may answer for the issuer has signed a response; undefined when somebody has. The key
 * of the issuer may always: RFC 6960 asks no key usage of it.
 */
export async function signerRefusal(
  response: BasicResponse,
  issuer: Certificate,
  terms: OcspTerms,
): Promise<Refusal> {
  let nearest = 'ocsp-no-responder'
  for (const candidate of await candidates(response, issuer, terms)) {
    const signature = await terms.judge.judge(response, candidate)
    if (signature !== 'holds') {
      nearest = `ocsp-${signature}`
      continue
    }
    if (equalBytes(candidate.spki, issuer.spki)) return undefined
    const refusal = await delegationRefusal(candidate, issuer, terms)
    if (refusal === undefined) return undefined
    nearest = refusal
  }
  return nearest
}
