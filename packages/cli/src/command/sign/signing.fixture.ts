/** Records that may be signed, of invented children, and the files of a facility that signs them. Keys are test keys. */
import { parseCivilDate, parsePartialDate, parseUuid } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import { type FakeIo, fakeIo } from '../../test-kit.js'
import { filesOf, type Pki, startPki } from '../x509/pki.fixture.js'

const date = parseCivilDate('2022-06-01')
export const facility = '01234'

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

/** How the child of every record could come out. */
export const names = /Mẫu-bí-mật|001314000017/

/** A record that may be signed; `index` makes it another one. */
export function recordOf(index = 0, change: Partial<DoseRecord> = {}): DoseRecord {
  const id = parseUuid(`ef4ad590-e014-5128-a6eb-${String(index).padStart(12, '0')}`)
  return {
    format: 'dose-record/1',
    id,
    person: {
      fullName: 'Nguyễn Thị Mẫu-bí-mật',
      birthDate: parsePartialDate('2014-09-02'),
      sex: 'female',
      nationality: 'VN',
      identityDocument: { kind: 'personal-number', number: '001314000017' },
      phone: '0912345678',
      priorityGroup: 16,
      workplace: 'Trường Tiểu học Bản Mẫu',
      permanentResidence: { province: '01', district: '001', commune: '00001', asOf: date },
      currentResidence: { province: '01', district: '001', commune: '00001', asOf: date },
      guardian: { relationship: 'mother', fullName: 'Trần Thị Mẫu-bí-mật', phone: '0912345678' },
    },
    dose: {
      number: 1,
      date,
      product: 'comirnaty-10',
      lot: 'FT0520',
      volumeMl: '0.2',
      site: 'left-arm',
      route: 'intramuscular',
      facility,
      vaccinator: 'nurse-1',
      givenAt: '2022-06-01T01:00:00.000Z',
    },
    priorDoses: [],
    screening,
    consent: { state: 'agreed', by: 'mother', date },
    identity: { status: 'matched', verificationId: id, at: '2022-06-01T01:30:00.000Z' },
    enteredAt: '2022-06-01T01:05:00.000Z',
    enteredBy: 'staff-1',
    ...change,
  }
}

export const linesOf = (documents: readonly unknown[]): string =>
  documents.map((one) => `${JSON.stringify(one)}\n`).join('')

/** A register that lets the facility's certificate sign there. */
export function registerOf(fingerprint: string, rootFingerprint: string): string {
  return JSON.stringify({
    format: 'signer-register/1',
    id: 'test.signers',
    version: '1',
    effective: { from: '2022-01-01', to: null },
    published: '2022-01-01',
    sources: [{ id: 'test', number: 'TEST', confidence: 'text' }],
    assumptions: [],
    issuers: [{ kind: 'public', anchors: [rootFingerprint] }],
    entries: [
      {
        signer: { fingerprint },
        role: 'facility-head',
        facilities: [facility],
        signs: ['records', 'seals'],
        from: '2022-01-01',
        to: null,
      },
    ],
  })
}

const keyOptions = ['--key', 'leaf-key.pem', '--chain', 'chain.pem']

/** A terminal with the files of a facility, and `sign day` of it. */
export function signingDesk(pki: Pki, records: readonly unknown[]) {
  const files = { ...filesOf(pki), 'leaf-key.pem': pki.leaf.key, 'day.ndjson': linesOf(records) }
  const io: FakeIo = fakeIo(files)
  const args = ['sign', 'day', 'day.ndjson', '--out', 'out', ...keyOptions, '--lang', 'en']
  return { io, args }
}

export { keyOptions, startPki }
