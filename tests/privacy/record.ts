/** A well-formed dose record of the marked person. */
import type { DoseRecord } from '@tiemchung/schemas'
import { person } from './person.js'

const address = {
  province: '22',
  commune: '06790',
  detail: person.address,
  asOf: '2022-04-01',
} as const

/** Everything that can hold personal data holds a mark. */
export const markedRecord = {
  format: 'dose-record/1',
  id: '0180235c-1e80-7000-8000-000000000001',
  person: {
    fullName: person.name,
    birthDate: '2015-06-01',
    sex: 'female',
    nationality: 'VN',
    identityDocument: { kind: 'personal-number', number: person.number },
    phone: person.phone,
    guardian: { fullName: person.name, phone: person.phone, relationship: 'mother' },
    permanentResidence: address,
    currentResidence: address,
  },
  dose: {
    number: 1,
    date: '2022-04-14',
    product: 'comirnaty-10',
    lot: 'FN1234',
    volumeMl: '0.2',
    site: 'left-arm',
    route: 'intramuscular',
    facility: '22001',
    vaccinator: 'staff-1',
    givenAt: '2022-04-14T02:00:00Z',
  },
  priorDoses: [],
  screening: {
    anaphylaxisToVaccine: 'no',
    acuteDisease: 'no',
    allergy: 'no',
    consciousnessDisorder: 'no',
    chronicDisease: 'no',
    abnormalAuscultation: 'no',
    severeAnaphylaxis: 'no',
    otherReason: 'no',
  },
  consent: { state: 'agreed', by: 'mother', date: '2022-04-10' },
  identity: { status: 'pending' },
  enteredAt: '2022-04-14T03:00:00Z',
  enteredBy: 'staff-2',
} as unknown as DoseRecord
