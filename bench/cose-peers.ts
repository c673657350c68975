/** Libraries that sign and verify COSE_Sign1, behind one shape. They judge the signature and nothing else. */
import type { KeyObject } from 'node:crypto'
import { bundledPeer } from './peers.js'

/** The algorithms of health certificates. */
export type Algorithm = 'ES256' | 'PS256'

/** A library of COSE, loaded. */
export interface CosePeer {
  readonly name: string
  /** Whether the signature holds. */
  readonly verify: (cose: Uint8Array, key: KeyObject) => Promise<boolean>
  readonly sign: (asked: SigningRequest) => Promise<Uint8Array>
}

/** What a library is asked to sign. */
export interface SigningRequest {
  readonly payload: Uint8Array
  readonly algorithm: Algorithm
  readonly keyId: Uint8Array
  readonly privateKey: KeyObject
}

/** A protected header by its labels. */
export type HeaderPairs = readonly (readonly [number, unknown])[]

/** A library that signs with whatever header it is given. */
export interface OpenCosePeer extends CosePeer {
  readonly signWith: (
    header: HeaderPairs,
    payload: Uint8Array,
    privateKey: KeyObject,
  ) => Promise<Uint8Array>
}

interface CoseKit {
  readonly coseVerify: (cose: Uint8Array, key: unknown) => Promise<{ readonly isValid: boolean }>
  readonly coseSign: (
    protectedHeader: { readonly alg: string; readonly kid: Uint8Array },
    unprotectedHeader: object,
    payload: Uint8Array,
    key: unknown,
  ) => Promise<Uint8Array>
}

/** `cose-kit`. @throws when it is not installed or does not load here */
export function coseKit(): CosePeer {
  const { coseSign, coseVerify } = bundledPeer<CoseKit>('common', 'cose-kit')
  return {
    name: 'cose-kit',
    verify: async (cose, key) => (await coseVerify(cose, key)).isValid,
    sign: ({ payload, algorithm, keyId, privateKey }) =>
      coseSign({ alg: algorithm, kid: keyId }, {}, payload, privateKey),
  }
}

interface Auth0Sign1 {
  verify(key: unknown): Promise<void>
  encode(): Uint8Array
}

interface Auth0Cose {
  readonly Sign1: {
    decode(cose: Uint8Array): Auth0Sign1
    sign(
      protectedHeader: unknown,
      unprotectedHeader: unknown,
      payload: Uint8Array,
      key: unknown,
    ): Promise<Auth0Sign1>
  }
  readonly ProtectedHeaders: {
    readonly from: (pairs: readonly (readonly [number, unknown])[]) => unknown
  }
  readonly UnprotectedHeaders: Auth0Cose['ProtectedHeaders']
  readonly Algorithms: Readonly<Record<Algorithm, number>>
  readonly Headers: { readonly Algorithm: number; readonly KeyID: number }
}

/** `@auth0/cose`. @throws when it is not installed or does not load here */
export function auth0Cose(): OpenCosePeer {
  const auth0 = bundledPeer<Auth0Cose>('common', '@auth0/cose')
  const { Algorithms, Headers, ProtectedHeaders, Sign1, UnprotectedHeaders } = auth0
  const signWith: OpenCosePeer['signWith'] = async (pairs, payload, privateKey) => {
    const header = ProtectedHeaders.from(pairs)
    return (await Sign1.sign(header, UnprotectedHeaders.from([]), payload, privateKey)).encode()
  }
  return {
    name: '@auth0/cose',
    verify: async (cose, key) => {
      const message = Sign1.decode(cose)
      // It answers by throwing.
      return message.verify(key).then(
        () => true,
        () => false,
      )
    },
    signWith,
    sign: ({ payload, algorithm, keyId, privateKey }) => {
      const header = [
        [Headers.Algorithm, Algorithms[algorithm]],
        [Headers.KeyID, keyId],
      ] as const
      return signWith(header, payload, privateKey)
    },
  }
}
