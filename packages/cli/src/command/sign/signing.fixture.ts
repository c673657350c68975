/** Records that may be signed, of invented children, and the files of a facility that signs them. Keys are test keys. */
import { parseCivilDate } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import { facility, testRecord } from 'tiemchung-fixtures/dose-record'
import { type FakeIo, fakeIo } from '../../test-kit.js'
import { filesOf, type Pki, startPki } from '../x509/pki.fixture.js'

const date = parseCivilDate('2022-06-01')

/** How the child of every record could come out. */
export const names = /Mẫu-bí-mật|001314000017/

/** A record that may be signed; `index` makes it another one. */
export function recordOf(index = 0, change: Partial<DoseRecord> = {}): DoseRecord {
  const record = testRecord(index)
  const residence = { province: '01', district: '001', commune: '00001', asOf: date }
  return {
    ...record,
    person: {
      ...record.person,
      fullName: 'Nguyễn Thị Mẫu-bí-mật',
      phone: '0912345678',
      priorityGroup: 16,
      workplace: 'Trường Tiểu học Bản Mẫu',
      permanentResidence: residence,
      currentResidence: residence,
      guardian: { relationship: 'mother', fullName: 'Trần Thị Mẫu-bí-mật', phone: '0912345678' },
    },
    dose: { ...record.dose, date, givenAt: '2022-06-01T01:00:00.000Z' },
    consent: { state: 'agreed', by: 'mother', date },
    identity: { status: 'matched', verificationId: record.id, at: '2022-06-01T01:30:00.000Z' },
    enteredAt: '2022-06-01T01:05:00.000Z',
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

export { facility, keyOptions, startPki }
