/** One verification method of a DID document of the GDHCN: where it belongs, and its key. */
import { fromBase64, isSdkError } from '@tiemchung/core'
import { anyBase64, spkiOfJwk } from './jwk-key.js'

/** What a method says, none of it judged. */
export interface DidMethod {
  /** `DCC`, `DDCC`, `PH4H`…; undefined in lists of version 1, which do not say. */
  readonly domain: string | undefined
  /** Three letters in upper case. */
  readonly participant: string
  /** `DSC` or `SCA`; undefined in lists of version 1. */
  readonly usage: string | undefined
  /** Undefined when it has none that can be read. */
  readonly keyId: Uint8Array | undefined
  /** SubjectPublicKeyInfo; undefined when the key in JSON cannot be read. */
  readonly spki: Uint8Array | undefined
  /** Certificates in DER, the key's own first. */
  readonly chain: readonly Uint8Array[]
}

type Loose = Readonly<Record<string, unknown>>

const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {}

/** What a reader gives, or undefined for what is malformed. */
function tried<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (caught) {
    if (isSdkError(caught) || caught instanceof URIError) return undefined
    throw caught
  }
}

/**
 * The parts of an id: `did:web:HOST:v2:trustlist:DCC:XXA:DSC#KID`, and in version 1
 * `did:web:HOST:trustlist:xxa#KID`.
 */
const idPattern =
  /^did:web:[^#]*:trustlist(?::([A-Za-z0-9_-]+))?:([A-Za-z]{3})(?::([A-Z]{3}))?(?:#(.*))?$/

function chainOf(x5c: unknown): readonly Uint8Array[] {
  const texts = Array.isArray(x5c) ? (x5c as readonly unknown[]) : []
  // Nothing for one that cannot be read: it must not let the next stand in its place.
  return texts.map((text) =>
    typeof text === 'string'
      ? (tried(() => fromBase64(text)) ?? new Uint8Array())
      : new Uint8Array(),
  )
}

/** Reads a method; undefined when its id is none of the GDHCN's. */
export function readMethod(value: unknown): DidMethod | undefined {
  const { id, publicKeyJwk } = looseOf(value)
  const parts = typeof id === 'string' ? idPattern.exec(id) : null
  if (parts === null) return undefined
  const [, domain, participant = '', usage, fragment = ''] = parts
  const jwk = looseOf(publicKeyJwk)
  const kid =
    typeof jwk['kid'] === 'string' ? jwk['kid'] : tried(() => decodeURIComponent(fragment))
  const keyId = tried(() => anyBase64(kid ?? ''))
  return {
    domain,
    participant: participant.toUpperCase(),
    usage,
    keyId: keyId?.length === 8 ? keyId : undefined,
    spki: tried(() => spkiOfJwk(jwk)),
    chain: chainOf(jwk['x5c']),
  }
}
