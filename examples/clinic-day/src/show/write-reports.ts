import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { certificateSvg } from '@tiemchung/certificates/qr'
import { claimsOf } from '@tiemchung/certificates'
import { products } from '@tiemchung/schemas/products'
import type { DayOutcome } from '../day/run-day.js'
import type { DayTable } from '../table/day-table.js'
import { dayPage } from './day-page.js'
import type { Language } from './words.js'

/** Names of marketing authorisation holders, by the codes of the EU value set. */
const holders: Readonly<Record<string, string>> = {
  'ORG-100030215': 'BioNTech Manufacturing GmbH',
  'ORG-100031184': 'Moderna Biotech Spain S.L.',
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** One certificate to print, and the verification report of it. */
async function writeExample({ verified }: DayOutcome, out: string): Promise<void> {
  const { example } = verified
  if (example === undefined) return
  const { issued, report } = example
  const { payload, certificateId } = claimsOf(report)
  const [dose] = payload.v ?? []
  const product = products.find(({ id }) => id === issued.request.product)
  const svg = certificateSvg({
    text: issued.certificate.text,
    issuer: dose?.is ?? '',
    fields: {
      fullName: [payload.nam.fn, payload.nam.gn].filter(Boolean).join(' '),
      birthDate: payload.dob,
      nationality: 'Việt Nam',
      disease: 'COVID-19',
      dosesReceived: dose?.dn ?? 0,
      vaccinationDate: dose?.dt ?? '',
      doseNumber: dose?.dn ?? 0,
      vaccine: 'SARS-CoV-2 mRNA',
      product: product?.name ?? issued.request.product,
      manufacturer: holders[product?.eu?.ma ?? ''] ?? '',
      certificateId,
    },
  })
  const { checks, basis, verdict } = report
  await writeFile(join(out, 'certificate.svg'), svg)
  await writeFile(join(out, 'verification.json'), json({ verdict, basis, checks }))
}

/** Writes the day report (HTML and JSON), one printable certificate, and its verification report. */
export async function writeReports(
  outcome: DayOutcome,
  table: DayTable,
  out: string,
  language: Language,
): Promise<void> {
  const { truth, imported, sending, rollUp, verified, feedback } = outcome
  const day = {
    date: truth.day,
    imported,
    stages: table.stages,
    beside: table.beside,
    amended: feedback.amended.map(({ firstRecordId, amendmentId }) => ({
      firstRecordId,
      amendmentId,
    })),
    sending,
    trials: [...verified.trials, ...feedback.trials],
    rollUp,
    faults: table.faults,
  }
  await writeExample(outcome, out)
  await writeFile(join(out, 'day.json'), json(day))
  await writeFile(join(out, 'day.html'), dayPage(outcome, table, language))
}
