import { linesOf, runNode, toolIn } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'

/** The whole workspace is one program that compiles. */
export const types: Step = {
  id: 'types',
  title: 'the workspace compiles (tsc)',
  async run({ root }) {
    const tsc = toolIn(root, 'typescript/bin/tsc')
    const ran = await runNode([tsc, '-p', 'tsconfig.json', '--pretty', 'false'], { cwd: root })
    if (ran.status === 0) return passedStep('no errors')
    const lines = linesOf(ran)
    const errors = lines.filter((line) => / error TS\d+:/.test(line)).length
    return failedStep(`${errors} type errors`, lines.slice(0, 300))
  },
}
