import { linesOf, runNode } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'

/** The reference of every public entry can be written, and nothing in it is missing or dangling. */
export const typedoc: Step = {
  id: 'typedoc',
  title: 'the API reference builds without a warning (typedoc)',
  async run({ root }) {
    const node = ['--conditions=@tiemchung/source', '--import', 'tsx', 'tools/docs/typedoc.ts']
    const ran = await runNode(node, { cwd: root })
    const lines = linesOf(ran)
    if (ran.status === 0) return passedStep(lines.at(-1) ?? 'written')
    const warnings = lines.filter((line) => /\[(?:warning|error)\]/.test(line)).length
    return failedStep(`${warnings} warnings`, lines.slice(0, 150))
  },
}
