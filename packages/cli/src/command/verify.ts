import {
  explainCheck,
  type VerificationReport,
  verifyCertificate,
  type VerifyOptions,
} from '@tiemchung/certificates'
import { loadRevocationList } from '@tiemchung/certificates/revocation'
import { isSdkError, type Language, openChecks, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { codeOf, type ExitCode, worst } from '../exit-code.js'
import { chunksOf, instantOr, jsonOf, linesOf } from '../input.js'
import type { Io } from '../io.js'
import { sayError } from '../say-error.js'
import { type TrustOptions, trustOf } from '../trust.js'

/** The options of `verify`. */
export interface VerifyCommand extends TrustOptions {
  readonly revocation?: string
  readonly at?: string
  readonly json?: boolean
}

/** Everything that is the same for each text. */
interface Desk {
  readonly io: Io
  readonly options: VerifyOptions
  readonly json: boolean
  readonly language: Language
  /** Texts so far, over all inputs. */
  count: number
}

function show({ io, json, language, count }: Desk, report: VerificationReport): void {
  if (json) {
    const { verdict, checks, basis } = report
    io.out(JSON.stringify({ input: count, verdict, checks, basis }))
    return
  }
  io.out(`${count} ${report.verdict}`)
  for (const check of openChecks(report)) {
    const sentence = explainCheck(check)?.says[language] ?? check.reason ?? '-'
    io.out(`  ${check.id}: ${sentence}`)
  }
}

/** Texts of one input: the argument itself when it begins with HC1:, else the lines of the file. */
async function* textsOf(io: Io, input: string, number: number): AsyncGenerator<string> {
  const where = ['input', number]
  if (input.startsWith('HC1:')) {
    yield input
    return
  }
  let some = false
  for await (const line of linesOf(chunksOf(io, input, where), where)) {
    some = true
    yield line
  }
  // Nothing was proven: a script whose pipe ran dry must not read this as valid.
  if (!some) throw new ParseError(errorCatalogue, 'cli.empty', { path: where })
}

/** Verifies one input. One that cannot be read does not keep the others from being verified. */
async function verifyInput(desk: Desk, input: string, number: number): Promise<ExitCode> {
  const codes = new Set<ExitCode>()
  try {
    for await (const text of textsOf(desk.io, input, number)) {
      const report = await verifyCertificate(text, desk.options)
      desk.count += 1
      show(desk, report)
      codes.add(codeOf(report.verdict))
    }
  } catch (caught) {
    if (!isSdkError(caught) || caught.name !== 'ParseError') throw caught
    sayError(desk.io, caught, desk.language)
    codes.add(65)
  }
  return worst([...codes])
}

/**
 * Verifies texts of QR codes against a trust list and the authorities behind it. Prints a verdict a line
 * as it comes, and never whom it is about.
 */
export async function verify(
  io: Io,
  inputs: readonly string[],
  command: VerifyCommand,
  language: Language,
): Promise<ExitCode> {
  const at = instantOr(io, '--at', command.at)
  const trust = await trustOf(io, command, at, language)
  const revocation =
    command.revocation === undefined
      ? {}
      : { revocation: loadRevocationList(await jsonOf(io, command.revocation, ['--revocation'])) }
  const options = { ...trust, ...revocation, at }
  const desk: Desk = { io, options, json: command.json === true, language, count: 0 }
  const codes: ExitCode[] = []
  for (const [index, input] of (inputs.length === 0 ? ['-'] : inputs).entries()) {
    codes.push(await verifyInput(desk, input, index + 1))
  }
  return worst(codes)
}
