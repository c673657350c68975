/** The commands about signatures of facilities, as the parser knows them; each is loaded when it is used. */
import { InputError } from '@tiemchung/core'
import type { Command } from 'commander'
import { errorCatalogue } from '../../errors.js'
import { helpWords } from '../../help.js'
import type { SignDayCommand } from '../sign/sign-day.js'
import type { Stage } from '../x509/add.js'
import type { AuditCommand } from './audit.js'
import { signatureWords } from './help.js'
import type { VerifyRecordCommand } from './verify-record.js'
import type { VerifySealCommand } from './verify-seal.js'

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** The options that say by what a signature is judged. */
function withTerms(command: Command, { language }: Stage): Command {
  const [words, shared] = [signatureWords[language], helpWords[language]]
  return command
    .option('--trust <file>', words.trustRoots, collect, [])
    .option('--register <file>', words.register)
    .option('--policy <1815|file>', words.signingPolicy)
    .option('--at <instant>', shared.at)
    .option('--crl <file>', shared.crls, collect, [])
    .option('--ocsp <file>', shared.ocsp, collect, [])
    .option('--timestamp-anchors <file>', words.timestampRoots, collect, [])
    .option('--purpose <purpose>', words.signerPurpose, 'document-signing')
}

function addVerifySeal(verify: Command, stage: Stage): void {
  const { io, language, done } = stage
  const words = signatureWords[language]
  const command = verify
    .command('seal <file>')
    .description(words.verifySeal)
    .option('--record <file>', words.sealRecord, collect, [])
    .option('--proof <file>', words.sealProof, collect, [])
    .option('--facility <code>', words.askedFacility)
    .option('--day <date>', words.askedDay)
  withTerms(command, stage)
    .option('--json', words.reportsJson)
    .action(async (path: string, options: VerifySealCommand) => {
      const { verifySeal } = await import('./verify-seal.js')
      done(await verifySeal(io, path, options, language))
    })
}

function addVerifyRecord(verify: Command, stage: Stage): void {
  const { io, language, done } = stage
  const words = signatureWords[language]
  const command = verify
    .command('record <file>')
    .description(words.verifyRecord)
    .option('--record <file>', words.beside, collect, [])
    .option('--earlier <file>', words.earlier, collect, [])
  withTerms(command, stage)
    .option('--json', words.reportsJson)
    .action(async (path: string, options: VerifyRecordCommand) => {
      const { verifyRecord } = await import('./verify-record.js')
      done(await verifyRecord(io, path, options, language))
    })
}

/** An option in front of the name would be read, and then looked at by nobody. @throws InputError `cli.use` */
function refuseOptions(verify: Command): void {
  const given = verify.options.find(
    (option) => verify.getOptionValueSource(option.attributeName()) === 'cli',
  )
  if (given === undefined) return
  throw new InputError(errorCatalogue, 'cli.use', { path: [given.long ?? given.flags] })
}

/** Adds `verify seal` and `verify record`: the options of `verify` itself are taken neither before their names nor behind. */
export function addVerifySignatures(verify: Command, stage: Stage): void {
  verify.enablePositionalOptions().helpCommand(false).hook('preSubcommand', refuseOptions)
  addVerifySeal(verify, stage)
  addVerifyRecord(verify, stage)
}

/** Adds `audit`. */
export function addAudit(root: Command, stage: Stage): void {
  const { io, language, done } = stage
  const words = signatureWords[language]
  const command = root
    .command('audit <folder>')
    .description(words.audit)
    .option('--records <file>', words.auditRecords, collect, [])
  withTerms(command, stage)
    .option('--json', words.auditJson)
    .action(async (folder: string, options: AuditCommand) => {
      const { audit } = await import('./audit.js')
      done(await audit(io, folder, options, language))
    })
}

/** Adds `sign` with `sign day`. */
export function addSign(root: Command, { io, language, done }: Stage): void {
  const words = signatureWords[language]
  root
    .command('sign')
    .description(words.sign)
    .helpCommand('help [command]', helpWords[language].helpCommand)
    .command('day <records>')
    .description(words.signDay)
    .requiredOption('--out <folder>', words.out)
    .option('--each', words.each)
    .option('--key <file>', words.key)
    .option('--chain <file>', words.chain, collect, [])
    .option('--pkcs12 <file>', words.pkcs12)
    .option('--pkcs11 <library>', words.pkcs11)
    .option('--token <name>', words.token)
    .option('--token-key <name>', words.tokenKey)
    .option('--certificate <sha256>', words.certificate)
    .option('--password-env <name>', words.passwordEnv)
    .option('--password-fd <number>', words.passwordFd)
    .option('--facility <code>', words.signFacility)
    .option('--day <date>', words.signDayOf)
    .option('--after <seal>', words.after)
    .option('--policy <id|file>', words.completeness, 'covid-2022-same-day')
    .option('--json', words.signJson)
    .action(async (path: string, options: SignDayCommand) => {
      const { signDay } = await import('../sign/sign-day.js')
      done(await signDay(io, path, options, language))
    })
}
