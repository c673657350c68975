/** The octets of one facility's day, measured. */
import { canonicalJson } from '@tiemchung/core'
import { sealDay, signRecords } from '@tiemchung/signing'
import type { Sizes } from './national-load.js'
import { dayOfRun } from './sign.js'

/** The octets of one facility's day. */
export async function sizesOfRun(): Promise<Sizes> {
  const { records, signer, day, at } = await dayOfRun()
  const { seal, proofs } = await sealDay(day, signer, { at })
  const { signed } = await signRecords(records.slice(0, 1), signer, { at })
  const octets = (value: unknown) => Buffer.byteLength(canonicalJson(value), 'utf8')
  const proofsTogether = proofs.reduce((sum, proof) => sum + octets(proof), 0)
  return {
    records: records.length,
    record: octets(records[0]),
    signed: octets(signed[0]),
    seal: octets(seal),
    proof: Math.round(proofsTogether / proofs.length),
  }
}
