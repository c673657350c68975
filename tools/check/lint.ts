import { linesOf, runNode, toolIn } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'

/** The rules of eslint.config.js, with types. */
export const lint: Step = {
  id: 'lint',
  title: 'lint with types (eslint)',
  async run({ root }) {
    const eslint = toolIn(root, 'eslint/bin/eslint.js')
    const ran = await runNode([eslint, '--max-warnings', '0', '.'], { cwd: root })
    if (ran.status === 0) return passedStep('no findings')
    const lines = linesOf(ran)
    const total = lines.find((line) => /^✖ \d+ problem/.test(line))
    return failedStep(total ?? 'eslint failed', lines.slice(0, 200))
  },
}
