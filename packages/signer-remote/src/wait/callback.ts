import { fromBase64, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { ProviderOutcome, ProviderProfile } from '../profile/profile.js'
import { type Loose, listOf, objectOf, textOf } from '../wire/loose.js'
import { outcomeOf } from '../wire/outcome.js'

/** A signature under the name that the caller gave its document. */
export interface NamedSignature {
  readonly doc: string
  readonly signature: Uint8Array
}

/** What a provider sent to an address of the caller's. Anybody may have sent it. */
export interface ProviderCallback {
  /** The provider's id of the transaction. */
  readonly transaction: string
  readonly outcome: ProviderOutcome
  readonly signatures: readonly NamedSignature[]
}

function named(value: unknown): readonly NamedSignature[] {
  const item = objectOf(value)
  const doc = textOf(item, 'doc_id')
  try {
    const signature = fromBase64(textOf(item, 'signature_value').replaceAll(/\s/g, ''))
    return doc === '' || signature.length === 0 ? [] : [{ doc, signature }]
  } catch {
    return []
  }
}

/** The signatures of an answer or a callback of SmartCA's shape. What is none counts as missing. */
export function namedSignatures(body: Loose): readonly NamedSignature[] {
  const lists = [...listOf(body, 'signatures'), ...listOf(body, 'signed_files')]
  return lists.flatMap(named)
}

/** The words by which an answer of SmartCA's shape says its state: its code before its message. */
export function stateWords(body: Loose): readonly string[] {
  const code = body['status_code']
  const number = typeof code === 'number' || typeof code === 'string' ? String(code) : ''
  return [number, textOf(body, 'message')]
}

/**
 * Reads the body of a callback, parsed from JSON. It believes nothing: signatures are checked against the
 * certificate when they are used, and any other outcome is asked for again.
 *
 * @throws ParseError `signing.remote.callback`
 */
export function receiveCallback(profile: ProviderProfile, body: unknown): ProviderCallback {
  const whole = objectOf(body)
  const transaction = textOf(whole, 'tran_code')
  if (profile.flow !== 'smartca' || transaction === '') {
    throw new ParseError(errorCatalogue, 'signing.remote.callback')
  }
  const inner = objectOf(whole['data'])
  const signatures = [...namedSignatures(whole), ...namedSignatures(inner)]
  const outcome = outcomeOf(profile, stateWords(whole)) ?? 'waiting'
  return { transaction, outcome, signatures }
}
