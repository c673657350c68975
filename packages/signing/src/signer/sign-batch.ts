import { type AbortSignalLike, isSdkError, type SdkError, SigningError } from '@tiemchung/core'
import {
  type CryptoProvider,
  type PublicKey,
  type Signer,
  type SignOptions,
  schemeOf,
} from '@tiemchung/core/crypto'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../errors.js'
import { fitsKey } from '../signature/algorithm.js'

/**
 * The key that a signer's own certificate names.
 *
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`
 */
export async function publicKeyOf(signer: Signer, crypto: CryptoProvider): Promise<PublicKey> {
  const [own] = signer.chain
  if (own === undefined) throw new SigningError(errorCatalogue, 'signing.no-certificate')
  const key = await crypto.importPublicKey(readCertificate(own).spki)
  if (fitsKey(signer.algorithm, key.kind)) return key
  throw new SigningError(errorCatalogue, 'signing.key-mismatch')
}

/**
 * The error of a signer as one of ours. What a token or provider threw is not kept as the cause: it may
 * repeat the person's data that it was asked to sign.
 */
function failureOf(caught: unknown, signal: AbortSignalLike | undefined): SdkError {
  if (isSdkError(caught)) return caught
  const code = signal?.aborted === true ? 'signing.stopped' : 'signing.unavailable'
  return new SigningError(errorCatalogue, code)
}

/** What a batch is signed with. */
export interface BatchWorld {
  readonly key: PublicKey
  readonly crypto: CryptoProvider
  readonly signal?: AbortSignalLike | undefined
  /** The digests of the inputs, for signers that take them. */
  readonly hashes?: readonly Uint8Array[]
  readonly request?: string
  readonly onEvent?: NonNullable<SignOptions['onEvent']>
}

async function askAll(
  signer: Signer,
  inputs: readonly Uint8Array[],
  { signal, hashes, request, onEvent }: BatchWorld,
): Promise<readonly Uint8Array[]> {
  const options: SignOptions = {
    ...(signal === undefined ? {} : { signal }),
    ...(request === undefined ? {} : { request }),
    ...(onEvent === undefined ? {} : { onEvent }),
  }
  if (hashes !== undefined && signer.signHashes !== undefined) {
    return signer.signHashes(hashes, options)
  }
  if (signer.signMany !== undefined) return signer.signMany(inputs, options)
  const signatures: Uint8Array[] = []
  for (const input of inputs) signatures.push(await signer.sign(input, options))
  return signatures
}

/**
 * The signatures of one batch, in order, undefined where what came back does not hold under the
 * signer's own certificate: a provider that mixes up its answers is found here and not at the platform.
 *
 * @throws SigningError as the signer does, `signing.stopped`, `signing.unavailable`, `signing.answer`
 *   when the number of signatures is wrong
 */
export async function signBatch(
  signer: Signer,
  inputs: readonly Uint8Array[],
  world: BatchWorld,
): Promise<readonly (Uint8Array | undefined)[]> {
  const { key, crypto, signal } = world
  let signatures: readonly Uint8Array[]
  try {
    signatures = await askAll(signer, inputs, world)
  } catch (caught) {
    throw failureOf(caught, signal)
  }
  if (signatures.length !== inputs.length) throw new SigningError(errorCatalogue, 'signing.answer')
  const scheme = schemeOf[signer.algorithm]
  const sound: (Uint8Array | undefined)[] = []
  for (const [index, input] of inputs.entries()) {
    const signature = signatures[index]
    const holds = signature !== undefined && (await crypto.verify(scheme, key, signature, input))
    sound.push(holds ? signature : undefined)
  }
  return sound
}
