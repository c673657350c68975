/** A complete record of an invented child, for tests to change. */
import type { DoseRecord } from './dose-record.js'
import { doseRecordSchema } from './dose-record.js'

const commune = { province: '01', district: '001', commune: '00001', asOf: '2022-04-10' } as const

/** Plain JSON, as it comes over the wire. */
export const recordDocument = {
  format: 'dose-record/1',
  id: '01802361-8400-7000-8000-000000000001',
  person: {
    fullName: 'Nguyễn Thị Bông',
    birthDate: '2015-06-01',
    sex: 'female',
    nationality: 'VN',
    identityDocument: { kind: 'personal-number', number: '001315000001' },
    phone: '0912000001',
    guardian: { relationship: 'mother', fullName: 'Trần Thị Lá', phone: '0912000002' },
    permanentResidence: commune,
    currentResidence: commune,
    workplace: 'Trường Tiểu học Bản Mẫu, lớp 1A',
    priorityGroup: 16,
  },
  dose: {
    number: 1,
    date: '2022-04-14',
    product: 'comirnaty-10',
    lot: 'FN1234',
    volumeMl: '0.2',
    site: 'left-arm',
    route: 'intramuscular',
    facility: '01234',
    vaccinator: 'staff-1',
    givenAt: '2022-04-14T09:00:00+07:00',
  },
  priorDoses: [],
  screening: {
    anaphylaxisToVaccine: 'no',
    acuteOrProgressingDisease: 'no',
    anyAllergy: 'no',
    consciousnessOrBehaviourDisorder: 'no',
    congenitalOrChronicDisease: 'no',
    abnormalHeartOrLungSounds: 'no',
    anaphylaxisGrade3: 'no',
    otherContraindication: 'no',
  },
  consent: { state: 'agreed', by: 'mother', date: '2022-04-10' },
  identity: { status: 'pending' },
  enteredAt: '2022-04-14T09:20:00+07:00',
  enteredBy: 'staff-2',
} as const

/** The same, read. */
export const record: DoseRecord = doseRecordSchema.parse(recordDocument)
