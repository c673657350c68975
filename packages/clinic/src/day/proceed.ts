import { type AbortSignalLike, isSdkError } from '@tiemchung/core'
import type { DrainResult } from '../outbox/outbox.js'
import type { Day } from './day.js'
import type { Proceeded, ProceedHow, ProceedProgress, ProceedStage } from './proceeding.js'
import type { DaySigning } from './terms.js'

interface Going {
  readonly day: Day
  readonly how: ProceedHow
  readonly signal: AbortSignalLike | undefined
  readonly tell: (progress: ProceedProgress) => void
  readonly failed: { readonly stage: ProceedStage; readonly code: string }[]
}

/** Runs a stage. Its failure is written down and does not keep the others from what they can do; a stop does. */
async function stage<Result>(
  { signal, failed }: Going,
  name: ProceedStage,
  otherwise: Result,
  work: () => Promise<Result>,
): Promise<Result> {
  const isStopped = () => signal?.aborted === true
  if (isStopped()) throw signal?.reason as Error
  try {
    return await work()
  } catch (caught) {
    if (isStopped() || !isSdkError(caught)) throw caught
    failed.push({ stage: name, code: caught.code })
    return otherwise
  }
}

function match(going: Going): Promise<number> {
  const { day, tell, signal, how } = going
  const { verifier, context } = how
  if (verifier === undefined || context === undefined) return Promise.resolve(0)
  return stage(going, 'match', 0, () =>
    day.verifyIdentities(verifier, {
      ...context,
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done, total) => tell({ stage: 'match', done, total }),
    }),
  )
}

function sign(going: Going): Promise<DaySigning | undefined> {
  const { day, tell, signal, how } = going
  const { signer } = how
  if (signer === undefined) return Promise.resolve(undefined)
  return stage<DaySigning | undefined>(going, 'sign', undefined, () =>
    day.sign(signer, {
      ...how.signing,
      ...(signal === undefined ? {} : { signal }),
      onEvent: (event) => tell({ stage: 'sign', event }),
    }),
  )
}

function minute(going: Going): Promise<number> {
  const { day, tell, how } = going
  const { minutes, signer } = how
  if (minutes === undefined || signer !== undefined) return Promise.resolve(0)
  return stage(going, 'minute', 0, async () => {
    const records = (await day.minute(minutes))?.records.length ?? 0
    tell({ stage: 'minute', records })
    return records
  })
}

const nothingSent: DrainResult = {
  acknowledged: 0,
  waiting: 0,
  rejected: 0,
  conflicts: 0,
  altered: 0,
  settled: 0,
  busy: true,
}

function send(going: Going): Promise<DrainResult> {
  const { day, tell, signal, how } = going
  return stage(going, 'send', nothingSent, () =>
    day.send({
      ...how.sending,
      ...(signal === undefined ? {} : { signal }),
      onProgress: (progress) => tell({ stage: 'send', progress }),
    }),
  )
}

async function sendReport(going: Going): Promise<DrainResult> {
  const { day, tell, how } = going
  await stage(going, 'report', undefined, async () => {
    const { sequence = 0 } = await day.queueReport(how.signer)
    tell({ stage: 'report', sequence })
  })
  return send(going)
}

/**
 * Brings a day forward by everything that is due: judges who is eligible, has open identities matched, signs or minutes
 * what is complete and matched, and sends what is queued. What was corrected or amended goes through all of it again by
 * itself. Run again it goes on where it was; with nothing due it changes nothing.
 */
export async function proceed(
  day: Day,
  how: ProceedHow,
  signal: AbortSignalLike | undefined,
): Promise<Proceeded> {
  const tell = how.onProgress ?? (() => undefined)
  const going: Going = { day, how, signal, tell, failed: [] }
  await stage(going, 'assess', undefined, async () => {
    const { length } = await day.assess()
    tell({ stage: 'assess', done: length, total: length })
  })
  const asked = await match(going)
  const signing = await sign(going)
  const minuted = await minute(going)
  const sent = await send(going)
  const sending = how.withReport === true ? await sendReport(going) : sent
  const report = await day.report()
  const signed = signing === undefined ? {} : { signing }
  return { asked, ...signed, minuted, sending, failed: going.failed, report }
}
