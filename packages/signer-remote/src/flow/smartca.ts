/**
 * The flow of Vietnamese providers: a transaction is begun, somebody confirms it on a phone, its result is
 * fetched or sent. Every answer has HTTP status 200; the body says what became of it.
 */
import { fromBase64, hasCode, toHex } from '@tiemchung/core'
import type { SigningCall, Contact } from './call.js'
import { docOf, entryOf, judged, judgedCallback } from './call.js'
import { askFor } from '../secrets.js'
import { namedSignatures, stateWords } from '../wait/callback.js'
import { waitFor } from '../wait/wait-for.js'
import { type Answer, stopIfAsked } from '../wire/line.js'
import { type Loose, listOf, objectOf, textOf } from '../wire/loose.js'
import { outcomeError, outcomeOf, refusalError } from '../wire/outcome.js'
import type { OfferedKey } from './offered-key.js'

async function account({ secrets }: Contact): Promise<object> {
  const client = await askFor(secrets.client)
  const user = await askFor(secrets.user)
  return { sp_id: client.id, sp_password: client.secret, user_id: user.id }
}

/** The data of an answer that says that all is well, `waiting`, or an error. */
function dataOf({ profile }: Contact, answer: Answer): Loose | 'waiting' {
  if (answer.kind === 'refused') throw refusalError(profile, answer)
  if (answer.kind === 'lost') throw outcomeError('unavailable')
  const outcome = outcomeOf(profile, stateWords(answer.body)) ?? 'unavailable'
  if (outcome === 'done') return objectOf(answer.body['data'])
  if (outcome === 'waiting') return outcome
  throw outcomeError(outcome)
}

const certificateOf = (text: string): readonly Uint8Array[] => {
  try {
    const body = text.replaceAll(/-----[A-Z ]+-----|\s/g, '')
    return body === '' ? [] : [fromBase64(body)]
  } catch {
    return []
  }
}

function offered(value: unknown): readonly OfferedKey[] {
  const item = objectOf(value)
  const chain = objectOf(item['chain_data'])
  const [own] = certificateOf(textOf(item, 'cert_data'))
  const id = textOf(item, 'serial_number')
  if (own === undefined || id === '') return []
  const others = [textOf(chain, 'ca_cert'), textOf(chain, 'root_cert')].flatMap(certificateOf)
  return [{ id, own, others }]
}

/** The keys of the user. */
export async function smartCaKeys(
  contact: Contact,
  newId: () => string,
): Promise<readonly OfferedKey[]> {
  const who = await account(contact)
  const body = { ...who, serial_number: '', transaction_id: newId() }
  const data = dataOf(contact, await contact.line.read('credentials/get_certificate', body))
  return data === 'waiting' ? [] : listOf(data, 'user_certificates').flatMap(offered)
}

/** `20220520093000Z`. */
const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')

async function signBody(call: SigningCall): Promise<object> {
  return {
    ...(await account(call)),
    transaction_id: call.request,
    serial_number: call.key,
    time_stamp: stamp(call.world.clock.now()),
    sign_files: call.hashes.map((hash, index) => ({
      doc_id: docOf(index),
      file_type: 'json',
      sign_type: 'hash',
      data_to_be_signed: toHex(hash),
    })),
  }
}

/** How often a transaction is begun at most, where beginning it again is beginning it once. */
const attempts = 3

/** Refusals at the door: nothing was begun, so the same request may come again. */
const doors: readonly string[] = ['signing.quota', 'signing.credential', 'signing.limit']

/** The provider's id of a transaction that it took. */
async function accepted(call: SigningCall, answer: Answer): Promise<string> {
  try {
    const data = dataOf(call, answer)
    const transaction = data === 'waiting' ? '' : textOf(data, 'tran_code')
    // It was taken, and there is no way to ask about it.
    if (transaction === '') throw outcomeError('unsure')
    return transaction
  } catch (caught) {
    const refused = answer.kind === 'refused' || hasCode(caught, ...doors)
    if (refused) await call.journal.forget(call.request)
    throw caught
  }
}

/** Begins the transaction, and gives the provider's id of it. */
async function begin(call: SigningCall): Promise<string> {
  const { profile, world, line, signal } = call
  const body = await signBody(call)
  for (let attempt = 1; ; attempt += 1) {
    const answer = await line.once('signatures/sign', body)
    if (answer.kind !== 'lost') return accepted(call, answer)
    if (!profile.repeats.value) throw outcomeError('unsure')
    if (attempt === attempts) throw outcomeError('unavailable')
    await world.sleep(profile.poll.first * 1000 * attempt, signal).catch(() => stopIfAsked(signal))
  }
}

/** The transaction of this request: the one that is under way, or a new one. */
async function transactionOf(
  call: SigningCall,
): Promise<{ readonly id: string; readonly known: boolean }> {
  const { before, digest } = await entryOf(call)
  if (before?.transaction !== undefined) return { id: before.transaction, known: true }
  if (before !== undefined && !call.profile.repeats.value) throw outcomeError('unsure')
  await call.journal.write(call.request, { digest })
  const id = await begin(call)
  await call.journal.write(call.request, { digest, transaction: id })
  return { id, known: false }
}

/** Looks at a transaction: what was sent by itself first, then what the provider says when it is asked. */
async function look(
  call: SigningCall,
  transaction: string,
): Promise<readonly Uint8Array[] | 'waiting' | 'lost'> {
  const callback = call.inbox?.take(transaction)
  const sent = callback && (await judgedCallback(call, callback.signatures))
  if (sent !== undefined) return sent
  const path = `signatures/sign/${encodeURIComponent(transaction)}/status`
  const answer = await call.line.read(path, {})
  if (answer.kind === 'lost') return 'lost'
  const data = dataOf(call, answer)
  return data === 'waiting' ? data : judged(call, namedSignatures(data))
}

/** Signs digests: begins a transaction under the request's id, or takes up the one that is there. */
export async function smartCaSign(call: SigningCall): Promise<readonly Uint8Array[]> {
  const { id, known } = await transactionOf(call)
  const signatures = await waitFor(call, id, () => look(call, id), { once: known })
  call.tell({ kind: 'confirmed', request: call.request })
  return signatures
}
