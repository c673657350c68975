import { equalBytes, isSdkError, type Issue, issue, ParseError } from '@tiemchung/core'
import { type CryptoProvider, jwkMisuse } from '@tiemchung/core/crypto'
import { trustErrors } from '../errors/trust-errors.js'
import type { CertificateType, TrustedKey } from '../verify/index.js'
import { systemCrypto } from '../world.js'
import { anyBase64, spkiOfJwk, thumbprintInput } from './jwk-key.js'

/** What the keys of a set are for; the set itself does not say. */
export interface JwksOptions {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** What they may sign; absent means anything. */
  readonly usages?: readonly CertificateType[]
}

type Loose = Readonly<Record<string, unknown>>

function refuse(): never {
  throw new ParseError(trustErrors, 'certificate-trust.jwk')
}

/** The algorithms that a key of each type may state: those that certificates are signed with. */
const algorithmsOf: ReadonlyMap<unknown, readonly string[]> = /* @__PURE__ */ new Map([
  ['EC', ['ES256', 'ES384']],
  ['RSA', ['PS256']],
])

function keyOf(jwk: unknown, length: number, { country, usages }: JwksOptions): TrustedKey {
  const loose = (jwk ?? {}) as Loose
  const keyId = typeof loose['kid'] === 'string' ? anyBase64(loose['kid']) : new Uint8Array()
  if (keyId.length !== length) refuse()
  // Keys that say nothing of their use exist in numbers and are taken; one that says another is not.
  if (jwkMisuse(loose, algorithmsOf.get(loose['kty']) ?? []) !== undefined) refuse()
  return { keyId, key: spkiOfJwk(jwk), country, ...(usages === undefined ? {} : { usages }) }
}

/** Reads every key of a set; one that cannot be read refuses the set. */
function keysOf(jwks: unknown, read: (jwk: unknown) => TrustedKey): readonly TrustedKey[] {
  const { keys: listed } = (jwks ?? {}) as Loose
  if (!Array.isArray(listed)) throw new ParseError(trustErrors, 'certificate-trust.jwks')
  const issues: Issue[] = []
  const keys = (listed as readonly unknown[]).flatMap((jwk, index) => {
    try {
      return [read(jwk)]
    } catch (caught) {
      if (!isSdkError(caught)) throw caught
      issues.push(faultAt(index))
      return []
    }
  })
  if (issues.length > 0) throw new ParseError(trustErrors, 'certificate-trust.jwks', { issues })
  return keys
}

const faultAt = (index: number): Issue =>
  issue(trustErrors, 'certificate-trust.jwk', { path: ['keys', index] })

/**
 * The keys of a JSON Web Key Set (RFC 7517 section 5) whose ids are those of health certificates: eight
 * octets in Base64 or Base64url.
 *
 * They are believed for the country that you say, and without a date; where the set came from is for you
 * to know. A key may leave out its use and algorithm, but not state others. One key that cannot be read
 * refuses the whole set, so that none is lost without a word.
 *
 * @throws ParseError `certificate-trust.jwks`, with an issue `certificate-trust.jwk` for each key
 * @example
 * ```ts
 * import { trustedKeys } from '@tiemchung/certificates'
 * import { keysOfJwks } from '@tiemchung/certificates/trust'
 * const trust = (jwks: unknown) => trustedKeys(keysOfJwks(jwks, { country: 'VN' }))
 * ```
 */
export function keysOfJwks(jwks: unknown, options: JwksOptions): readonly TrustedKey[] {
  return keysOf(jwks, (jwk) => keyOf(jwk, 8, options))
}

/**
 * The keys of a set whose ids are their thumbprints (RFC 7638, SHA-256), as issuers of SMART Health Cards
 * publish them. An id that is not the thumbprint of its key refuses the set.
 *
 * @throws ParseError `certificate-trust.jwks`, with an issue `certificate-trust.jwk` for each key
 */
export async function keysOfThumbprintJwks(
  jwks: unknown,
  options: JwksOptions & { readonly crypto?: CryptoProvider },
): Promise<readonly TrustedKey[]> {
  const { crypto = systemCrypto } = options
  const inputs: Uint8Array[] = []
  const keys = keysOf(jwks, (jwk) => {
    const key = keyOf(jwk, 32, options)
    inputs.push(thumbprintInput(jwk))
    return key
  })
  const issues: Issue[] = []
  for (const [index, input] of inputs.entries()) {
    const thumbprint = await crypto.digest('SHA-256', input)
    const { keyId } = keys[index] as TrustedKey
    if (!equalBytes(keyId, thumbprint)) issues.push(faultAt(index))
  }
  if (issues.length > 0) throw new ParseError(trustErrors, 'certificate-trust.jwks', { issues })
  return keys
}
