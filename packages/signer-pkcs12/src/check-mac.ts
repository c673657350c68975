import { type Issue, issue, SigningError } from '@tiemchung/core'
import type { OctetString } from 'asn1js'
import type { ICryptoEngine, MacData } from 'pkijs'
import { errorCatalogue } from './errors.js'

/** Below it a password is guessed too cheaply; what OpenSSL writes when nobody says otherwise. */
const leastRounds = 2048

/** The library derives this key in JavaScript: what a stranger's file may cost is a few seconds. */
const mostMacRounds = 1_000_000

/** SHA-1, SHA-256, SHA-384 and SHA-512. */
const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

function warning(code: 'signing.pkcs12.no-mac' | 'signing.pkcs12.mac-rounds', rounds = 0): Issue {
  const params = code === 'signing.pkcs12.no-mac' ? {} : { params: { rounds } }
  return issue(errorCatalogue, code, { severity: 'warning', ...params })
}

/** What is weak about the check over the whole file, known without the password. */
export function macWarnings(mac: MacData | undefined): readonly Issue[] {
  if (mac === undefined) return [warning('signing.pkcs12.no-mac')]
  const rounds = mac.iterations ?? 1
  return rounds < leastRounds ? [warning('signing.pkcs12.mac-rounds', rounds)] : []
}

function bytesOf(text: OctetString): ArrayBuffer {
  return new Uint8Array(text.getValue()).slice().buffer
}

/**
 * Whether this password made the check over the whole file.
 *
 * @throws SigningError `signing.pkcs12.unsupported` for a check that cannot be made again here
 */
export async function macHolds(
  { mac, macSalt, iterations = 1 }: MacData,
  content: ArrayBuffer,
  password: ArrayBuffer,
  engine: ICryptoEngine,
): Promise<boolean> {
  const hashAlgorithm = hashes[mac.digestAlgorithm.algorithmId]
  if (hashAlgorithm === undefined || !(iterations >= 1 && iterations <= mostMacRounds)) {
    throw new SigningError(errorCatalogue, 'signing.pkcs12.unsupported')
  }
  return engine.verifyDataStampedWithPassword({
    password,
    hashAlgorithm,
    salt: bytesOf(macSalt),
    iterationCount: iterations,
    contentToVerify: content,
    signatureToVerify: bytesOf(mac.digest),
  })
}
