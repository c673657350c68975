import { InputError, isSdkError, type Language, type Path } from '@tiemchung/core'
import { Command, CommanderError } from 'commander'
import type { EligibleCommand } from './command/eligible.js'
import type { ImportCommand } from './command/import/import-list.js'
import type { ListCommand } from './command/list.js'
import type { SamplesCommand } from './command/samples.js'
import { addVerify } from './command/add-verify.js'
import { addDay } from './command/day/add.js'
import { addFeedback } from './command/feedback/add.js'
import { addPolicy } from './command/policy/add.js'
import { addAudit, addSign } from './command/signature/add.js'
import { addTrust } from './command/trust/add.js'
import { addX509, type Stage } from './command/x509/add.js'
import { errorCatalogue } from './errors.js'
import type { ExitCode } from './exit-code.js'
import { helpIn, helpWords } from './help.js'
import { oneOf } from './input.js'
import type { Io } from './io.js'
import { sayError } from './say-error.js'

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

function addList(root: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  root
    .command('list <file>')
    .description(words.list)
    .option('--write-back <file>', words.writeBack)
    .option('--layout <pl1|full>', words.listLayout, 'pl1')
    .option('--on <date>', words.importOn)
    .option('--accept-suggestions', words.accept)
    .option('--json', words.listJson)
    .action(async (path: string, options: ListCommand) => {
      const { list } = await import('./command/list.js')
      done(await list(io, path, options, language))
    })
}

function addImport(root: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  root
    .command('import <file>')
    .description(words.import)
    .requiredOption('--map <file>', words.columnMap)
    .option('--out <file>', words.importOut)
    .option('--dry-run', words.dryRun)
    .option('--layout <full|pl1>', words.layout, 'full')
    .option('--encoding <name>', words.encoding)
    .option('--letters <name>', words.letters)
    .option('--on <date>', words.importOn)
    .option('--accept-suggestions', words.accept)
    .option('--json', words.importJson)
    .action(async (path: string, options: ImportCommand) => {
      const { importList } = await import('./command/import/import-list.js')
      done(await importList(io, path, options, language))
    })
}

function addEligible(root: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  root
    .command('eligible')
    .description(words.eligible)
    .requiredOption('--birth <date>', words.birth)
    .option('--dose <date:product>', words.dose, collect, [])
    .option('--infected <date|no>', words.infected)
    .option('--consent <state>', words.consent, 'none')
    .option('--screened', words.screened)
    .option('--on <date>', words.on)
    .option('--json', words.eligibleJson)
    .action(async (options: EligibleCommand) => {
      const { eligible } = await import('./command/eligible.js')
      done(await eligible(io, options, language))
    })
}

function addSamples(root: Command, { io, language, done }: Stage): void {
  root
    .command('samples <folder>')
    .description(helpWords[language].samples)
    .option('--lists', helpWords[language].sampleLists)
    .action(async (folder: string, options: SamplesCommand) => {
      const { samples } = await import('./command/samples.js')
      done(await samples(io, folder, options, language))
    })
}

/** The language of `--lang`, wherever it stands: the help needs it before anything is parsed. */
function languageOf(args: readonly string[]): Language {
  const places = [...args.keys()].filter((index) => /^--lang(?:=|$)/.test(args[index] ?? ''))
  const last = places.at(-1)
  if (last === undefined) return 'vi'
  const [, written] = /^--lang=(.*)$/.exec(args[last] ?? '') ?? []
  return oneOf('--lang', written ?? args[last + 1] ?? '', ['vi', 'en'])
}

/** Everything but `--lang` with its value: it may stand anywhere, other options only behind the command that has them. */
function withoutLanguage(args: readonly string[]): string[] {
  const isBefore = (index: number) => args[index - 1] === '--lang'
  return args.filter((arg, index) => !/^--lang(?:=|$)/.test(arg) && !isBefore(index))
}

function program(stage: Stage): Command {
  const { io, language } = stage
  const root = new Command('tiemchung').enablePositionalOptions()
  root.exitOverride().configureOutput({
    writeOut: (text) => io.out(text.trimEnd()),
    writeErr: (text) => io.say(text.trimEnd()),
    // Repeats what was typed, which may be a certificate; `sayUse` says what is safe.
    outputError: () => undefined,
  })
  helpIn(root, language)
  root.version(io.version, '-V, --version', helpWords[language].version)
  root.option('--lang <vi|en>', helpWords[language].lang)
  addVerify(root, stage)
  addSign(root, stage)
  addAudit(root, stage)
  addList(root, stage)
  addImport(root, stage)
  addEligible(root, stage)
  addPolicy(root, stage)
  addFeedback(root, stage)
  addDay(root, stage)
  addX509(root, stage)
  addTrust(root, stage)
  addSamples(root, stage)
  return root
}

/** Errors of the parser that name what we declared and nothing that was typed. */
const nameOurs: ReadonlySet<string> = new Set([
  'commander.missingArgument',
  'commander.missingMandatoryOptionValue',
  'commander.optionMissingArgument',
])

const missing: Readonly<Record<Language, string>> = { vi: 'Thiếu', en: 'Missing' }

function sayUse({ io, language }: Omit<Stage, 'done'>, { code, message }: CommanderError): void {
  if (code === 'commander.help') return
  const [, name] = /'([^']*)'/.exec(message) ?? []
  if (nameOurs.has(code) && name !== undefined) io.say(`${missing[language]}: ${name}`)
  else sayError(io, new InputError(errorCatalogue, 'cli.use'), language)
}

/** What the help says of the options that were used wrongly: a value is never repeated, its form is. */
function sayOptions(stage: Omit<Stage, 'done'>, args: readonly string[], names: Path): void {
  const root = program({ ...stage, done: () => undefined })
  let command = root
  for (const arg of args) command = command.commands.find((one) => one.name() === arg) ?? command
  for (const { long, flags, description } of [...command.options, ...root.options]) {
    if (long !== undefined && long !== null && names.includes(long)) {
      stage.io.say(`  ${flags}  ${description}`)
    }
  }
}

const internal: Readonly<Record<Language, string>> = { vi: 'lỗi bên trong', en: 'internal error' }

/** What a thrown value means for the exit code: unreadable input, wrong use, or a fault of ours. */
function codeOfError(
  stage: Omit<Stage, 'done'>,
  args: readonly string[],
  caught: unknown,
): ExitCode {
  const { io, language } = stage
  if (caught instanceof CommanderError) {
    if (caught.exitCode === 0) return 0
    sayUse(stage, caught)
    return 64
  }
  if (!isSdkError(caught)) {
    io.say(internal[language])
    return 70
  }
  sayError(io, caught, language)
  if (caught.code === 'cli.use') sayOptions(stage, args, caught.path)
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
  let language: Language = 'vi'
  try {
    language = languageOf(args)
    const done = (result: ExitCode) => {
      code = result
    }
    await program({ io, language, done }).parseAsync(withoutLanguage(args), { from: 'user' })
    return code
  } catch (caught) {
    return codeOfError({ io, language }, args, caught)
  }
}
