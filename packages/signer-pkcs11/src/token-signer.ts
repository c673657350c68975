import { SigningError, utf8 } from '@tiemchung/core'
import {
  type SignatureAlgorithm,
  type Signer,
  type SignOptions,
  schemeOf,
  systemCrypto,
} from '@tiemchung/core/crypto'
import { errorCatalogue as signing } from '@tiemchung/signing'
import { algorithmFor, orderChain } from '@tiemchung/signing/signer'
import { certificateSummary, readCertificate } from '@tiemchung/x509'
import { chooseKey, type KeyChoice } from './choose-key.js'
import { errorCatalogue } from './errors.js'
import type { NativeKey } from './native.js'
import { certificatesOf, keyOf } from './objects.js'
import type { Opened, Session } from './session.js'

/** Which key signs, under which certificate, and how. */
export interface TokenSignerOptions {
  readonly key?: KeyChoice
  /** SHA-256 of the certificate, in hex: needed when the token holds several for the key. */
  readonly certificate?: string
  /** Certificates in DER beside those of the token, when it holds no whole chain; roots are left out. */
  readonly chain?: readonly Uint8Array[]
  /** Default: the one of the key's curve; for RSA PS256 where the token can, else RS256. */
  readonly algorithm?: SignatureAlgorithm
}

async function ownCertificate(
  opened: Opened,
  id: string,
  { certificate, chain = [] }: TokenSignerOptions,
): Promise<Uint8Array> {
  const stored = certificatesOf(opened).flatMap((one) => (one.id === id ? [one.der] : []))
  const candidates = stored.length > 0 ? stored : chain.slice(0, 1)
  const wanted = certificate?.toLowerCase()
  const summaries = await Promise.all(candidates.map(async (der) => certificateSummary(der)))
  const meant = candidates.filter(
    (_, index) => wanted === undefined || summaries[index]?.fingerprint === wanted,
  )
  const [own] = meant
  if (own !== undefined && meant.length === 1) return own
  if (candidates.length === 0) throw new SigningError(signing, 'signing.no-certificate')
  const params = { count: meant.length }
  throw new SigningError(errorCatalogue, 'signing.token-certificate', { params })
}

/** Names of the mechanisms behind PS256: the token hashes, or is given the hash. */
const pssNames = ['SHA256_RSA_PKCS_PSS', 'RSA_PKCS_PSS']

/** What an RSA key of this token signs with unless somebody asks for something else. */
function rsaDefault({ session }: Opened): SignatureAlgorithm {
  const mechanisms = session.slot.getMechanisms()
  for (let index = 0; index < mechanisms.length; index += 1) {
    if (pssNames.includes(mechanisms.tryGetItem(index)?.name ?? '')) return 'PS256'
  }
  return 'RS256'
}

interface Prepared {
  readonly key: NativeKey
  readonly algorithm: SignatureAlgorithm
  readonly chain: readonly Uint8Array[]
  readonly spki: Uint8Array
}

async function prepare(opened: Opened, options: TokenSignerOptions): Promise<Prepared> {
  const { id } = chooseKey(opened, options.key)
  const own = await ownCertificate(opened, id, options)
  const { spki } = readCertificate(own)
  const algorithm = algorithmFor(spki, options.algorithm, rsaDefault(opened))
  const key = await keyOf(opened, 'private', id, schemeOf[algorithm])
  if (key === undefined) throw new SigningError(signing, 'signing.key')
  const pool = [...certificatesOf(opened).map(({ der }) => der), ...(options.chain ?? [])]
  return { key, algorithm, chain: orderChain(own, pool), spki }
}

const probe = utf8('tiemchung: does this key belong to this certificate?')

/**
 * A signer of an open session, after one signature that proves that key and certificate belong together.
 *
 * @throws SigningError `signing.token-key`, `signing.token-certificate`, `signing.no-certificate`,
 *   `signing.key-mismatch`, and those of the token
 */
export async function tokenSigner(session: Session, options: TokenSignerOptions): Promise<Signer> {
  const { key, algorithm, chain, spki } = await session.run((opened) => prepare(opened, options))
  const scheme = schemeOf[algorithm]
  const sign = (data: Uint8Array, { signal }: SignOptions = {}): Promise<Uint8Array> =>
    session.run(async ({ crypto }) => {
      if (signal?.aborted === true) throw new SigningError(signing, 'signing.stopped')
      return new Uint8Array(await crypto.subtle.sign(scheme, key, data))
    })
  const publicKey = await systemCrypto.importPublicKey(spki)
  if (!(await systemCrypto.verify(scheme, publicKey, await sign(probe), probe))) {
    throw new SigningError(signing, 'signing.key-mismatch')
  }
  return { algorithm, chain, sign }
}
