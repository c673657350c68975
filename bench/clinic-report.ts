/** The report of a day with 5,000 records, and the roll-up of 12,000 facilities. People are invented. */
import { type CivilDate, parseCivilDate } from '@tiemchung/core'
import { type DayDocumentsInput, dayReport } from '@tiemchung/clinic'
import { dayReportPage } from '@tiemchung/clinic/report'
import {
  checkDayReports,
  type CheckReportsOptions,
  type ExpectedFacility,
  rollUp,
  rollUpPage,
} from '@tiemchung/clinic/roll-up'
import type { DayReport } from '@tiemchung/schemas/wire'
import { parseSignerRegister, signDayReport, softwareSigner } from '@tiemchung/signing'
import { issuerCache } from '@tiemchung/x509'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { createHash } from 'node:crypto'
import type { Bench } from './bench.js'

const date = parseCivilDate('2022-05-20')
const madeAt = new Date('2022-05-20T11:00:00Z')
const recordsOfDay = 5000
const facilitiesOfCountry = 12_000
const checkedInRun = 200

const minute = (of: number) => new Date(Date.UTC(2022, 4, 20, 0, of)).toISOString()
const statuses = ['matched', 'matched', 'matched', 'not-found', 'pending']

/** A record of a day, as far along as its number says. */
function recordOf(index: number) {
  const status = statuses[index % statuses.length]
  const signed = status === 'matched' && index % 7 !== 0
  const given = index % 600
  const residence = { province: '22', commune: '06790' }
  const record = {
    id: `r${index}`,
    dose: { date, givenAt: minute(given), vaccinator: `nurse-${index % 20}`, facility: '22001' },
    person: { permanentResidence: residence, currentResidence: residence },
    identity: { status, ...(status === 'matched' ? { at: minute(0) } : {}) },
    enteredAt: minute(given + 8),
  }
  const open = index % 50 === 1 ? ['completeness.lot-expired'] : []
  const sent = { signed: {}, signedAt: minute(given + 20), operationId: `o${index}` }
  return { record, open, ...(signed && open.length === 0 ? sent : {}) }
}

function documentsOfDay(): DayDocumentsInput {
  const indexes = Array.from({ length: recordsOfDay }, (_, index) => index)
  const acknowledgement = { receivedAt: minute(700) }
  const operations = indexes.map((index) => ({
    id: `o${index}`,
    attempts: 1,
    ...(index % 3 === 0
      ? { state: 'waiting', failure: {} }
      : { state: 'acknowledged', acknowledgement }),
  }))
  const children = indexes.map((index) => ({ attendance: 'given', firstRecordId: `r${index}` }))
  return { children, records: indexes.map(recordOf), operations } as unknown as DayDocumentsInput
}

function reportOf(code: string, day: CivilDate, open: number): DayReport {
  const stages = { given: 90, entered: 90, complete: 90, settled: 90, signed: 90, sent: 90 }
  const reasons = open === 0 ? {} : { 'signed.retrying': open }
  const numbers = { ...stages, byMinutes: 0, acknowledged: 90 - open }
  const head = { format: 'day-report/1', facility: code, date: day, madeAt: madeAt.toISOString() }
  return { ...head, ...numbers, open: reasons, finished: open === 0 } as DayReport
}

const codeOf = (index: number) => String(10_000 + index)

function country() {
  const indexes = Array.from({ length: facilitiesOfCountry }, (_, index) => index)
  const expected: ExpectedFacility[] = indexes.map((index) => ({
    code: codeOf(index),
    name: `Trạm ${index}`,
    province: '22',
    district: String(100 + (index % 700)),
    commune: String(10_000 + (index % 10_600)),
    canSign: true,
  }))
  const reports = indexes
    .filter((index) => index % 10 !== 0)
    .map((index) => reportOf(codeOf(index), date, index % 4 === 0 ? 3 : 0))
  return { date, madeAt, expected, reports }
}

const hex = (der: Uint8Array) => createHash('sha256').update(der).digest('hex')

/** Reports under signatures of one facility's key each, and what they are checked by. */
async function signedReports() {
  const validity = {
    notBefore: new Date('2022-01-01T00:00:00Z'),
    notAfter: new Date('2024-01-01T00:00:00Z'),
  }
  const keys = await generateSigningKey('ES256')
  const root = await createAuthority({ subject: { commonName: 'TEST root' }, keys, validity })
  const made = []
  for (let index = 0; index < checkedInRun; index += 1) {
    const own = await generateSigningKey('ES256')
    const { certificate } = await root.issue({
      subject: { commonName: `TEST ${codeOf(index)}` },
      publicKey: own.publicKey,
      validity,
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
    })
    const privateKey = { key: own.privateKey }
    const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain: [certificate] })
    const report = reportOf(codeOf(index), date, 0)
    made.push({ certificate, signed: await signDayReport(report, signer, { at: madeAt }) })
  }
  const register = parseSignerRegister({
    format: 'signer-register/1',
    id: 'bench.signers',
    version: '1',
    effective: { from: '2022-01-01', to: null },
    published: '2022-01-01',
    sources: [{ id: '1815', number: '1815/BYT-CNTT', confidence: 'text' }],
    assumptions: [],
    issuers: [{ kind: 'public', anchors: [hex(root.certificate)] }],
    entries: made.map(({ certificate }, index) => ({
      signer: { fingerprint: hex(certificate) },
      role: 'facility',
      facilities: [codeOf(index)],
      signs: ['reports'],
      from: '2022-01-01',
      to: null,
    })),
  })
  const options: CheckReportsOptions = {
    date,
    at: madeAt,
    register,
    anchors: [{ certificate: root.certificate }],
    expected: made.map((_, index) => ({ code: codeOf(index) })),
    cache: issuerCache(),
  }
  return { documents: made.map(({ signed }) => signed), options }
}

function expectTrue(right: boolean): void {
  if (!right) throw new Error('other answer')
}

/** A report and a roll-up a run; the floor counts the same records and no more. */
export async function clinicReport(): Promise<Bench> {
  const documents = documentsOfDay()
  const facts = { facility: '22001', canSign: true, date, madeAt }
  const all = country()
  const { documents: signed, options } = await signedReports()
  const one = dayReport(documents, facts)
  const whole = rollUp(all)
  return {
    ours: [
      {
        name: 'count 5,000 records',
        run: () => expectTrue(documents.records.filter(({ open }) => open.length === 0).length > 0),
      },
      {
        name: 'report of a day, 5,000 records',
        run: () => expectTrue(dayReport(documents, facts).given === recordsOfDay),
      },
      { name: 'its page', run: () => expectTrue(dayReportPage(one, 'vi').length > 1000) },
      {
        name: 'roll-up, 12,000 facilities, checked before',
        run: () => expectTrue(rollUp(all).total.vaccinating === facilitiesOfCountry),
      },
      { name: 'its page', run: () => expectTrue(rollUpPage(whole, 'vi').length > 1000) },
      {
        name: '200 signed reports checked',
        run: async () => {
          const { reports } = await checkDayReports(signed, options)
          expectTrue(reports.length === checkedInRun)
        },
      },
    ],
    peers: [],
    rounds: 11,
  }
}
