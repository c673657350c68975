/** The commands below `trust`, as the parser knows them; each is loaded when it is used. */
import type { Command } from 'commander'
import { helpWords } from '../../help.js'
import type { Stage } from '../x509/add.js'
import type { PinCommand } from './pin.js'
import type { ShowCommand } from './show.js'
import type { UpdateCommand } from './update.js'

function addPins(trust: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  trust
    .command('pin <file>')
    .description(words.trustPin)
    .option('--sha256 <hash>', words.sha256)
    .option('--state <folder>', words.state)
    .action(async (file: string, options: PinCommand) => {
      const { trustPin } = await import('./pin.js')
      done(await trustPin(io, file, options, language))
    })
  trust
    .command('unpin <sha256>')
    .description(words.trustUnpin)
    .option('--state <folder>', words.state)
    .action(async (hash: string, options: PinCommand) => {
      const { trustUnpin } = await import('./pin.js')
      done(await trustUnpin(io, hash, options, language))
    })
}

/** Adds `trust` with its commands. */
export function addTrust(root: Command, stage: Stage): void {
  const { io, language, done } = stage
  const words = helpWords[language]
  const trust = root
    .command('trust')
    .description(words.trustCommand)
    .helpCommand('help [command]', words.helpCommand)
  addPins(trust, stage)
  trust
    .command('update [source]')
    .description(words.trustUpdate)
    .option('--max-age <time>', words.maxAge)
    .option('--state <folder>', words.state)
    .action(async (source: string | undefined, options: UpdateCommand) => {
      const { trustUpdate } = await import('./update.js')
      done(await trustUpdate(io, source, options, language))
    })
  trust
    .command('show')
    .description(words.trustShow)
    .option('--max-age <time>', words.maxAge)
    .option('--state <folder>', words.state)
    .option('--json', words.reportJson)
    .action(async (options: ShowCommand) => {
      const { trustShow } = await import('./show.js')
      done(await trustShow(io, options, language))
    })
}
