import { SigningError } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { issueErrors } from '../errors/issue-errors.js'
import { Gatherer } from '../gatherer.js'

async function signAll(
  signer: Signer,
  data: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  const signatures: Uint8Array[] = []
  if (signer.signMany !== undefined) signatures.push(...(await signer.signMany(data)))
  else for (const one of data) signatures.push(await signer.sign(one))
  if (signatures.length === data.length) return signatures
  throw new SigningError(issueErrors, 'certificate-issue.signature-count')
}

/**
 * Signs what comes one by one in batches. A signer is asked for one batch at a time: while it is at it, the
 * next is prepared.
 */
export function signInBatches(
  signer: Signer,
  most: number,
): (data: Uint8Array) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve()
  const gatherer = new Gatherer<Uint8Array, Uint8Array>(most, (data) => {
    const signed = last.then(() => signAll(signer, data))
    last = signed.catch(() => undefined)
    return signed
  })
  return (data) => gatherer.add(data)
}
