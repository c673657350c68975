import { verifyCertificate, type VerifyOptions } from '@tiemchung/certificates'
import { InputError, type Language, mapInOrder } from '@tiemchung/core'
import { besideOthers, systemCrypto } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'
import type { ExitCode } from '../exit-code.js'
import { instantOr } from '../input.js'
import type { Io } from '../io.js'
import { profileOf } from '../profile.js'
import type { Answer } from '../report/answer.js'
import { type Printer, printerFor, type Printing } from '../report/print.js'
import { type Progress, progressOver } from '../report/progress.js'
import { emptyTally, exitOf, type Tally } from '../report/tally.js'
import { revocationOf } from '../revocation.js'
import type { Entry } from '../source/entry.js'
import { entriesOf, type Input, resolveInputs } from '../source/inputs.js'
import { type TrustOptions, trustOf } from '../trust/trust-of.js'

/** The options of `verify`. */
export interface VerifyCommand extends TrustOptions {
  readonly revocation: readonly string[]
  readonly at?: string
  readonly profile?: string
  readonly json?: boolean
  readonly ndjson?: boolean
  readonly quiet?: boolean
  readonly names?: boolean
}

/** Who types a line waits for its answer; files are read ahead, and signatures checked beside each other. */
const inFlight = { typed: 1, files: 64 } as const

async function* entries(io: Io, inputs: readonly Input[], at: (file: number) => void) {
  for (const [index, input] of inputs.entries()) {
    yield* entriesOf(io, input)
    at(index + 1)
  }
}

async function answerOf(entry: Entry, options: VerifyOptions): Promise<Answer> {
  if ('error' in entry) return entry
  return { ...entry, report: await verifyCertificate(entry.text, options) }
}

/** Prints each answer as it comes, and counts it. */
async function printAll(
  answers: AsyncIterable<Answer>,
  printer: Printer,
  progress: Progress,
  fileAt: () => number,
): Promise<Tally> {
  const tally = emptyTally()
  let count = 0
  for await (const answer of answers) {
    const outcome = 'error' in answer ? 'unreadable' : answer.report.verdict
    if (outcome !== 'unreadable') count += 1
    tally[outcome] += 1
    progress.hide()
    printer.answer(answer, count)
    progress.step(fileAt())
  }
  progress.hide()
  printer.end(tally)
  return tally
}

function printingOf(command: VerifyCommand, language: Language): Printing {
  const { json = false, ndjson = false, quiet = false, names = false } = command
  if ([json, ndjson, quiet].filter(Boolean).length > 1) {
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--json', '--ndjson', '--quiet'] })
  }
  return { format: json ? 'json' : ndjson ? 'ndjson' : 'human', language, names }
}

const silent = (io: Io): Io => ({
  ...io,
  out: () => undefined,
  say: () => undefined,
  terminal: { colour: false },
})

/**
 * Verifies texts of QR codes, in whatever they are handed over: the texts themselves, files of them, pictures,
 * PDFs, standard input. Prints a verdict for each as it comes, and never whom it is about.
 */
export async function verify(
  io: Io,
  given: readonly string[],
  command: VerifyCommand,
  language: Language,
): Promise<ExitCode> {
  const printing = printingOf(command, language)
  const seen = command.quiet === true ? silent(io) : io
  const at = instantOr(io, '--at', command.at)
  const profile = await profileOf(io, command.profile)
  const { trust, revocation: kept } = await trustOf(seen, command, at, language)
  const revocation = await revocationOf(io, command, at, kept)
  const crypto = besideOthers(systemCrypto)
  const options: VerifyOptions = { ...trust, ...revocation, ...profile, at, crypto }
  const inputs = await resolveInputs(io, given)
  const pace = inputs.some(({ path }) => path === '-') ? inFlight.typed : inFlight.files
  let file = 0
  const all = entries(io, inputs, (number) => {
    file = number
  })
  const answers = mapInOrder(all, pace, (entry) => answerOf(entry, options))
  const progress = progressOver(seen, inputs.length)
  return exitOf(await printAll(answers, printerFor(seen, printing), progress, () => file))
}
