/** How a part of the file is locked, judged before any password is tried on it. */
import { SigningError } from '@tiemchung/core'
import { BaseBlock } from 'asn1js'
import { type AlgorithmIdentifier, PBES2Params, PBKDF2Params } from 'pkijs'
import { errorCatalogue } from './errors.js'

const pbes2 = '1.2.840.113549.1.5.13'
const pbkdf2 = '1.2.840.113549.1.5.12'
/** AES-128, AES-192 and AES-256 in CBC. */
const aesCbc: ReadonlySet<string> = new Set(
  ['2', '22', '42'].map((one) => `2.16.840.1.101.3.4.1.${one}`),
)
/** HMAC with SHA-1, SHA-256, SHA-384 and SHA-512. */
const functions: ReadonlySet<string> = new Set(
  ['7', '9', '10', '11'].map((one) => `1.2.840.113549.2.${one}`),
)
/** PKCS#12's own keys (RFC 7292 appendix C), PBES1, and ciphers of RSA's and DES's time under PBES2. */
const legacy = [/^1\.2\.840\.113549\.1\.12\.1\./, /^1\.2\.840\.113549\.1\.5\.(?:1|3|4|6|10|11)$/]
const legacyCipher = [/^1\.2\.840\.113549\.3\./, /^1\.3\.14\.3\.2\./]

/** What a stranger's file may cost: a few seconds. */
export const mostRounds = 10_000_000

type Unread = 'signing.pkcs12.legacy' | 'signing.pkcs12.unsupported'

function refuse(code: Unread): never {
  throw new SigningError(errorCatalogue, code)
}

/** Parameters to read from: a copy, as the library takes apart what it reads and will read it again. */
function copyOf(parameters: unknown): ArrayBuffer {
  return parameters instanceof BaseBlock ? parameters.toBER() : refuse('signing.pkcs12.unsupported')
}

/**
 * Holds a lock against what is read: PBES2 with PBKDF2 and AES-CBC.
 *
 * @throws SigningError `signing.pkcs12.legacy`, `signing.pkcs12.unsupported`
 */
export function checkProtection({ algorithmId, algorithmParams }: AlgorithmIdentifier): void {
  if (legacy.some((old) => old.test(algorithmId))) refuse('signing.pkcs12.legacy')
  if (algorithmId !== pbes2) refuse('signing.pkcs12.unsupported')
  const { keyDerivationFunc, encryptionScheme } = PBES2Params.fromBER(copyOf(algorithmParams))
  const cipher = encryptionScheme.algorithmId
  if (legacyCipher.some((old) => old.test(cipher))) refuse('signing.pkcs12.legacy')
  if (!aesCbc.has(cipher)) refuse('signing.pkcs12.unsupported')
  if (keyDerivationFunc.algorithmId !== pbkdf2) refuse('signing.pkcs12.unsupported')
  const { iterationCount, prf } = PBKDF2Params.fromBER(copyOf(keyDerivationFunc.algorithmParams))
  if (!(iterationCount >= 1 && iterationCount <= mostRounds)) refuse('signing.pkcs12.unsupported')
  if (prf !== undefined && !functions.has(prf.algorithmId)) refuse('signing.pkcs12.unsupported')
}
