/** A parent's report leads to an amendment: matched, signed and sent again. */
import { isUuid } from '@tiemchung/core'
import { platformVerifier } from '@tiemchung/identity'
import type { Amended, RecordOfChild } from './calls.js'
import { type Facility, paperOf } from './facility.js'
import { consentOf } from './match.js'
import { headSigner } from './seal.js'

/** The record that stands for a child, or null. */
export async function recordOf({ day }: Facility, key: string): Promise<RecordOfChild | null> {
  const child = (await day.children()).find((one) => one.key === key)
  const found = (await day.records()).find(({ record }) => record.id === child?.recordId)
  if (found === undefined) return null
  const { id: recordId, person, dose } = found.record
  const { fullName, birthDate } = person
  return { recordId, fullName, birthDate, doseNumber: dose.number }
}

/** Amends the sex of a child's record to what the papers say. */
export async function amendSex(
  facility: Facility,
  { key, feedbackId }: { readonly key: string; readonly feedbackId: string },
): Promise<Amended> {
  const { day, http, start } = facility
  const was = await recordOf(facility, key)
  if (was === null || !isUuid(feedbackId)) throw new Error(`nothing to amend for ${key}`)
  const { sex } = paperOf(facility, key).facts
  const by = start.account.name
  const amendment = await day.amend(
    was.recordId,
    { person: { sex } },
    { reason: 'feedback', by, feedbackId },
  )
  await day.verifyIdentities(platformVerifier({ http }), { officer: by, consentOf })
  await day.sign(await headSigner(facility))
  await day.send({ untilSettled: true })
  const { id: amendmentId, amends } = amendment.record
  return { key, firstRecordId: amends?.firstRecordId ?? '', amendmentId }
}
