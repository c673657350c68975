/**
 * JAdES samples of the European Commission's DSS library. What is expected is read off the sample by the standards'
 * own rules, and whether its signature value holds by what was measured of it elsewhere; the name of a file says
 * what it is about, and is not asked.
 */
import { equalBytes, fromBase64, fromUtf8, toBase64Url, utf8 } from '@tiemchung/core'
import { type FlattenedJws, verifyJws } from '@tiemchung/signing'
import { readTimestampToken, verifyTimestamp } from '@tiemchung/x509'
import { bytesOfBase64 } from '../read-case.js'
import { type CaseOutcome, judge, type Suite, type SuiteWorld } from '../suite.js'
import { type Header, headerOf, judgeBeyond } from './jose-keys.js'

interface Case {
  readonly kind: 'jades' | 'cades'
  readonly raw: string
  readonly measured: { readonly signatures: readonly { readonly signatureValid: boolean | null }[] }
}

/** Header members that are in the profile: the claimed time, the certificate, and what changes nothing. */
const inProfile = new Set(['alg', 'cty', 'kid', 'typ', 'x5c', 'x5t#S256', 'iat', 'sigT', 'crit'])
/** RFC 7515 section 4.1: what every implementation must understand, and so must not be named in `crit`. */
const ofTheStandard = new Set([
  'alg',
  'jku',
  'jwk',
  'kid',
  'x5u',
  'x5c',
  'x5t',
  'x5t#S256',
  'typ',
  'cty',
  'crit',
])

const generalForm = 'general form'

type Sample = string | (FlattenedJws & { readonly signatures?: unknown })

function sampleOf(raw: string): Sample {
  const text = fromUtf8(bytesOfBase64(raw))
  return text.trimStart().startsWith('{') ? (JSON.parse(text) as Sample) : text
}

const protectedHeader = (sample: Sample): Header =>
  headerOf(typeof sample === 'string' ? (sample.split('.')[0] ?? '') : sample.protected)

/** Why the standards refuse a header whatever its signature is worth. */
function refusedByRule(header: Header): boolean {
  const { crit, iat, sigT } = header
  if (crit !== undefined) {
    // RFC 7515 section 4.1.11: not empty, of extensions only, each in the header.
    if (!Array.isArray(crit) || crit.length === 0) return true
    if (crit.some((name) => ofTheStandard.has(String(name)) || !(String(name) in header)))
      return true
  }
  // TS 119 182-1 clauses 5.2.1 and 6.3: one claimed signing time; `iat` in seconds (RFC 7519 section 2).
  if ((iat === undefined) === (sigT === undefined)) return true
  if (sigT !== undefined && !(Array.isArray(crit) && crit.includes('sigT'))) return true
  return typeof iat === 'number' && iat > 253_402_300_800
}

/** What a sample has that the profile has not. */
function beyondProfile(sample: Sample): string | undefined {
  const header = protectedHeader(sample)
  if (typeof sample !== 'string' && 'signatures' in sample) return generalForm
  const more = Object.keys(header).find((name) => !inProfile.has(name))
  if (more !== undefined) return more
  if (!('x5c' in header)) return 'no x5c'
  const { crit } = header
  const critical: unknown = Array.isArray(crit)
    ? crit.find((name) => !inProfile.has(String(name)))
    : undefined
  return critical === undefined ? undefined : JSON.stringify(critical)
}

const text = (sample: Sample): string =>
  typeof sample === 'string'
    ? sample
    : `${sample.protected}.${sample.payload ?? ''}.${sample.signature}`

/** Whether every part is Base64url in its one spelling. */
const isCanonical = (sample: Sample): boolean =>
  text(sample)
    .split('.')
    .every((part) => {
      try {
        const plain = part.replaceAll('-', '+').replaceAll('_', '/')
        return toBase64Url(fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, '='))) === part
      } catch {
        return false
      }
    })

/** RFC 7515 section 7.2.1 lets a reader ignore members that it does not know; ours does not. */
const hasMore = (sample: Sample): boolean =>
  typeof sample !== 'string' &&
  Object.keys(sample).some(
    (name) => !['payload', 'protected', 'header', 'signature'].includes(name),
  )

async function holds(sample: Sample, { crypto }: SuiteWorld): Promise<boolean> {
  return (await verifyJws(sample, { key: 'x5c', crypto })).verdict === 'valid'
}

interface Stamped {
  readonly token: Uint8Array
  readonly signature: string
}

/** The tokens of `sigTst`, in Base64url or in clear. */
function stampsOf(sample: Sample): readonly Stamped[] {
  const etsiU = typeof sample === 'string' ? undefined : sample.header?.['etsiU']
  if (!Array.isArray(etsiU) || typeof sample === 'string') return []
  return (etsiU as readonly unknown[]).flatMap((one) => {
    const member = (typeof one === 'string' ? headerOf(one) : one) as {
      readonly sigTst?: { readonly tstTokens: readonly { readonly val: string }[] }
    }
    const tokens = member.sigTst?.tstTokens ?? []
    return tokens.map(({ val }) => ({ token: fromBase64(val), signature: sample.signature }))
  })
}

/** Whether a token is over the signature as it is written, and signed, by whomever. */
async function isOver({ token, signature }: Stamped, { crypto }: SuiteWorld): Promise<boolean> {
  const message = utf8(signature)
  const report = await verifyTimestamp({ token, message, anchors: [], crypto })
  return report.checks.every(({ id, status }) => status !== 'failed' || id === 'timestamp.chain')
}

function* judgeStamps(
  id: string,
  sample: Sample,
  world: SuiteWorld,
): Iterable<Promise<CaseOutcome>> {
  for (const [index, stamp] of stampsOf(sample).entries()) {
    const expected = async () => {
      const digest = await world.crypto.digest('SHA-256', utf8(stamp.signature))
      return equalBytes(readTimestampToken(stamp.token).info.imprint.digest, digest)
    }
    yield expected().then((over) =>
      judge(`${id} sigTst ${index}`, over, () => isOver(stamp, world), 'timestamp'),
    )
  }
}

/** JAdES baseline signatures by the profile of record signatures, and the timestamps over them. */
export const jades: Suite = {
  name: 'jades',
  folder: 'etsi-dss',
  files: /^[^/]+\.json$/,
  *judge({ id, value }, world) {
    const { kind, raw, measured } = value as Case
    if (kind !== 'jades') return
    const sample = sampleOf(raw)
    const beyond = beyondProfile(sample)
    const general = beyond === generalForm
    const refused = !general && (refusedByRule(protectedHeader(sample)) || !isCanonical(sample))
    const more = hasMore(sample)
    if (!refused && (beyond !== undefined || more)) {
      yield judgeBeyond(id, beyond ?? 'unknown member', () => holds(sample, world))
    } else {
      const sound = measured.signatures.every(({ signatureValid }) => signatureValid === true)
      const group = refused ? 'refused by rule' : 'signature'
      yield judge(id, sound && !refused, () => holds(sample, world), group)
    }
    yield* judgeStamps(id, sample, world)
  },
}
