/** Keys and certificates as they lie in the token. */
import { toHex } from '@tiemchung/core'
import type { NativeKey } from './native.js'
import type { Opened } from './session.js'

/** CKO_… */
export const objectClass = { certificate: 1, privateKey: 3 } as const

/** CKC_X_509. */
export const x509Type = 0

/** What a private key is called. */
export interface StoredKey {
  /** CKA_ID in lower-case hex. */
  readonly id: string
  readonly label: string
}

/** A certificate, with the id of the key that it is said to be for. */
export interface StoredCertificate {
  readonly id: string
  readonly der: Uint8Array
}

export function privateKeysOf({ session }: Opened): readonly StoredKey[] {
  const keys: StoredKey[] = []
  session.find({ class: objectClass.privateKey, token: true }, (found) => {
    const { id, label } = found.toType()
    keys.push({ id: toHex(new Uint8Array(id)), label })
  })
  return keys
}

/** Every X.509 certificate of the token. */
export function certificatesOf({ session }: Opened): readonly StoredCertificate[] {
  const certificates: StoredCertificate[] = []
  const template = { class: objectClass.certificate, certType: x509Type, token: true }
  session.find(template, (found) => {
    const { id, value } = found.toType()
    certificates.push({ id: toHex(new Uint8Array(id)), der: new Uint8Array(value) })
  })
  return certificates
}

/** A key of the bridge's WebCrypto by its CKA_ID, to be used in one way or as the token says. */
export async function keyOf(
  { crypto }: Opened,
  side: 'private' | 'public',
  id: string,
  algorithm?: object,
): Promise<NativeKey | undefined> {
  const names = await crypto.keyStorage.keys()
  const name = names.find((one) => one.startsWith(`${side}-`) && one.endsWith(`-${id}`))
  if (name === undefined) return undefined
  if (algorithm === undefined) return crypto.keyStorage.getItem(name)
  const usages = side === 'private' ? ['sign'] : ['verify']
  return crypto.keyStorage.getItem(name, algorithm, side === 'public', usages)
}

/** SubjectPublicKeyInfo in DER of a key's public half, where the token keeps it. */
export async function spkiOf(opened: Opened, id: string): Promise<Uint8Array | undefined> {
  const key = await keyOf(opened, 'public', id)
  return key && new Uint8Array(await opened.crypto.subtle.exportKey('spki', key))
}
