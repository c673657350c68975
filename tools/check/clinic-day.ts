import { join } from 'node:path'
import { build, explain } from '../build.js'
import { linesOf, runNode } from './command.js'
import { type CheckContext, failedStep, passedStep, type Step, type StepResult } from './step.js'

/** Few children: every class occurs, and it takes seconds. */
const children = '240'

async function check({ root }: CheckContext): Promise<StepResult> {
  const built = await build({ root, declarations: false })
  if (built.failures.size > 0) return failedStep('the packages do not build', explain(built))
  const day = join('examples', 'clinic-day', 'src', 'main.ts')
  const out = join('out', 'check-clinic-day')
  const args = ['--import', 'tsx', day, '--children', children, '--out', out, '--lang', 'en']
  const ran = await runNode(args, { cwd: root })
  const lines = linesOf(ran)
  if (ran.status !== 0) return failedStep('the day failed, or the recount disagrees', lines)
  return passedStep(lines.find((line) => /^Recount agrees/.test(line.trim()))?.trim() ?? 'it ran')
}

/** The demo on what was built, small: it fails when its own table or the independent recount disagrees. */
export const clinicDay: Step = {
  id: 'clinic-day',
  title: 'one whole vaccination day runs on the built packages, and its recount agrees',
  run: check,
}
