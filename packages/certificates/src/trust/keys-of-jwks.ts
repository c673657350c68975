import { isSdkError, type Issue, issue, ParseError } from '@tiemchung/core'
import { trustErrors } from '../errors/trust-errors.js'
import type { CertificateType, TrustedKey } from '../verify/index.js'
import { anyBase64, spkiOfJwk } from './jwk-key.js'

/** What the keys of a set are for; the set itself does not say. */
export interface JwksOptions {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** What they may sign; absent means anything. */
  readonly usages?: readonly CertificateType[]
}

type Loose = Readonly<Record<string, unknown>>

function keyOf(jwk: unknown, { country, usages }: JwksOptions): TrustedKey {
  const { kid } = (jwk ?? {}) as Loose
  const keyId = typeof kid === 'string' ? anyBase64(kid) : new Uint8Array()
  if (keyId.length !== 8) throw new ParseError(trustErrors, 'certificate-trust.jwk')
  return { keyId, key: spkiOfJwk(jwk), country, ...(usages === undefined ? {} : { usages }) }
}

/**
 * The keys of a JSON Web Key Set (RFC 7517 section 5) whose ids are those of health certificates: eight
 * octets in Base64 or Base64url.
 *
 * They are believed for the country that you say, and without a date; where the set came from is for you
 * to know. One key that cannot be read refuses the whole set, so that none is lost without a word.
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
  const { keys: listed } = (jwks ?? {}) as Loose
  if (!Array.isArray(listed)) throw new ParseError(trustErrors, 'certificate-trust.jwks')
  const issues: Issue[] = []
  const keys = (listed as readonly unknown[]).flatMap((jwk, index) => {
    try {
      return [keyOf(jwk, options)]
    } catch (caught) {
      if (!isSdkError(caught)) throw caught
      issues.push(issue(trustErrors, 'certificate-trust.jwk', { path: ['keys', index] }))
      return []
    }
  })
  if (issues.length > 0) throw new ParseError(trustErrors, 'certificate-trust.jwks', { issues })
  return keys
}
