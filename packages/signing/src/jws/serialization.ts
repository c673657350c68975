/** The two forms in which a JWS is written here (RFC 7515 sections 7.1 and 7.2.2), taken apart. */
import { fromBase64Url, toBase64Url, utf8 } from '@tiemchung/core'

/**
 * A JWS in flattened JSON (RFC 7515 section 7.2.2): the form that has room for an unprotected header, and so
 * for a timestamp. Without `payload` it is detached (appendix F).
 */
export interface FlattenedJws {
  readonly payload?: string
  readonly protected: string
  readonly header?: Readonly<Record<string, unknown>>
  readonly signature: string
}

/**
 * The JWS in an envelope. What came from a file or a network may be no envelope at all: it has then no JWS, and
 * is refused for its form.
 */
export function jwsIn(
  envelope: { readonly jws: string | FlattenedJws } | null,
): FlattenedJws | string {
  return envelope?.jws ?? ''
}

/** The compact text of a JWS in either form: the same signature over the same octets, without what nobody signed. */
export function compactText(jws: string | FlattenedJws): string {
  if (typeof jws === 'string') return jws
  return `${jws.protected}.${jws.payload ?? ''}.${jws.signature}`
}

/** A JWS taken apart; nothing of it is believed yet. */
export interface JwsParts {
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** The signature as it is written, which is what a timestamp is over. */
  readonly signatureText: string
  /** What was signed (RFC 7515 section 5.1). */
  readonly input: Uint8Array
  /** The unprotected header; undefined when there is none. */
  readonly header: Readonly<Record<string, unknown>> | undefined
}

/** A JWS taken apart, or why it could not be. `no-payload`: it says that it is detached, and nothing was given for it. */
export type Apart = JwsParts | { readonly refused: string }

/** A record is some 2 kB and a chain some 6 kB; nothing near this size is read. */
const longestJws = 262_144

interface Texts {
  readonly head: string
  readonly body: string | undefined
  readonly signature: string
  readonly header: Readonly<Record<string, unknown>> | undefined
}

const members: ReadonlySet<string> = new Set(['payload', 'protected', 'header', 'signature'])

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textsOfCompact(jws: string): Texts | string {
  const [head, body, signature, ...more] = jws.split('.')
  if (head === undefined || body === undefined || signature === undefined || more.length > 0) {
    return 'not-compact'
  }
  return { head, body, signature, header: undefined }
}

function textsOfFlattened(jws: Readonly<Record<string, unknown>>): Texts | string {
  if ('signatures' in jws) return 'general-form'
  if (!Object.keys(jws).every((name) => members.has(name))) return 'unknown-member'
  const { payload, protected: head, header, signature } = jws
  const sound =
    typeof head === 'string' &&
    typeof signature === 'string' &&
    (payload === undefined || typeof payload === 'string') &&
    (header === undefined || isObject(header))
  return sound ? { head, body: payload, signature, header } : 'not-flattened'
}

function textsOf(jws: unknown): Texts | string {
  if (typeof jws === 'string') {
    return jws.length > longestJws ? 'too-large' : textsOfCompact(jws)
  }
  return isObject(jws) ? textsOfFlattened(jws) : 'not-compact'
}

function tooLarge({ head, body = '', signature }: Texts): boolean {
  return head.length + body.length + signature.length > longestJws
}

function decode(text: string): Uint8Array | undefined {
  try {
    return fromBase64Url(text)
  } catch {
    return undefined
  }
}

/**
 * Takes a JWS apart. `given` is the payload that was sent beside a detached one; beside an attached one it
 * must be the same octets.
 *
 * Base64url has one text for some octets here: no padding, no blanks, spare bits zero.
 */
export function takeApart(jws: unknown, given?: Uint8Array): Apart {
  const texts = textsOf(jws)
  if (typeof texts === 'string') return { refused: texts }
  if (tooLarge(texts)) return { refused: 'too-large' }
  const { head, signature: signatureText, header } = texts
  if (head === '' || signatureText === '') return { refused: 'not-base64url' }
  const other = given === undefined ? undefined : toBase64Url(given)
  // Compact, a payload of nothing and one that was sent beside look alike (RFC 7515 appendix F).
  const body = texts.body === '' ? (other ?? '') : (texts.body ?? other)
  if (body === undefined) return { refused: 'no-payload' }
  if (other !== undefined && other !== body) return { refused: 'payload-differs' }
  const [protectedBytes, payload, signature] = [head, body, signatureText].map(decode)
  if (protectedBytes === undefined || payload === undefined || signature === undefined) {
    return { refused: 'not-base64url' }
  }
  const input = utf8(`${head}.${body}`)
  return { protectedBytes, payload, signature, signatureText, input, header }
}
