/** The crypto interface that every package uses: sync where the host can, async where it cannot. */

/** A value, or a promise of it where the host's crypto is asynchronous. */
export type MaybePromise<Value> = Value | Promise<Value>

/** Hash functions. SHA-1 is for identifiers (UUIDv5, key ids, old OCSP), never for signatures. */
export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** How a signature was made; the key brings curve and modulus. */
export type SignatureScheme =
  | { readonly name: 'ECDSA'; readonly hash: HashName }
  | { readonly name: 'RSA-PSS'; readonly hash: HashName; readonly saltLength: number }
  | { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: HashName }
  | { readonly name: 'Ed25519' }

/** JOSE names of the algorithms that we sign with (RFC 7518, RFC 8037). */
export type SignatureAlgorithm =
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'EdDSA'

/** The scheme behind each JOSE name. PSS salts are as long as the hash. */
export const schemeOf: Readonly<Record<SignatureAlgorithm, SignatureScheme>> = {
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
  ES512: { name: 'ECDSA', hash: 'SHA-512' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 },
  PS384: { name: 'RSA-PSS', hash: 'SHA-384', saltLength: 48 },
  PS512: { name: 'RSA-PSS', hash: 'SHA-512', saltLength: 64 },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  RS384: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  RS512: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  EdDSA: { name: 'Ed25519' },
}

/** Elliptic curves that are supported. */
export type CurveName = 'P-256' | 'P-384' | 'P-521'

/** What kind of key it is, with its size. */
export type KeyKind =
  | { readonly type: 'ec'; readonly curve: CurveName }
  | { readonly type: 'rsa'; readonly modulusBits: number }
  | { readonly type: 'ed25519' }

/** A public key, imported once and used many times. `handle` belongs to the provider that made it. */
export interface PublicKey {
  readonly kind: KeyKind
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
  readonly handle: unknown
}

/** Hashing and signature checking. It never decides what is trusted. */
export interface CryptoProvider {
  digest(hash: HashName, data: Uint8Array): MaybePromise<Uint8Array>
  /**
   * Imports a SubjectPublicKeyInfo.
   *
   * @throws ParseError `crypto.key`
   */
  importPublicKey(spki: Uint8Array): MaybePromise<PublicKey>
  /**
   * Whether the signature holds. ECDSA signatures are raw `r||s`, of twice the curve's length;
   * anything else, and a key of another kind than the scheme's, is false.
   */
  verify(
    scheme: SignatureScheme,
    key: PublicKey,
    signature: Uint8Array,
    data: Uint8Array,
  ): MaybePromise<boolean>
  /**
   * The same beside others, on as many cores as the host has for it. Providers whose `verify` is
   * asynchronous need none.
   */
  verifyBeside?(
    scheme: SignatureScheme,
    key: PublicKey,
    signature: Uint8Array,
    data: Uint8Array,
  ): Promise<boolean>
}

/**
 * What a signer tells while it is at work. `waiting`: somebody has to confirm, mostly on a phone, and until
 * when. `confirmed`: somebody has.
 */
export type SigningEvent =
  | { readonly kind: 'waiting'; readonly request: string; readonly until?: Date }
  | { readonly kind: 'confirmed'; readonly request: string }

/** What a signer can be asked beside the data. */
export interface SignOptions {
  readonly signal?: import('../world.js').AbortSignalLike
  /**
   * The caller's own id of this call, chosen before the first attempt. A provider that knows such ids
   * answers a call that comes again with what it has, and asks nobody to confirm the same twice.
   */
  readonly request?: string
  readonly onEvent?: (event: SigningEvent) => void
}

/**
 * Something that signs: a key in memory, a file, a token, or a provider that asks a person on a phone.
 *
 * Asynchronous, batch-capable, and free to fail with a `SigningError` whose code says whether it
 * expired, was rejected or is unavailable. ECDSA signatures are raw `r||s`.
 */
export interface Signer {
  readonly algorithm: SignatureAlgorithm
  /** Certificates in DER, the signer's own first; empty for a bare key. */
  readonly chain: readonly Uint8Array[]
  /** The most that one call of `signMany` or `signHashes` takes. Default: any number. */
  readonly limit?: number
  sign(data: Uint8Array, options?: SignOptions): Promise<Uint8Array>
  /** Signs many at once, in order. Signers without it are asked one by one. */
  signMany?(data: readonly Uint8Array[], options?: SignOptions): Promise<readonly Uint8Array[]>
  /**
   * Signs digests made with the hash of the algorithm, in order: providers never see what is signed. Absent
   * where the key itself hashes, as most tokens and Ed25519 do.
   */
  signHashes?(hashes: readonly Uint8Array[], options?: SignOptions): Promise<readonly Uint8Array[]>
}
