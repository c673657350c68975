/** Step 6: everything goes over HTTP through the durable outbox, while faults strike and a process dies. */
import type { DrainResult } from '@tiemchung/clinic'
import { OfficeDied } from '../facility/office.js'
import { at, askAll, type Stage, type Vaccinating } from '../day/stage.js'

/** What sending came to at the facility that met the faults. */
export interface Sending {
  readonly facility: string
  /** Acknowledged records after which the process died; null when there were too few to die among. */
  readonly diedAfter: number | null
  readonly starts: number
  readonly faultsMet: number
  readonly result: DrainResult
}

/** Refused, cut after the commit, answered in trickles, delayed, cut again. */
const faults = [
  { kind: 'status', status: 503, times: 12, after: 5, retryAfterSeconds: 0 },
  { kind: 'drop-after-commit', times: 8, after: 20 },
  { kind: 'slow-body', times: 3, after: 60, ms: 200 },
  { kind: 'delay', times: 4, after: 90, ms: 150 },
  { kind: 'drop-after-commit', times: 8, after: 150 },
] as const

/** Faults for a small day begin earlier, so that they are met at all. */
async function injectFaults({ platform }: Stage, records: number): Promise<void> {
  const share = Math.min(1, records / 500)
  for (const fault of faults) {
    const match = { method: 'PUT', path: '/v1/records/' }
    const body = {
      ...fault,
      match,
      after: Math.floor(fault.after * share),
      times: Math.max(1, Math.round(fault.times * share)),
    }
    await platform.open.post('/_sandbox/faults', { body })
  }
}

/** Sends; when the process dies it is started again and goes on where the store says. */
async function sendThroughAll(
  { truth }: Stage,
  { office }: Vaccinating,
  dieAfter: number | null,
): Promise<{ readonly starts: number; readonly result: DrainResult }> {
  try {
    return { starts: 1, result: await office.ask('send', { dieAfter }) }
  } catch (caught) {
    if (!(caught instanceof OfficeDied) || dieAfter === null) throw caught
  }
  office.restart(at(truth, '16:45'))
  return { starts: 2, result: await office.ask('send', { dieAfter: null }) }
}

/** The busiest facility sends through the faults and is killed once in the middle; the others just send. */
export async function sendRecords(
  stage: Stage,
  signed: ReadonlyMap<string, number>,
): Promise<Sending> {
  const [busiest] = [...stage.facilities].sort(
    (one, other) => (signed.get(other.code) ?? 0) - (signed.get(one.code) ?? 0),
  )
  if (busiest === undefined) throw new Error('no facility vaccinates')
  const others = stage.facilities.filter((one) => one !== busiest)
  const sent = await askAll({ facilities: others }, ({ office }) =>
    office.ask('send', { dieAfter: null }),
  )
  for (const { facility, answer } of sent) {
    stage.say(
      6,
      `${facility.code}: nền tảng nhận ${answer.acknowledged} lượt gửi, còn chờ ${answer.waiting}`,
      `${facility.code}: submissions acknowledged: ${answer.acknowledged}, waiting: ${answer.waiting}`,
    )
  }
  const records = signed.get(busiest.code) ?? 0
  await injectFaults(stage, records)
  const dieAfter = records < 3 ? null : Math.ceil(records * 0.4)
  const { starts, result } = await sendThroughAll(stage, busiest, dieAfter)
  const { met } = (await stage.platform.open.delete('/_sandbox/faults')) as { met: number }
  const sending = { facility: busiest.code, diedAfter: dieAfter, starts, faultsMet: met, result }
  tell(stage, sending)
  return sending
}

function tell({ say }: Stage, { facility, diedAfter, starts, faultsMet, result }: Sending): void {
  const died = diedAfter ?? 0
  say(
    6,
    `${facility}: gặp ${faultsMet} sự cố; tiến trình bị ngắt sau ${died} bản ghi, khởi động ${starts} lần; nền tảng nhận ${result.acknowledged}, còn chờ ${result.waiting}`,
    `${facility}: ${faultsMet} faults met; the process was killed after ${died} records, ${starts} starts; ${result.acknowledged} acknowledged, ${result.waiting} waiting`,
  )
}
