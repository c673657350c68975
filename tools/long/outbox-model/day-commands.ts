/** What people do to the day: they enter, edit, sign and amend. */
import type { Day, DaySigning } from '@tiemchung/clinic'
import type { DaySigningMode } from '@tiemchung/signing'
import * as fc from 'fast-check'
import { must } from '../long-run.js'
import {
  codeOf,
  command,
  crash,
  index,
  onDisk,
  oneIn,
  payload,
  recordsOnDisk,
  takeIn,
} from './command.js'
import type { Crash } from './crashing-store.js'
import { authorityAt, by, doseOf, keyOf, signerWhile } from './day.js'
import type { Office } from './office.js'
import type { Known } from './records.js'
import type { Reference } from './reference.js'
import type { Payload } from './server.js'

/** The record that came to the disk, when one did. */
async function newRecord(model: Reference, office: Office): Promise<string | undefined> {
  const [fresh, ...more] = (await recordsOnDisk(office)).slice(model.records.all.length)
  must(more.length === 0, 'one entry made two records')
  return fresh?.record.id
}

/** Enters a dose; of a child that has one, what is there stands. */
export const enter = (child: number, payload: Payload, crash: Crash | undefined) =>
  command(`enter ${JSON.stringify([child, payload, crash])}`, async (model, { office }) => {
    const before = model.records.currentOf(child)
    const said = await office.live(crash, (_, day) => day.enter(keyOf(child), doseOf(payload), by))
    const id = await newRecord(model, office)
    must(
      said === 'gone' || (id === undefined) === (before !== undefined),
      'entering went otherwise',
    )
    if (id !== undefined) model.records.add(id, child, payload)
  })

/** Corrects what was entered, as long as it is not signed. */
export const edit = (child: number, payload: Payload, crash: Crash | undefined) =>
  command(`edit ${JSON.stringify([child, payload, crash])}`, async (model, { office }) => {
    const known = model.records.currentOf(child)
    const said = await office.live(crash, (_, day) => correct(day, child, payload))
    const refusal = known === undefined ? 'clinic.not-entered' : 'clinic.signed'
    const may = known !== undefined && known.signed === undefined
    const expected = may ? 'done' : refusal
    must(said === 'gone' || said === expected, `an edit is ${said}, not ${expected}`)
    if (may) await absorbEdit(model, office, child, payload)
  })

const correct = (day: Day, child: number, payload: Payload): Promise<string> =>
  codeOf(() => day.correctDose(keyOf(child), doseOf(payload), by))

/** Enters into the reference what an edit left on the disk: the old content, or the new. */
async function absorbEdit(model: Reference, office: Office, child: number, payload: Payload) {
  const known = model.records.currentOf(child)
  const kept = (await recordsOnDisk(office)).find(({ record }) => record.id === known?.id)
  if (known === undefined || kept?.record.dose.lot !== doseOf(payload).lot) return
  known.payload = payload
}

/** The code by which an amendment is refused; undefined when it is not. */
function amendRefusal(model: Reference, { signed, isAmended }: Known): string | undefined {
  if (signed === undefined) return 'clinic.not-signed'
  if (isAmended) return 'clinic.signed'
  const sending = model.find(signed.operation)
  // What the platform has was kept, and is not ours.
  const isTheirs = sending?.state === 'settled' && sending.settledBy === undefined
  return isTheirs ? 'clinic.not-adopted' : undefined
}

/** Amends a record that is signed and that nothing has amended. */
export const amend = (at: number, payload: Payload, crash: Crash | undefined) =>
  command(`amend ${JSON.stringify([at, payload, crash])}`, async (model, { office }) => {
    const known = model.records.at(at)
    if (known === undefined) return
    const why = { reason: 'entry-error', by: 'staff-1' } as const
    const { lot } = doseOf(payload)
    const said = await office.live(crash, (_, day) =>
      codeOf(() => day.amend(known.id, { dose: { lot } }, why)),
    )
    const expected = amendRefusal(model, known) ?? 'done'
    must(said === 'gone' || said === expected, `an amendment is ${said}, not ${expected}`)
    const id = await newRecord(model, office)
    must(said !== 'done' || id !== undefined, 'an amendment is not there')
    if (id !== undefined) model.records.add(id, known.child, payload, known)
  })

/** How a day is signed. */
interface Signing {
  readonly mode: DaySigningMode
  /** The key is not confirmed in time. */
  readonly expires: boolean
  /** Somebody edits while the signer is at work. */
  readonly edit: { readonly child: number; readonly payload: Payload } | undefined
  readonly crash: Crash | undefined
}

/** How a day may be signed. */
export const signings: fc.Arbitrary<Signing> = fc.record({
  mode: fc.constantFrom<DaySigningMode>('records', 'records', 'seal'),
  expires: fc.nat({ max: 4 }).map((drawn) => drawn === 0),
  edit: oneIn(3, fc.record({ child: index, payload })),
  crash,
})

const calm = { mode: 'records', expires: false } as const

/** Has every identity matched and signs what may be signed; one signs at a time. */
export async function matchAndSign(
  { clock, signer }: Office,
  day: Day,
  { mode, expires }: Pick<Signing, 'mode' | 'expires'> = calm,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<DaySigning> {
  const consent = { form: 'paper', reference: 'P-1', by: 'mother' } as const
  await day.verifyIdentities(authorityAt(clock), {
    officer: 'staff-1',
    consentOf: () => ({ ...consent, at: '2022-05-20T00:30:00Z' }),
  })
  return day.sign(signerWhile(signer, { expires, meanwhile }), { mode })
}

/**
 * Everything that may be signed is; what is left is not ready, or has changed since an earlier signing that came to
 * nothing: that is said once, and it is made ready anew.
 */
async function mustBeSigned(office: Office, { refused }: Partial<DaySigning>): Promise<void> {
  const changed = refused?.filter(({ code }) => code === 'signing.day.changed')
  for (const { record, open, operationId, supersededBy } of await recordsOnDisk(office)) {
    if (operationId !== undefined || supersededBy !== undefined || open.length > 0) continue
    const isNamed = changed?.some(({ recordId }) => recordId === record.id) === true
    must(isNamed, 'a record was left unsigned, and nothing said')
  }
}

/** Signs the day. */
export const sign = (how: Signing) =>
  command(`sign ${JSON.stringify(how)}`, async (model, { office, count }) => {
    let edited: string | undefined
    const { expires, edit } = how
    const said = await office.live(how.crash, (_, day) =>
      matchAndSign(office, day, how, async () => {
        if (edit === undefined || edited !== undefined) return
        edited = 'under way'
        edited = await correct(day, edit.child, edit.payload)
        count('edited while signing')
      }),
    )
    if (edit !== undefined && edited !== undefined) {
      await absorbEdit(model, office, edit.child, edit.payload)
    }
    takeIn(model, await onDisk(office))
    if (said !== 'gone' && !expires && edited === undefined) await mustBeSigned(office, said)
  })

/** People see to what is left: what was entered on another day than it is of is corrected, and all is signed. */
export async function finish(model: Reference, office: Office): Promise<void> {
  for (const { record, open, supersededBy, operationId } of await recordsOnDisk(office)) {
    if (open.length === 0 || supersededBy !== undefined || operationId !== undefined) continue
    const known = model.records.all.find(({ id }) => id === record.id)
    must(known !== undefined, 'a record is unknown')
    must((await correct(office.day, known.child, known.payload)) === 'done', 'not to be corrected')
  }
  await matchAndSign(office, office.day)
  await matchAndSign(office, office.day)
  await mustBeSigned(office, {})
  const operations = await onDisk(office)
  takeIn(model, operations)
  model.records.adopt(await recordsOnDisk(office), operations, model)
}
