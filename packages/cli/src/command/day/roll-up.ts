import {
  InputError,
  type Issue,
  type Language,
  parseCivilDate,
  ParseError,
  utf8,
} from '@tiemchung/core'
import {
  checkDayReports,
  type DayRollUp,
  type ExpectedFacility,
  rollUp,
  rollUpCsv,
  rollUpPage,
} from '@tiemchung/clinic/roll-up'
import { facilitySchema } from '@tiemchung/schemas'
import { errorCatalogue } from '../../errors.js'
import type { ExitCode } from '../../exit-code.js'
import { jsonOf, oneOf, optionOf } from '../../input.js'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'
import { termsOf } from '../signature/terms.js'

/** The options of `day roll-up`. */
export interface DayRollUpCommand {
  readonly expected: string
  readonly date: string
  readonly register: string
  readonly trust: readonly string[]
  readonly at?: string
  readonly format: string
  readonly out?: string
}

function facilityIn(value: unknown, index: number): ExpectedFacility {
  const { vaccinating, ...facility } = (typeof value === 'object' ? value : {}) as {
    readonly vaccinating?: unknown
  }
  const read = facilitySchema.safeParse(facility)
  if (read.success && (vaccinating === undefined || typeof vaccinating === 'boolean')) {
    return { ...read.data, ...(vaccinating === undefined ? {} : { vaccinating }) }
  }
  throw new ParseError(errorCatalogue, 'cli.day.expected', { path: ['--expected', index] })
}

/** @throws ParseError `cli.file`, `cli.json`, `cli.day.expected` */
async function expectedIn(io: Io, path: string): Promise<readonly ExpectedFacility[]> {
  const list = await jsonOf(io, path, ['--expected'])
  if (Array.isArray(list)) return list.map(facilityIn)
  throw new ParseError(errorCatalogue, 'cli.day.expected', { path: ['--expected'] })
}

/** The documents of a folder in the order of their names; one that is no JSON is a document that does not count. */
async function documentsIn(io: Io, folder: string): Promise<readonly unknown[]> {
  const entries = await io.list(folder).catch((cause: unknown) => {
    throw new ParseError(errorCatalogue, 'cli.file', { path: ['folder'], cause })
  })
  const names = entries.filter(({ isFolder, name }) => !isFolder && name.endsWith('.json'))
  const documents: unknown[] = []
  for (const { name } of [...names].sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = `${folder.replace(/[/\\]$/, '')}/${name}`
    documents.push(await jsonOf(io, path, ['folder', documents.length]).catch(() => undefined))
  }
  return documents
}

const writers = {
  json: (result: DayRollUp) => JSON.stringify(result),
  csv: rollUpCsv,
  html: rollUpPage,
} as const

const summary: Readonly<Record<Language, (result: DayRollUp) => string>> = {
  vi: ({ total }) =>
    `${total.vaccinating} cơ sở tiêm: ${total.finished} hoàn thành, ${total.vaccinating - total.finished - total.silent} chưa, ${total.silent} im lặng`,
  en: ({ total }) =>
    `${total.vaccinating} vaccinating facilities: ${total.finished} finished, ${total.vaccinating - total.finished - total.silent} open, ${total.silent} silent`,
}

const counts = ({ severity }: Issue): boolean => severity === 'error'

/**
 * Rolls up the signed reports in a folder: 0 when every facility is finished, 1 when one is open or silent, 2 when all
 * are finished and a report does not count.
 *
 * @throws ParseError `cli.file`, `cli.json`, `cli.day.expected`, `signing.register`
 * @throws InputError `cli.use`
 */
export async function rollUpDay(
  io: Io,
  folder: string,
  command: DayRollUpCommand,
  language: Language,
): Promise<ExitCode> {
  const write = writers[oneOf('--format', command.format, ['json', 'csv', 'html'])]
  const date = optionOf('--date', command.date, parseCivilDate)
  const expected = await expectedIn(io, command.expected)
  const terms = await termsOf(io, {
    ...command,
    policy: '1815',
    crl: [],
    ocsp: [],
    purpose: 'document-signing',
    timestampAnchors: [],
  })
  const { register } = terms
  if (register === undefined)
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--register'] })
  const documents = await documentsIn(io, folder)
  const { reports, issues } = await checkDayReports(documents, {
    ...terms,
    register,
    date,
    expected,
  })
  const result = rollUp({ date, madeAt: io.clock.now(), reports, expected, issues })
  const text = write(result, language)
  if (command.out === undefined) io.out(text.trimEnd())
  else await writeTo(io, '--out', command.out, utf8(text))
  for (const { path, message, code } of result.issues) {
    io.say(`${path.join(' ')}: ${message[language]} [${code}]`)
  }
  io.say(summary[language](result))
  if (result.total.finished < result.total.vaccinating) return 1
  return result.issues.some(counts) ? 2 : 0
}
