import { linesOf, runNode, toolIn } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'

/** No file, export or dependency that nobody uses (knip.json says what counts as used). */
export const unused: Step = {
  id: 'unused',
  title: 'no unused files, exports or dependencies (knip)',
  async run({ root }) {
    const knip = toolIn(root, 'knip/bin/knip.js')
    const ran = await runNode([knip, '--no-progress', '--no-config-hints'], {
      cwd: root,
    })
    if (ran.status === 0) return passedStep('none')
    return failedStep('something is not used', linesOf(ran).slice(0, 300))
  },
}
