/** The faults of an ordeal, one after the other; each says what is to be found of it. */
import { createHash } from 'node:crypto'
import { citizenClient } from '@tiemchung/feedback'
import { createHttp } from '@tiemchung/http'
import { must } from '../long-run.js'
import type { Random } from '../random.js'
import type { ClaimedItem } from './claims.js'
import { breakingLine } from './cutter.js'
import { newId, own, type People, type Reported } from './people.js'

export const facility = '01234'
/** Codes that a telephone or an account gets in an hour, by default. */
export const codesAnHour = 30

const usual = { codes: 1, files: [], audited: { submitFeedback: 1, confirmFeedback: 1 } } as const

const claimOf = (
  { id, reference, phone }: Reported,
  actions: readonly string[],
  state: string,
  more: Partial<ClaimedItem> = {},
): ClaimedItem => ({ id, reference, phone, actions, state, ...usual, ...more })

/** The smallest picture that joins up, with a scan as long as is wanted: a JPEG of so many bytes and more. */
function photoOf(random: Random, scan: number): Uint8Array<ArrayBuffer> {
  const head = [0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xda, 0, 2]
  const noise = random.bytes(scan).map((octet) => (octet === 0xff ? 0 : octet))
  return Uint8Array.from([...head, ...noise, 0xff, 0xd9])
}

/** A photo goes up over a line that breaks at random places; our own client goes on each time. */
export async function cutUpload(people: People, random: Random, cuts: number) {
  const reported = await people.report(facility)
  // Larger than what can go up before the last cut: a piece at most between two of them.
  const bytes = photoOf(random, 275_000 * cuts)
  const after = Array.from({ length: cuts }, () => 1000 + random.below(300_000))
  const line = await breakingLine(people.server.address, after)
  const http = createHttp({ baseUrl: line.address, retry: { attempts: 1 } })
  const evidenceId = newId() as never
  let calls = 0
  for (let done = false; !done; calls += 1) {
    must(calls < 20 * cuts + 20, 'the photo never arrives')
    done = await citizenClient({ http })
      .upload({ ...reported, id: reported.id as never }, evidenceId, bytes)
      .then(
        () => true,
        () => false,
      )
  }
  const made = line.cuts()
  must(made === cuts, `${made} cuts, not ${cuts}`)
  await line.close()
  await people.confirm(reported)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const files = [{ sha256, bytes: bytes.length }]
  const items = [claimOf(reported, ['attach', 'confirm'], 'received', { files })]
  return { items, counts: { 'uploads cut': made, 'times the client was asked again': calls - 1 } }
}

/** Codes asked for over and over: so many are sent, the rest is told to wait. */
export async function manyCodes(people: People, asked: number, account: string) {
  const logIns = await Promise.all(Array.from({ length: asked }, () => people.challenge(account)))
  const reported = await people.report(facility)
  const path = `/v1/feedback/${reported.id}/code`
  const resent = await Promise.all(
    Array.from({ length: asked }, () => people.ask('POST', path, { headers: own(reported) })),
  )
  const sent = (answers: typeof logIns) => answers.filter(({ status }) => status === 202).length
  const [toAccount, toPhone] = [sent(logIns), sent(resent) + 1]
  const most = Math.min(asked, codesAnHour)
  must(toAccount === most, `${toAccount} codes to an account, not ${most}`)
  must(
    toPhone === Math.min(asked + 1, codesAnHour),
    `${toPhone} codes to a telephone, not ${Math.min(asked + 1, codesAnHour)}`,
  )
  const refused = [...logIns, ...resent].filter(({ status }) => status !== 202)
  const waits = refused.every(({ status, retryAfter }) => status === 429 && Number(retryAfter) > 0)
  must(waits, 'a code was refused without a wait')
  const audited = { submitFeedback: 1, resendFeedbackCode: toPhone - 1 }
  const items = [claimOf(reported, [], 'awaiting-code', { codes: toPhone, audited })]
  const counts = { 'codes asked for': 2 * asked, 'codes refused with a wait': refused.length }
  return { items, codes: { [account]: toAccount }, counts }
}

/** One report sent many times at once, every other time under one key. */
export async function sameReport(people: People, times: number) {
  const draft = people.draft(facility)
  const key = newId()
  const answers = await Promise.all(
    Array.from({ length: times }, (_, index) =>
      people.ask('PUT', `/v1/feedback/${draft.id}`, {
        body: draft.body,
        headers: index % 2 === 0 ? { 'idempotency-key': key } : {},
      }),
    ),
  )
  must(
    answers.every(({ status }) => status === 202),
    'a report that came again was refused',
  )
  const references = [...new Set(answers.map(({ body }) => String(body['reference'])))]
  must(references.length === 1, `${references.length} references for one report`)
  const reported = { ...draft, reference: references[0] ?? '' }
  await people.confirm(reported)
  const audited = { submitFeedback: Math.floor(times / 2) + 1, confirmFeedback: 1 }
  const items = [claimOf(reported, ['confirm'], 'received', { audited })]
  return { items, counts: { 'same report sent at once': times } }
}

const decisions = [
  { outcome: 'approved', action: 'approve', state: 'approved' },
  { outcome: 'later', action: 'postpone', state: 'later' },
  { outcome: 'rejected', action: 'reject', state: 'rejected' },
] as const

/** A decision of one of the three kinds. */
export function decisionOf(index: number) {
  const kind = decisions[index % decisions.length] ?? decisions[0]
  const reason = kind.outcome === 'rejected' ? { reason: 'photo-unreadable' } : {}
  return { ...kind, body: { outcome: kind.outcome, ...reason } }
}

/** What is to be found of an item that was decided. */
export const decided = (
  reported: Reported,
  { action, state, outcome }: ReturnType<typeof decisionOf>,
  officer: string,
): ClaimedItem =>
  claimOf(reported, ['confirm', 'take', action], state, {
    outcome,
    officer,
    audited: { submitFeedback: 1, confirmFeedback: 1, takeFeedback: 1, decideFeedback: 1 },
  })

/** An item that an officer has in review. */
export async function inReview(people: People, officer: string) {
  const reported = await people.report(facility)
  await people.confirm(reported)
  return { reported, revision: await people.take(reported, officer) }
}

/** Two officers decide the same item at the same time: one does, the other is shown what was decided. */
export async function twoOfficers(people: People, times: number, officers: readonly string[]) {
  const items: ClaimedItem[] = []
  for (let time = 0; time < times; time += 1) {
    const { reported, revision } = await inReview(people, officers[0] ?? '')
    const answers = await Promise.all(
      officers.map((officer, index) =>
        people.decide(reported, decisionOf(time + index).body, { officer, revision, key: newId() }),
      ),
    )
    const told = answers.map(({ status }) => status).sort()
    must(JSON.stringify(told) === '[200,409]', `two officers at once: ${told.join(' ')}`)
    const first = answers.findIndex(({ status }) => status === 200)
    const late = answers[1 - first]?.body['current']
    must(
      JSON.stringify(late) === JSON.stringify(answers[first]?.body),
      'the second officer is not shown what was decided',
    )
    items.push(decided(reported, decisionOf(time + first), officers[first] ?? ''))
  }
  return { items, counts: { 'items decided by two at once': times } }
}
