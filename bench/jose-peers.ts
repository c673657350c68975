/** Libraries that sign and verify JSON Web Signatures, behind one shape. They judge the signature and nothing else. */
import type { KeyObject } from 'node:crypto'
import { bundledPeer, peer } from './peers.js'

/** A library of JSON Web Signature, loaded. */
export interface JosePeer {
  readonly name: string
  /** Whether a compact JWS holds. */
  readonly verify: (jws: string, algorithm: string, key: KeyObject) => Promise<boolean>
  readonly sign: (header: object, payload: string, key: KeyObject) => Promise<string>
}

interface Jose {
  readonly compactVerify: (jws: string, key: KeyObject, options: object) => Promise<unknown>
  readonly flattenedVerify: (jws: object, key: KeyObject, options: object) => Promise<unknown>
  readonly CompactSign: new (
    payload: Uint8Array,
  ) => {
    setProtectedHeader(header: object): { sign(key: KeyObject): Promise<string> }
  }
}

async function holds(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt()
    return true
  } catch (caught) {
    if ((caught as { readonly code?: string }).code?.startsWith('ERR_J') === true) return false
    throw caught
  }
}

const joseModule = () => bundledPeer<Jose>('jose', 'jose')

/** `jose`. @throws when it is not installed or does not load here */
export function jose(): JosePeer {
  const { CompactSign, compactVerify } = joseModule()
  return {
    name: 'jose',
    verify: (jws, algorithm, key) =>
      holds(() => compactVerify(jws, key, { algorithms: [algorithm] })),
    sign: (header, payload, key) =>
      new CompactSign(Buffer.from(payload)).setProtectedHeader(header).sign(key),
  }
}

/** Whether a flattened JWS holds, by `jose`. @throws when it is not installed or does not load here */
export function flattenedHolds(jws: object, algorithm: string, key: KeyObject): Promise<boolean> {
  return holds(() => joseModule().flattenedVerify(jws, key, { algorithms: [algorithm] }))
}

interface Auth0Jws {
  verify(jws: string, algorithm: string, key: string): boolean
  sign(asked: object): string
}

/** `jws`. @throws when it is not installed or does not load here */
export function auth0Jws(): JosePeer {
  const library = peer<Auth0Jws>('jws', 'jose')
  const pem = (key: KeyObject, type: 'spki' | 'pkcs8') => key.export({ type, format: 'pem' })
  return {
    name: 'jws',
    verify: (jws, algorithm, key) =>
      Promise.resolve(library.verify(jws, algorithm, pem(key, 'spki') as string)),
    sign: (header, payload, key) =>
      Promise.resolve(library.sign({ header, payload, privateKey: pem(key, 'pkcs8') })),
  }
}
