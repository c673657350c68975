/** The commands below `x509`, as the parser knows them; each is loaded when it is used. */
import type { Language } from '@tiemchung/core'
import type { Command } from 'commander'
import type { ExitCode } from '../../exit-code.js'
import { helpWords } from '../../help.js'
import type { Io } from '../../io.js'
import type { X509CrlCommand } from './crl.js'
import type { X509ShowCommand } from './show.js'
import type { X509VerifyCommand } from './verify.js'

/** Where a command runs: its terminal, its language, and what takes its exit code. */
export interface Stage {
  readonly io: Io
  readonly language: Language
  readonly done: (code: ExitCode) => void
}

/** An option that may be given several times; without a default, so that it can be required. */
const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

function addVerify(x509: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  x509
    .command('verify <certificate>')
    .description(words.x509Verify)
    .requiredOption('--anchors <file>', words.anchors, collect)
    .option('--intermediate <file>', words.intermediate, collect, [])
    .option('--at <instant>', words.at)
    .option('--purpose <purpose>', words.purpose, 'any')
    .option('--crl <file>', words.crls, collect, [])
    .option('--ocsp <file>', words.ocsp, collect, [])
    .option('--revocation <policy>', words.revocationPolicy)
    .option('--policy <oid>', words.policy, collect, [])
    .option('--algorithms <policy>', words.algorithms, 'modern')
    .option('--timestamp <file>', words.timestamp)
    .option('--stamped <file>', words.stamped)
    .option('--timestamp-anchors <file>', words.timestampAnchors, collect, [])
    .option('--json', words.reportJson)
    .action(async (path: string, options: X509VerifyCommand) => {
      const { x509Verify } = await import('./verify.js')
      done(await x509Verify(io, path, options, language))
    })
}

function addShow(x509: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  x509
    .command('show <file>')
    .description(words.x509Show)
    .option('--json', words.showJson)
    .action(async (path: string, options: X509ShowCommand) => {
      const { x509Show } = await import('./show.js')
      done(await x509Show(io, path, options, language))
    })
}

function addCrl(x509: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  x509
    .command('crl <file>')
    .description(words.x509Crl)
    .option('--issuer <file>', words.crlIssuer)
    .option('--serial <hex>', words.serial)
    .option('--certificate <file>', words.crlCertificate)
    .option('--at <instant>', words.at)
    .option('--algorithms <policy>', words.algorithms, 'modern')
    .option('--json', words.reportJson)
    .action(async (path: string, options: X509CrlCommand) => {
      const { x509Crl } = await import('./crl.js')
      done(await x509Crl(io, path, options, language))
    })
}

/** Adds `x509` with its commands. */
export function addX509(root: Command, stage: Stage): void {
  const words = helpWords[stage.language]
  const x509 = root
    .command('x509')
    .description(words.x509)
    .helpCommand('help [command]', words.helpCommand)
  addVerify(x509, stage)
  addShow(x509, stage)
  addCrl(x509, stage)
}
