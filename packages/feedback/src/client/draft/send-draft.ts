import { type HttpError, hasCode, isSdkError, type SdkError, type Uuid } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import { evidenceSchema, feedbackRequestSchema, parseWith } from '@tiemchung/schemas'
import { ownHeaders } from '../call-options.js'
import type { CitizenClient } from '../citizen-client.js'
import { putEvidence } from '../upload/put-evidence.js'
import { uploadEvidence } from '../upload/upload-evidence.js'
import type { DraftFile, SendOptions, SendOutcome } from './draft.js'
import { type DraftBook, leftOf, withFile } from './draft-book.js'

/** What sending stands on. */
export interface Sending {
  readonly http: Http
  readonly client: CitizenClient
  readonly book: DraftBook
  readonly newId: () => Uuid
}

/** Files up to this many bytes go in one piece. */
const wholeBytes = 262_144

/** Statuses by which what was sent is refused for what it is, and was not kept. */
const refusals: readonly (number | undefined)[] = [400, 413, 415, 422]

const isRefusal = (caught: unknown): caught is HttpError =>
  hasCode(caught, 'http.status') && refusals.includes((caught as HttpError).status)

/** The report under its own id, the same letters each time; refused, it may be changed and gets another id. */
async function handOver({ client, book, newId }: Sending, call: SendOptions): Promise<void> {
  if (book.kept.reference !== undefined) return
  const { id, form, sealed: before } = book.kept
  const sealed = before ?? parseWith(feedbackRequestSchema, { format: 'feedback/1', id, ...form })
  await book.update(id, (kept) => ({ ...kept, sealed }))
  try {
    const { reference } = await client.submit(sealed, call)
    await book.update(id, (kept) => ({ ...kept, reference }))
  } catch (caught) {
    if (isRefusal(caught)) {
      await book.update(id, ({ sealed: _, ...kept }) => ({ ...kept, id: newId() }))
    }
    throw caught
  }
}

async function sendFile(
  { http, book }: Sending,
  { id, state: _, sent: __, ...known }: DraftFile,
  { signal, onProgress }: SendOptions,
): Promise<void> {
  const { follow } = book.state()
  if (follow === undefined) return
  const evidence = parseWith(evidenceSchema, { id, ...known })
  const file = { evidence, bytes: await book.place.loadFile(id) }
  const call = { headers: ownHeaders(follow), ...(signal === undefined ? {} : { signal }) }
  const tell = (sent: number) => {
    book.note(id, sent)
    onProgress?.({ file: id, ...sumOf(book.kept.files) })
  }
  if (evidence.bytes <= wholeBytes) {
    await putEvidence(http, follow.id, file, call)
    tell(evidence.bytes)
  } else {
    await uploadEvidence(http, follow.id, file, { ...call, onProgress: ({ sent }) => tell(sent) })
  }
  await book.update(follow.id, (kept) => withFile(kept, id, { state: 'sent' }))
  await book.place.removeFile(id)
}

function sumOf(files: readonly DraftFile[]): { sent: number; total: number } {
  const wanted = files.filter(({ state }) => state !== 'refused')
  return {
    sent: wanted.reduce((sum, { sent }) => sum + sent, 0),
    total: wanted.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

async function sendFiles(sending: Sending, options: SendOptions): Promise<void> {
  const { book } = sending
  const { id } = book.kept
  for (const file of leftOf(book.kept)) {
    try {
      await sendFile(sending, file, options)
    } catch (caught) {
      if (!isRefusal(caught)) throw caught
      await book.update(id, (kept) => withFile(kept, file.id, { state: 'refused' }))
    }
  }
}

/** Whether sending stopped for a reason that may pass, so that what was reached is worth telling. */
const mayPass = (caught: unknown): caught is SdkError =>
  isSdkError(caught) && caught.name === 'HttpError' && !isRefusal(caught)

function outcomeOf({ book }: Sending, failure?: SdkError): SendOutcome {
  const { follow, files } = book.state()
  return {
    ...(follow === undefined ? {} : { follow }),
    left: leftOf({ files }),
    refused: files.filter(({ state }) => state === 'refused'),
    ...(failure === undefined ? {} : { failure }),
  }
}

/** Sends what the platform does not have yet. */
export async function sendDraft(sending: Sending, options: SendOptions): Promise<SendOutcome> {
  try {
    await handOver(sending, options)
    await sendFiles(sending, options)
    return outcomeOf(sending)
  } catch (caught) {
    if (!mayPass(caught)) throw caught
    return outcomeOf(sending, caught)
  }
}
