import { type KeyKind, keyKindOf } from '@tiemchung/core/crypto'
import { type CertificateSummary, certificateSummary, readCertificate } from '@tiemchung/x509'
import { certificatesOf, privateKeysOf, type StoredKey, spkiOf } from './objects.js'
import type { Opened } from './session.js'

/** A certificate in the token and what it says of itself. A subject may be a person: do not log it. */
export interface TokenCertificate extends CertificateSummary {
  readonly der: Uint8Array
}

/** A private key in the token. */
export interface TokenKey extends StoredKey {
  /** What kind of key it is; undefined when the token shows neither its public half nor a certificate. */
  readonly kind: KeyKind | undefined
  /** The certificates of this key that the token holds. */
  readonly certificates: readonly TokenCertificate[]
}

async function readable(der: Uint8Array): Promise<readonly TokenCertificate[]> {
  try {
    return [{ der, ...(await certificateSummary(der)) }]
  } catch {
    return []
  }
}

function kindOf(spki: Uint8Array | undefined): KeyKind | undefined {
  try {
    return spki && keyKindOf(spki)
  } catch {
    return undefined
  }
}

async function describe(opened: Opened, key: StoredKey): Promise<TokenKey> {
  const own = certificatesOf(opened).filter(({ id }) => id === key.id)
  const certificates = (await Promise.all(own.map(({ der }) => readable(der)))).flat()
  const [first] = certificates
  const spki = (await spkiOf(opened, key.id)) ?? (first && readCertificate(first.der).spki)
  return { ...key, kind: kindOf(spki), certificates }
}

/** The private keys of a token, each with its certificates. */
export async function listKeys(opened: Opened): Promise<readonly TokenKey[]> {
  const keys: TokenKey[] = []
  for (const key of privateKeysOf(opened)) keys.push(await describe(opened, key))
  return keys
}
