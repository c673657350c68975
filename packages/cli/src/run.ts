import { InputError, isSdkError, type SdkError } from '@tiemchung/core'
import { Command, CommanderError } from 'commander'
import { eligible, type EligibleCommand } from './command/eligible.js'
import { list, type ListCommand } from './command/list.js'
import { verify, type VerifyCommand } from './command/verify.js'
import { errorCatalogue } from './errors.js'
import type { ExitCode } from './exit-code.js'
import type { Io } from './io.js'

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]
const language = (value: string): 'vi' | 'en' => (value === 'en' ? 'en' : 'vi')

type Done = (code: ExitCode) => void

function addVerify(root: Command, io: Io, done: Done): void {
  root
    .command('verify [input...]')
    .description('verify texts of QR codes (HC1:…), or files with one a line; - is standard input')
    .requiredOption('--trust-list <file>', 'trust list (trust-list/1)')
    .option('--anchor <country=file>', "a country's authority, PEM or DER", collect, [])
    .option('--revocation <file>', 'revocation list (revocation-list/1)')
    .option('--at <instant>', 'judge at this instant, not now')
    .option('--json', 'one object an input')
    .option('--lang <vi|en>', 'language of reasons', language, 'vi')
    .action(async (input: string[], options: VerifyCommand) =>
      done(await verify(io, input, options)),
    )
}

function addList(root: Command, io: Io, done: Done): void {
  root
    .command('list <file>')
    .description('check a PL1 list (XLSX or CSV), row by row')
    .option('--write-back <file>', 'write the workbook with its last column filled')
    .option('--accept-suggestions', 'take what is offered for lost leading zeros')
    .option('--json', 'one object an issue')
    .option('--lang <vi|en>', 'language of reasons', language, 'vi')
    .action(async (path: string, options: ListCommand) => done(await list(io, path, options)))
}

function addEligible(root: Command, io: Io, done: Done): void {
  root
    .command('eligible')
    .description('say which COVID-19 dose is due for somebody from 5 to 17, and why')
    .requiredOption('--birth <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--dose <date:product>', 'a dose that was given', collect, [])
    .option('--infected <date>', 'first symptom or positive test')
    .option('--consent <state>', 'agreed, refused or none', 'none')
    .option('--screened', 'the screening form has eight times no')
    .option('--on <date>', 'the day to judge, default today')
    .option('--json', 'the whole answer')
    .option('--lang <vi|en>', 'language of the explanation', language, 'vi')
    .action(async (options: EligibleCommand) => done(await eligible(io, options)))
}

function program(io: Io, done: Done): Command {
  const root = new Command('tiemchung')
    .description('Check, match and verify vaccination records of Viet Nam')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.say(text.trimEnd()),
      // Repeats what was typed, which may be a certificate; `sayUse` says what is safe.
      outputError: () => undefined,
    })
  addVerify(root, io, done)
  addList(root, io, done)
  addEligible(root, io, done)
  return root
}

function sayError(io: Io, { sentences, code, path }: SdkError): void {
  io.say(`${sentences.vi} / ${sentences.en} [${[code, ...path].join(' ')}]`)
}

/** Errors of the parser whose messages name what we declared and nothing that was typed. */
const namesOnlyOurs: ReadonlySet<string> = new Set([
  'commander.missingArgument',
  'commander.missingMandatoryOptionValue',
  'commander.optionMissingArgument',
])

function sayUse(io: Io, { code, message }: CommanderError): void {
  if (code === 'commander.help') return
  if (namesOnlyOurs.has(code)) io.say(message)
  else sayError(io, new InputError(errorCatalogue, 'cli.use'))
}

/** What a thrown value means for the exit code: unreadable input, wrong use, or a fault of ours. */
function codeOfError(io: Io, caught: unknown): ExitCode {
  if (caught instanceof CommanderError) {
    if (caught.exitCode === 0) return 0
    sayUse(io, caught)
    return 64
  }
  if (!isSdkError(caught)) {
    io.say('internal error')
    return 70
  }
  sayError(io, caught)
  return caught.name === 'InputError' ? 64 : 65
}

/**
 * Runs one command.
 *
 * @returns 0 valid or done, 1 invalid, 2 indeterminate, 64 wrong use, 65 unreadable input, 70 internal;
 *   of a batch the worst, in the order 70, 64, 65, 1, 2, 0
 * @example
 * ```ts
 * import { type Io, run } from 'tiemchung'
 * declare const io: Io
 * const code = await run(['eligible', '--birth', '2016-03-01', '--consent', 'agreed'], io)
 * ```
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  try {
    await program(io, (result) => {
      code = result
    }).parseAsync([...args], { from: 'user' })
    return code
  } catch (caught) {
    return codeOfError(io, caught)
  }
}
