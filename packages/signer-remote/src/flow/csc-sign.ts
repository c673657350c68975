/** Signing by the CSC API: activation data for these hashes, then the signatures, at once or later. */
import { fromBase64, toBase64 } from '@tiemchung/core'
import { algorithmFacts } from '../check/algorithm.js'
import { askFor } from '../secrets.js'
import type { NamedSignature } from '../wait/callback.js'
import { waitFor } from '../wait/wait-for.js'
import { type Loose, listOf, objectOf, textOf } from '../wire/loose.js'
import { outcomeError, outcomeOf, refusalError } from '../wire/outcome.js'
import { docOf, entryOf, judged, type SigningCall } from './call.js'
import { cscKeyInfo } from './csc-keys.js'
import { bodyOf, type CscSession, cscSession } from './csc-session.js'

const texts = (call: SigningCall): readonly string[] => call.hashes.map(toBase64)

/** The hashes and their algorithm, as each edition names them. */
function hashMembers(call: SigningCall): object {
  const { hashOid } = algorithmFacts(call.algorithm)
  return call.profile.flow === 'csc-v2'
    ? { hashes: texts(call), hashAlgorithmOID: hashOid }
    : { hash: texts(call) }
}

/** Which secrets the key wants, as `credentials/info` says: edition 1 by name, edition 2 in a list. */
function wanted(info: Loose): {
  readonly pin: boolean
  readonly otp: boolean
  readonly sent: boolean
} {
  const ids = listOf(objectOf(info['auth']), 'objects').map((one) => textOf(objectOf(one), 'id'))
  const [pin, otp] = [objectOf(info['PIN']), objectOf(info['OTP'])]
  const there = (one: Loose) => ['true', 'optional'].includes(textOf(one, 'presence'))
  return {
    pin: there(pin) || ids.includes('PIN'),
    otp: there(otp) || ids.includes('OTP'),
    sent: textOf(otp, 'type') === 'online' || ids.includes('OTP'),
  }
}

/** PIN and one-time code, asked for now and let go of with the request. */
async function secretMembers(call: SigningCall, session: CscSession): Promise<object> {
  const { pin, otp, sent } = wanted(await cscKeyInfo(call, session, call.key))
  if (sent) bodyOf(call, await session.once('credentials/sendOTP', { credentialID: call.key }))
  const given: Record<string, string> = {}
  if (pin) given['PIN'] = await askFor(call.secrets.pin)
  if (otp) given['OTP'] = await askFor(call.secrets.otp)
  if (call.profile.flow === 'csc-v1') return given
  return { authData: Object.entries(given).map(([id, value]) => ({ id, value })) }
}

/** What a phone shows of each hash: a number, as nothing of a record is the provider's to know. */
const phoneMembers = (call: SigningCall): object => ({
  description: 'tiemchung',
  documents: call.hashes.map((_, index) => ({
    document_id: index + 1,
    document_name: docOf(index),
  })),
})

/** The data that activates the key for these hashes. */
async function activation(call: SigningCall, session: CscSession): Promise<string> {
  const { consent } = call.profile
  if (consent === 'token') {
    const { credentialToken } = call.secrets
    const { hashOid } = algorithmFacts(call.algorithm)
    const asked = { credential: call.key, hashes: texts(call), hashAlgorithm: hashOid }
    return askFor(credentialToken && (() => credentialToken(asked)))
  }
  const onPhone = consent === 'phone'
  const more = onPhone ? phoneMembers(call) : await secretMembers(call, session)
  const numbers = { credentialID: call.key, numSignatures: call.hashes.length }
  const body = { ...numbers, ...hashMembers(call), ...more }
  if (onPhone) tellWaiting(call)
  const path = 'credentials/authorize'
  const answer = onPhone ? await session.patiently(path, body) : await session.once(path, body)
  const sad = textOf(bodyOf(call, answer), 'SAD')
  if (sad === '') throw outcomeError('unavailable')
  if (onPhone) call.tell({ kind: 'confirmed', request: call.request })
  return sad
}

function tellWaiting(call: SigningCall): void {
  const ends = call.world.clock.now().getTime() + call.profile.confirmation.value * 1000
  call.tell({ kind: 'waiting', request: call.request, until: new Date(ends) })
}

function signBody(call: SigningCall, sad: string): object {
  const { oid, hashOid } = algorithmFacts(call.algorithm)
  const { flow, deferred, consent } = call.profile
  return {
    credentialID: call.key,
    SAD: sad,
    ...hashMembers(call),
    signAlgo: oid,
    ...(flow === 'csc-v1' ? { hashAlgo: hashOid } : {}),
    ...(flow === 'csc-v2' ? { operationMode: deferred === true ? 'A' : 'S' } : {}),
    ...(flow === 'csc-v1' && consent === 'phone' ? phoneMembers(call) : {}),
  }
}

/** The signatures of an answer, by place. What is none counts as missing. */
function signaturesOf(body: Loose): readonly NamedSignature[] {
  return listOf(body, 'signatures').flatMap((value, index) => {
    try {
      const text = typeof value === 'string' ? value.replaceAll(/\s/g, '') : ''
      return [{ doc: docOf(index), signature: fromBase64(text) }]
    } catch {
      return []
    }
  })
}

/** Fetches what was asked for before. */
async function later(
  call: SigningCall,
  session: CscSession,
  transaction: string,
  known: boolean,
): Promise<readonly Uint8Array[]> {
  const look = async () => {
    const answer = await session.read('signatures/signPolling', { responseID: transaction })
    if (answer.kind === 'lost') return 'lost'
    if (answer.kind === 'refused' && outcomeOf(call.profile, [answer.word]) === 'waiting') {
      return 'waiting'
    }
    const body = bodyOf(call, answer)
    return 'signatures' in body ? judged(call, signaturesOf(body)) : 'waiting'
  }
  const signatures = await waitFor(call, transaction, look, { once: known })
  call.tell({ kind: 'confirmed', request: call.request })
  return signatures
}

/** Signs digests. What cannot be asked for again is asked for once. */
export async function cscSign(call: SigningCall): Promise<readonly Uint8Array[]> {
  const session = cscSession(call)
  const { before, digest } = await entryOf(call)
  if (before?.transaction !== undefined) return later(call, session, before.transaction, true)
  if (before !== undefined) throw outcomeError('unsure')
  const sad = await activation(call, session)
  await call.journal.write(call.request, { digest })
  const answer = await session.once('signatures/signHash', signBody(call, sad))
  if (answer.kind === 'lost') throw outcomeError('unsure')
  if (answer.kind === 'refused') {
    // A word that says no more than that the activation data is void may be the answer to a copy of the
    // request, which some proxies make; then the first was carried out.
    const known = outcomeOf(call.profile, [answer.word]) !== undefined
    if (!known && answer.status === 400) throw outcomeError('unsure')
    await call.journal.forget(call.request)
    throw refusalError(call.profile, answer)
  }
  const transaction = textOf(answer.body, 'responseID')
  if (transaction === '') return judged(call, signaturesOf(answer.body))
  await call.journal.write(call.request, { digest, transaction })
  return later(call, session, transaction, false)
}
