/** `feedback report`. */
import type { Command } from 'commander'
import { helpWords } from '../../help.js'
import type { Stage } from '../x509/add.js'
import type { FeedbackReportCommand } from './report.js'

/** Adds the commands for feedback. */
export function addFeedback(root: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  root
    .command('feedback')
    .description(words.feedbackCommand)
    .helpCommand('help [command]', words.helpCommand)
    .command('report <items>')
    .description(words.feedbackReport)
    .requiredOption('--units <file>', words.feedbackUnits)
    .option('--at <instant>', words.feedbackAt)
    .option('--format <json|csv|html>', words.feedbackFormat, 'json')
    .option('--out <file>', words.pageOut)
    .action(async (path: string, options: FeedbackReportCommand) => {
      const { reportFeedback } = await import('./report.js')
      done(await reportFeedback(io, path, options, language))
    })
}
