/** Complete records of invented children. */
import { parseCivilDate, parsePartialDate, parseUuid } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'

/** The day and the facility of the records. */
export const recordDate = parseCivilDate('2022-05-20')
export const recordFacility = '01234'

const screening: DoseRecord['screening'] = {
  anaphylaxisToVaccine: 'no',
  acuteOrProgressingDisease: 'no',
  anyAllergy: 'no',
  consciousnessOrBehaviourDisorder: 'no',
  congenitalOrChronicDisease: 'no',
  abnormalHeartOrLungSounds: 'no',
  anaphylaxisGrade3: 'no',
  otherContraindication: 'no',
}

/** A complete record; `index` makes it another child's. */
export function recordNumber(index: number): DoseRecord {
  const number = index === 0 ? '001314000017' : `0013141${String(index).padStart(5, '0')}`
  return {
    format: 'dose-record/1',
    id: parseUuid(`ef4ad590-e014-5128-a6eb-${String(index).padStart(12, '0')}`),
    person: {
      fullName: 'Nguyễn Thị Mẫu Thử',
      birthDate: parsePartialDate('2014-09-02'),
      sex: 'female',
      nationality: 'VN',
      identityDocument: { kind: 'personal-number', number },
      guardian: { relationship: 'mother', fullName: 'Trần Thị Mẫu Thử' },
      currentResidence: { province: '01', district: '001', commune: '00001', asOf: recordDate },
    },
    dose: {
      number: 1,
      date: recordDate,
      product: 'comirnaty-10',
      lot: 'FT0520',
      volumeMl: '0.2',
      site: 'left-arm',
      route: 'intramuscular',
      facility: recordFacility,
      vaccinator: 'nurse-1',
      givenAt: '2022-05-20T02:00:00.000Z',
    },
    priorDoses: [],
    screening,
    consent: { state: 'agreed', by: 'mother', date: recordDate },
    identity: { status: 'pending' },
    enteredAt: '2022-05-20T02:05:00.000Z',
    enteredBy: 'staff-1',
  }
}
