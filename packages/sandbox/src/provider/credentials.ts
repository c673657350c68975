import { fromBase64, toBase64 } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import type { Authority } from '../authority/authority.js'
import type { Database } from '../database/database.js'
import { keepSecret, secretOf } from '../database/secrets.js'

/** A key that the providers keep, with its chain. A TEST KEY. */
export interface Credential {
  readonly id: string
  readonly algorithm: 'ES256' | 'RS256'
  readonly pkcs8: Uint8Array
  readonly chain: readonly Uint8Array[]
  /** Serial number of the certificate, in hex. */
  readonly serial: string
}

type Kept = Readonly<Record<string, { pkcs8: string; chain: readonly string[] }>>

function credential(
  id: string,
  algorithm: Credential['algorithm'],
  pkcs8: Uint8Array,
  chain: readonly Uint8Array[],
): Credential {
  const serial = readCertificate(chain[0] ?? new Uint8Array()).serialNumber
  return { id, algorithm, pkcs8, chain, serial }
}

async function makeRsaKey(authority: Authority, facility: string): Promise<Kept[string]> {
  const pair = await generateSigningKey('RS256', { extractable: true, modulusLength: 2048 })
  const subject = {
    country: 'VN',
    stateOrProvince: 'TP Mẫu',
    locality: 'Phường Mẫu',
    organization: `TEST cơ sở ${facility}`,
    userId: `MST:01000${facility}`,
    commonName: `TEST cơ sở ${facility}`,
  }
  const chain = await authority.certify(subject, pair.publicKey)
  return { pkcs8: toBase64(await exportPrivateKey(pair)), chain: chain.map(toBase64) }
}

/**
 * The keys of the providers by id. Those for ES256 are the facilities' own, so that the platform takes
 * what they sign; those for RS256 are made when they are first asked for, and found again.
 */
export function credentialStore(authority: Authority, database: Database) {
  const made = new Map<string, Promise<Credential>>()
  const rsa = async (facility: string): Promise<Credential> => {
    const kept = (await secretOf<Kept>(database, 'provider-keys')) ?? {}
    const one = kept[facility] ?? (await makeRsaKey(authority, facility))
    await keepSecret(database, 'provider-keys', { ...kept, [facility]: one })
    const chain = one.chain.map(fromBase64)
    return credential(`${facility}-rs256`, 'RS256', fromBase64(one.pkcs8), chain)
  }
  return {
    find: (id: string): Promise<Credential | undefined> => {
      const known = made.get(id)
      if (known !== undefined) return known
      const [facility = '', kind] = id.split('-')
      const own = authority.facilityKeys.find((key) => key.facility === facility)
      if (own === undefined) return Promise.resolve(undefined)
      const opened =
        kind === 'rs256'
          ? rsa(facility)
          : Promise.resolve(credential(id, 'ES256', own.pkcs8, own.chain))
      made.set(id, opened)
      return opened
    },
  }
}

export type CredentialStore = ReturnType<typeof credentialStore>
