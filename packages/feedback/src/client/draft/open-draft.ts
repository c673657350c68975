import { InputError, issue, type Uuid, uuidv7 } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import type { FeedbackPolicy } from '../../rules/policy/feedback-policy.js'
import { feedbackPolicy9458 } from '../../rules/policy/feedback-policy-9458.js'
import { type FeedbackWorld, systemWorld } from '../../world.js'
import { citizenClient, type CitizenClientOptions } from '../citizen-client.js'
import { evidenceFile } from '../upload/evidence-file.js'
import type { Draft, DraftFile, DraftStore, SendOutcome } from './draft.js'
import { DraftBook, leftOf } from './draft-book.js'
import { draftPlace, type Kept } from './kept-draft.js'
import { memoryStore } from './memory-store.js'
import { sendDraft, type Sending } from './send-draft.js'

/** Where a draft is kept, and what it is sent by. */
export interface DraftOptions extends CitizenClientOptions {
  /** Default: in memory, forgotten with the page. */
  readonly store?: DraftStore
  /** Tells drafts of one store apart. Default `report`. */
  readonly name?: string
}

const defaultName = 'report'

interface Bench extends Sending {
  readonly policy: FeedbackPolicy
  readonly world: FeedbackWorld
  readonly empty: () => Kept
}

function mustBeOpen(book: DraftBook): void {
  if (book.state().stage === 'open') return
  throw new InputError(errorCatalogue, 'feedback.draft.sealed')
}

async function addFile(bench: Bench, given: Uint8Array): Promise<DraftFile> {
  const { book, policy, world, newId } = bench
  const { bytes, evidence } = await evidenceFile(newId(), given, policy, world)
  const known = book.kept.files.find(({ sha256 }) => sha256 === evidence.sha256)
  if (known !== undefined) return known
  const { most } = policy.evidence
  if (book.kept.files.filter(({ state }) => state !== 'refused').length >= most) {
    const issues = [issue(errorCatalogue, 'feedback.evidence.too-many', { params: { most } })]
    throw new InputError(errorCatalogue, 'feedback.evidence', { issues })
  }
  const file: DraftFile = { ...evidence, sent: 0, state: 'kept' }
  await book.place.saveFile(file.id, bytes)
  await book.update(book.kept.id, (kept) => ({ ...kept, files: [...kept.files, file] }))
  return file
}

async function removeFile({ book }: Bench, id: Uuid): Promise<void> {
  const file = book.kept.files.find((one) => one.id === id)
  if (file === undefined || file.state === 'sent') return
  await book.update(book.kept.id, (kept) => ({
    ...kept,
    files: kept.files.filter((one) => one.id !== id),
  }))
  await book.place.removeFile(id)
}

/** Deletes a draft that is confirmed and of which nothing is left to be sent. */
async function clearWhenDone({ book, empty }: Bench): Promise<void> {
  if (book.kept.confirmed === true && leftOf(book.kept).length === 0) await book.clear(empty())
}

/** The form with members changed, and those that are undefined taken out. */
function changed(form: Kept['form'], change: object): Kept['form'] {
  const members = Object.entries({ ...form, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members)
}

/** What a reporter does with the one-time code of a report that was handed over. */
function codesOf(bench: Bench): Pick<Draft, 'confirm' | 'resendCode'> {
  const { book, client } = bench
  const followed = () => {
    const { follow } = book.state()
    if (follow === undefined) throw new InputError(errorCatalogue, 'feedback.draft.unsent')
    return follow
  }
  return {
    confirm: async (code, call) => {
      const { id } = followed()
      const item = await client.confirm(id, code, call)
      await book.update(id, (kept) => ({ ...kept, confirmed: true }))
      await clearWhenDone(bench)
      return item
    },
    resendCode: async (call) => client.resendCode(followed(), call),
  }
}

function draftOf(bench: Bench): Draft {
  const { book, client, empty } = bench
  let flight: Promise<SendOutcome> | undefined
  const draft: Draft = {
    state: () => book.state(),
    change: async (form) => {
      mustBeOpen(book)
      await book.update(book.kept.id, (kept) => ({ ...kept, form: changed(kept.form, form) }))
    },
    addEvidence: (bytes) => addFile(bench, bytes),
    removeEvidence: (id) => removeFile(bench, id),
    startFromNotice: async (link, call) => {
      mustBeOpen(book)
      const dose = await client.notice(link, call)
      await draft.change({ recordId: dose.recordId, facility: dose.facility })
      return dose
    },
    send: (options = {}) => {
      flight ??= sendDraft(bench, options)
        .then(async (outcome) => {
          await clearWhenDone(bench)
          return outcome
        })
        .finally(() => {
          flight = undefined
        })
      return flight
    },
    ...codesOf(bench),
    discard: () => book.clear(empty()),
  }
  return draft
}

/**
 * Opens the draft of a report: the one that is kept, or a new one. It holds a person, and stays on the device
 * until it is confirmed or discarded; on a device of many people use a store that forgets.
 *
 * It does not establish that a code is on its way: the platform sends it once, when it gets the report.
 *
 * @throws ParseError `feedback.draft.unreadable` when what is kept is no draft; `discardDraft` deletes it
 * @example
 * ```ts
 * import { openDraft } from '@tiemchung/feedback'
 * import type { Http } from '@tiemchung/http'
 *
 * export async function report(http: Http, photo: Uint8Array) {
 *   const draft = await openDraft({ http })
 *   await draft.change({ type: 'wrong-dose-date', claimed: {} })
 *   await draft.addEvidence(photo)
 *   return draft.send({ onProgress: ({ sent, total }) => console.log(sent / total) })
 * }
 * ```
 */
export async function openDraft(options: DraftOptions): Promise<Draft> {
  const { http, policy = feedbackPolicy9458, store = memoryStore(), name = defaultName } = options
  const { crypto, clock, random } = { ...systemWorld, ...options }
  const world = { crypto, clock, random }
  const newId = () => uuidv7(world)
  const empty = (): Kept => ({ format: 'feedback-draft/1', id: newId(), form: {}, files: [] })
  const place = draftPlace(store, name)
  const book = new DraftBook(place, (await place.load()) ?? empty())
  const client = citizenClient({ http, policy, ...world })
  return draftOf({ http, client, book, newId, policy, world, empty })
}

/** Deletes the form of a draft that cannot be read; of one that can, `discard` deletes the files too. */
export async function discardDraft(store: DraftStore, name = defaultName): Promise<void> {
  await draftPlace(store, name).clear([])
}
