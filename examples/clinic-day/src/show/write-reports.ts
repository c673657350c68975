import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { certificateSvg } from '@tiemchung/certificates/qr'
import { claimsOf } from '@tiemchung/certificates'
import type { DayOutcome } from '../day/run-day.js'
import { dayPage } from './day-page.js'

/** Writes the day report (HTML and JSON), one printable certificate, and its verification report. */
export async function writeReports(outcome: DayOutcome, out: string): Promise<void> {
  const { certificate, report } = outcome.example
  const { payload, certificateId } = claimsOf(report)
  const [dose] = payload.v ?? []
  const svg = certificateSvg({
    text: certificate.text,
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
      product: 'Comirnaty',
      manufacturer: 'BioNTech Manufacturing GmbH',
      certificateId,
    },
  })
  const { checks, basis, verdict } = report
  await writeFile(join(out, 'certificate.svg'), svg)
  await writeFile(
    join(out, 'verification.json'),
    `${JSON.stringify({ verdict, basis, checks }, null, 2)}\n`,
  )
  const day = {
    date: outcome.truth.day,
    rows: outcome.rows,
    amendments: outcome.amendments,
    reports: outcome.reports,
    rollUp: outcome.rollUp,
    refusals: outcome.refusals,
    faults: outcome.faults,
  }
  await writeFile(join(out, 'day.json'), `${JSON.stringify(day, null, 2)}\n`)
  await writeFile(join(out, 'day.html'), dayPage(outcome))
}
