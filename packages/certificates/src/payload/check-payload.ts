import { type Issue, issue, type JsonValue } from '@tiemchung/core'
import { isCborMap } from '@tiemchung/core/cbor'
import { cborOf } from '../envelope/json.js'
import { payloadErrors } from '../errors/payload-errors.js'
import type { Breach } from './findings.js'
import type { CertificateType, HealthCertificatePayload } from './payload.js'
import { readPayload } from './read-payload.js'
import type { PayloadTolerance } from './tolerance.js'

/** How a payload is checked. */
export interface PayloadOptions {
  /** Liberties that are granted. Default: none. */
  readonly tolerances?: readonly string[]
}

/** A payload that was read, or why it could not be. */
export interface PayloadReading {
  /** Present when there are no issues. */
  readonly payload?: HealthCertificatePayload
  readonly type?: CertificateType
  readonly issues: readonly Issue[]
  readonly tolerances: readonly PayloadTolerance[]
}

/** A breach as an issue, in words. */
export function breachIssue({ rule, path }: Breach): Issue {
  return issue(payloadErrors, 'certificate-verify.payload', { path, params: { rule } })
}

/**
 * What is wrong with a payload by the DCC schema 1.3.3, and which liberties it takes.
 *
 * Beyond the schema, days must exist and no event may lie before birth. Codes are not looked up in
 * value sets: see `checkCodes`. It says nothing about who signed.
 *
 * @example
 * ```ts
 * import { checkPayload } from '@tiemchung/certificates/verify'
 * checkPayload({ ver: '1.3.0' }).issues.length // => 3: no name, no birth date, no event
 * ```
 */
export function checkPayload(payload: JsonValue, options: PayloadOptions = {}): PayloadReading {
  const map = cborOf(payload)
  if (!isCborMap(map)) return { issues: [breachIssue({ rule: 'type', path: [] })], tolerances: [] }
  const { breaches, ...reading } = readPayload(map, options.tolerances ?? [])
  return { ...reading, issues: breaches.map(breachIssue) }
}
