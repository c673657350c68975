/** `day status`, `close`, `report` and `roll-up`. */
import type { Command } from 'commander'
import { helpWords } from '../../help.js'
import type { Stage } from '../x509/add.js'
import type { DayCloseCommand, DayReportCommand, DayStatusCommand } from './day.js'
import type { DayRollUpCommand } from './roll-up.js'
import { dayWords } from './words.js'

const usual = 'covid-2022-same-day'
const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

function addRollUp(day: Command, { io, language, done }: Stage): void {
  const words = dayWords[language]
  day
    .command('roll-up <folder>')
    .description(words.rollUp)
    .requiredOption('--expected <file>', words.expected)
    .requiredOption('--date <date>', words.date)
    .requiredOption('--register <file>', words.register)
    .requiredOption('--trust <file>', words.trust, collect)
    .option('--at <instant>', helpWords[language].at)
    .option('--format <json|csv|html>', words.format, 'json')
    .option('--out <file>', words.out)
    .action(async (folder: string, options: DayRollUpCommand) => {
      const { rollUpDay } = await import('./roll-up.js')
      done(await rollUpDay(io, folder, options, language))
    })
}

/** Adds the commands about a vaccination day. */
export function addDay(root: Command, stage: Stage): void {
  const { io, language, done } = stage
  const words = dayWords[language]
  const day = root
    .command('day')
    .description(words.day)
    .helpCommand('help [command]', helpWords[language].helpCommand)
  day
    .command('status <folder>')
    .description(words.status)
    .option('--policy <name|file>', words.policy, usual)
    .option('--json', words.json)
    .action(async (folder: string, options: DayStatusCommand) => {
      const { dayStatus } = await import('./day.js')
      done(await dayStatus(io, folder, options, language))
    })
  day
    .command('close <folder>')
    .description(words.close)
    .requiredOption('--by <account>', words.by)
    .option('--reason <text>', words.reason)
    .option('--policy <name|file>', words.policy, usual)
    .option('--json', words.json)
    .action(async (folder: string, options: DayCloseCommand) => {
      const { closeDay } = await import('./day.js')
      done(await closeDay(io, folder, options, language))
    })
  day
    .command('report <folder>')
    .description(words.report)
    .option('--policy <name|file>', words.policy, usual)
    .option('--feedback-open <count>', words.feedback)
    .option('--format <json|csv|html>', words.format, 'json')
    .option('--out <file>', words.out)
    .action(async (folder: string, options: DayReportCommand) => {
      const { reportDay } = await import('./day.js')
      done(await reportDay(io, folder, options, language))
    })
  addRollUp(day, stage)
}
