import { HttpError, InputError, type JsonValue } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import { receiptSchema } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { type Conflict, conflictWith } from '../outbox/conflict.js'
import { judgeFailure } from '../outbox/failure.js'
import type { Operation, SendOperation } from '../outbox/operation.js'
import { differingContent, recordIn } from './compare-records.js'

const paths: Readonly<Record<string, string>> = { record: '/v1/records', minutes: '/v1/minutes' }

type CallSignal = Parameters<SendOperation>[1]

const signalOf = (signal: CallSignal) => (signal === undefined ? {} : { signal })

/** The submission that the platform has under a record's id; undefined when there is none for us to see. */
async function submissionThere(
  http: Http,
  path: string,
  signal: CallSignal,
): Promise<JsonValue | undefined> {
  try {
    return (await http.get(path, { attempts: 1, ...signalOf(signal) })) as JsonValue
  } catch (caught) {
    const unseen = caught instanceof HttpError && [403, 404].includes(caught.status ?? 0)
    if (unseen) return undefined
    throw caught
  }
}

/** What the platform says it has, in a problem document. */
const currentIn = (document: unknown): JsonValue | undefined =>
  (document as { readonly current?: JsonValue } | undefined)?.current

/**
 * What a 409 comes to. A record that is there with the same content, entered on another machine, is acknowledged by the
 * receipt of the one that came first; anything else is a conflict, with where the two differ.
 */
async function resolve(
  http: Http,
  { kind, subject, payload }: Operation,
  caught: HttpError,
  document: unknown,
  signal: CallSignal,
): Promise<JsonValue | Conflict> {
  const current = currentIn(document)
  const facts = {
    failure: judgeFailure(caught).failure,
    ...(current === undefined ? {} : { current }),
  }
  const path = `${paths[kind] ?? ''}/${subject}`
  const there = kind === 'record' ? await submissionThere(http, path, signal) : undefined
  const [ours, theirs] = [recordIn(payload), there === undefined ? undefined : recordIn(there)]
  if (ours === undefined || theirs === undefined) return conflictWith(facts)
  const differs = differingContent(ours, theirs)
  const receipt = receiptSchema.safeParse(current)
  if (differs.length === 0 && receipt.success) return receipt.data
  return conflictWith({ ...facts, differs })
}

/**
 * Sends an operation where its kind belongs, under its own id; without a platform it stays queued. Each is tried once:
 * the outbox has others to send while one waits.
 */
export function platformSender(http: Http | undefined): SendOperation {
  return async (operation, signal) => {
    const path = paths[operation.kind]
    if (http === undefined || path === undefined) {
      throw new InputError(errorCatalogue, 'clinic.send')
    }
    let document: unknown
    try {
      const answer = await http.put(`${path}/${operation.subject}`, {
        body: operation.payload,
        idempotencyKey: operation.id,
        attempts: 1,
        onProblem: (told) => {
          document = told
        },
        ...signalOf(signal),
        ...(operation.kind === 'record' ? { schema: receiptSchema } : {}),
      })
      return answer as JsonValue
    } catch (caught) {
      if (judgeFailure(caught).state !== 'conflict') throw caught
      return resolve(http, operation, caught as HttpError, document, signal)
    }
  }
}
