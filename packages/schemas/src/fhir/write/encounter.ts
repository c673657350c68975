import { parseInstant } from '@tiemchung/core'
import type * as r4 from '../r4.js'
import { codeSystems } from '../systems.js'
import { compact, idOf, metaOf, type Output, referTo, writeInstant } from './output.js'

/** VN-Core asks for one chief complaint a visit; the words say that there is none. */
const noComplaint = {
  condition: { display: 'Tiêm chủng, không có chẩn đoán bệnh' },
  use: {
    coding: [{ system: codeSystems.diagnosisRole, code: 'CC', display: 'Chief complaint' }],
    text: 'Chief complaint',
  },
}

/** From the dose to the end of the observation; an end before the dose has no place in FHIR. */
function period(output: Output): r4.Period {
  const { givenAt, observedUntil } = output.record.dose
  const start = writeInstant({ ...output, lost: [] }, [], givenAt)
  if (observedUntil === undefined) return { start }
  if (parseInstant(observedUntil) < parseInstant(givenAt)) {
    output.lost.push({ path: ['dose', 'observedUntil'], reason: 'period' })
    return { start }
  }
  return { start, end: writeInstant(output, ['dose', 'observedUntil'], observedUntil) }
}

/** The visit at which the dose was given. */
export function writeEncounter(output: Output): r4.Encounter {
  return compact<r4.Encounter>({
    resourceType: 'Encounter',
    id: idOf(output.record, 'encounter'),
    ...metaOf(output, 'Encounter'),
    status: 'finished',
    class: { system: codeSystems.actCode, code: 'AMB', display: 'ambulatory' },
    subject: referTo(output, 'patient', 'Patient'),
    period: period(output),
    diagnosis: output.profile.chiefComplaint ? [noComplaint] : undefined,
    location: [{ location: referTo(output, 'location', 'Location') }],
    serviceProvider: referTo(output, 'organization', 'Organization'),
  })
}
