import { linesOf, runNode, toolIn } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'

/** Every file is written as the formatter writes it. */
export const format: Step = {
  id: 'format',
  title: 'every file is formatted (biome)',
  async run({ root }) {
    const biome = toolIn(root, '@biomejs/biome/bin/biome')
    const ran = await runNode([biome, 'format', '--max-diagnostics=50', '.'], { cwd: root })
    if (ran.status === 0) return passedStep(linesOf(ran).at(-1) ?? 'formatted')
    return failedStep('some files are not formatted; run npm run format', linesOf(ran))
  },
}
