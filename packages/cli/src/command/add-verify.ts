/** `verify` as the parser knows it. */
import { type Command, Option } from 'commander'
import { helpWords } from '../help.js'
import { addVerifySignatures } from './signature/add.js'
import type { VerifyCommand } from './verify.js'
import type { Stage } from './x509/add.js'

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** What was `--trust-list` is `--trust` now; the old name is still taken. */
interface Typed extends VerifyCommand {
  readonly trustList: readonly string[]
}

const oldName = () => new Option('--trust-list <file>').argParser(collect).default([]).hideHelp()

/** Adds `verify`, with the commands below it. */
export function addVerify(root: Command, stage: Stage): void {
  const { io, language, done } = stage
  const words = helpWords[language]
  const verify = root
    .command('verify [input...]')
    .description(words.verify)
    .option('--trust <file>', words.trust, collect, [])
    .addOption(oldName())
    .option('--anchor <country=file>', words.anchor, collect, [])
    .option('--trust-anchor <file>', words.trustAnchor, collect, [])
    .option('--pin <sha256|file>', words.pin, collect, [])
    .option('--revocation <file>', words.revocation, collect, [])
    .option('--max-age <time>', words.maxAge)
    .option('--offline', words.offline)
    .option('--state <folder>', words.state)
    .option('--profile <profile>', words.profile)
    .option('--at <instant>', words.at)
    .option('--json', words.verifyJson)
    .option('--ndjson', words.ndjson)
    .option('--quiet', words.quiet)
    .option('--names', words.names)
    .action(async (input: string[], { trustList, ...options }: Typed) => {
      const { verify } = await import('./verify.js')
      const trust = [...options.trust, ...trustList]
      done(await verify(io, input, { ...options, trust }, language))
    })
  addVerifySignatures(verify, stage)
}
