import type { Language } from '@tiemchung/core'
import { auditDay, type DayAudit, type DaySeal } from '@tiemchung/signing'
import { codeOf, type ExitCode } from '../../exit-code.js'
import type { Io } from '../../io.js'
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { onlyOneStdin } from '../x509/read-files.js'
import { faultWords } from './fault-words.js'
import { reportObject, sayChecks } from './print.js'
import { readProofs, readRecords, readSeal } from './read-seal.js'
import { outcomeWord } from '../../report/words.js'
import { filesOfTerms, type TermOptions, termsOf } from './terms.js'

/** The options of `audit`. */
export interface AuditCommand extends TermOptions {
  /** The records to be held against the seals; default: those of the folder. */
  readonly records: readonly string[]
  readonly json?: boolean
}

const where = ['folder']

/** The files of a kind in a folder, in the order of their numbers. @throws ParseError `cli.file` */
async function filesOf(io: Io, folder: string): Promise<(kind: RegExp) => readonly string[]> {
  let names: readonly string[]
  try {
    const entries = await io.list(folder)
    names = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name)
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.file', { path: where, cause })
  }
  const inOrder = names.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  return (kind) => inOrder.filter((name) => kind.test(name)).map((name) => `${folder}/${name}`)
}

async function judged(io: Io, folder: string, command: AuditCommand): Promise<DayAudit> {
  const terms = await termsOf(io, command)
  const files = await filesOf(io, folder)
  const seals: DaySeal[] = []
  for (const path of files(/^seal-\d+\.json$/)) seals.push(await readSeal(io, path, where))
  const proofs = await readProofs(io, files(/^proofs-\d+\.ndjson$/), where)
  const own = command.records.length === 0
  const paths = own ? files(/^records-\d+\.ndjson$/) : command.records
  const records = await readRecords(io, paths, own ? where : ['--records'])
  return auditDay({ records, proofs, seals }, terms)
}

function auditJson({ seals, belonging, faults, missing, ...report }: DayAudit): object {
  return {
    ...reportObject({ kind: 'day', ...report }),
    seals: seals.map((seal) => reportObject({ kind: 'seal', ...seal })),
    belonging: belonging.length,
    faults,
    missing,
  }
}

const missingWords: Readonly<Record<Language, string>> = {
  vi: 'Có chỗ dưới dấu ngày nhưng không có trong danh sách.',
  en: 'It has a place under the seal and is not in the list.',
}

function show(io: Io, audit: DayAudit, language: Language): void {
  io.out(`day ${outcomeWord(audit.verdict, language, io.terminal.colour)}`)
  sayChecks(io, audit.checks, language)
  for (const [index, seal] of audit.seals.entries()) {
    if (seal.verdict === 'valid') continue
    io.out(`seal ${index + 1} ${outcomeWord(seal.verdict, language, io.terminal.colour)}`)
    sayChecks(
      io,
      seal.checks.filter(({ status }) => status === 'failed' || status === 'unknown'),
      language,
    )
  }
  for (const { index, recordId, fault } of audit.faults) {
    io.out(`record ${index + 1} ${recordId}: ${faultWords[fault][language]} [${fault}]`)
  }
  for (const { sequence, index, recordId } of audit.missing) {
    const place = `seal ${sequence} place ${index + 1}`
    io.out(`${[place, recordId].filter(Boolean).join(' ')}: ${missingWords[language]} [missing]`)
  }
}

/**
 * Audits a facility's whole day in a folder as `sign day` writes it: which records do not belong and why, which places under the
 * seals have no record, and whether the seals are a chain.
 */
export async function audit(
  io: Io,
  folder: string,
  command: AuditCommand,
  language: Language,
): Promise<ExitCode> {
  onlyOneStdin([...command.records, ...filesOfTerms(command)])
  const report = await judged(io, folder, command)
  if (command.json === true) io.out(JSON.stringify(auditJson(report)))
  else show(io, report, language)
  return codeOf(report.verdict)
}
