import { linesOf, runNode } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'

/** The generated part of every package.json is what the house table says. */
export const manifests: Step = {
  id: 'manifests',
  title: 'every package.json agrees with the house table',
  async run({ root }) {
    const ran = await runNode(['--import', 'tsx', 'tools/manifests.ts', '--check'], { cwd: root })
    const lines = linesOf(ran)
    if (ran.status === 0) return passedStep(lines.at(-1) ?? 'in order')
    return failedStep('manifests are out of date; run npm run manifests', lines)
  },
}
