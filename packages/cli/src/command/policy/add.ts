/** `policy lint` and `policy page`. */
import type { Command } from 'commander'
import { helpWords } from '../../help.js'
import type { Stage } from '../x509/add.js'
import type { PolicyLintCommand } from './lint.js'
import type { PolicyPageCommand } from './page.js'

/** Adds the commands for policies as documents. */
export function addPolicy(root: Command, { io, language, done }: Stage): void {
  const words = helpWords[language]
  const policy = root
    .command('policy')
    .description(words.policyCommand)
    .helpCommand('help [command]', words.helpCommand)
  policy
    .command('lint <file>')
    .description(words.policyLint)
    .option('--json', words.listJson)
    .action(async (path: string, options: PolicyLintCommand) => {
      const { policyLint } = await import('./lint.js')
      done(await policyLint(io, path, options, language))
    })
  policy
    .command('page <file>')
    .description(words.policyPage)
    .option('--format <html|markdown>', words.pageFormat, 'markdown')
    .option('--out <file>', words.pageOut)
    .option('--differences', words.pageDifferences)
    .action(async (path: string, options: PolicyPageCommand) => {
      const { policyPage } = await import('./page.js')
      done(await policyPage(io, path, options, language))
    })
}
