import { join } from 'node:path'
import { build, explain } from '../build.js'
import { chromiumAt, noChromium } from '../examples/chromium.js'
import { tryDayPages } from '../examples/day-pages.js'
import { linesOf, runNode } from './command.js'
import { type CheckContext, failedStep, passedStep, type Step, type StepResult } from './step.js'

async function check(context: CheckContext): Promise<StepResult> {
  const { root } = context
  const built = await build({ root, declarations: false })
  if (built.failures.size > 0) return failedStep('the packages do not build', explain(built))
  const day = join('examples', 'clinic-day', 'src', 'main.ts')
  const out = join('out', 'check-clinic-day')
  const args = ['--import', 'tsx', day, '--out', out, '--lang', 'en']
  const ran = await runNode(args, { cwd: root })
  const lines = linesOf(ran)
  if (ran.status !== 0) return failedStep('the day failed, or the recount disagrees', lines)
  const agrees = lines.find((line) => /^Recount agrees/.test(line.trim()))?.trim() ?? 'it ran'
  return pagesOf(context, join(root, out), agrees)
}

/** The pages of that day, where there is a browser. */
async function pagesOf(
  { root, requireAll, say }: CheckContext,
  folder: string,
  agrees: string,
): Promise<StepResult> {
  const executable = chromiumAt()
  if (executable === undefined) {
    say(`the pages skipped: ${noChromium}`)
    return requireAll ? failedStep('the pages of the day', [noChromium]) : passedStep(agrees)
  }
  const pictures = join(root, 'out', 'pictures', 'clinic')
  const faults = await tryDayPages(folder, { executable, pictures })
  if (faults.length > 0) return failedStep('the pages of the day are not as they should be', faults)
  return passedStep(agrees, ['pictures of the day and of the roll-up: out/pictures/clinic'])
}

/** The demo on what was built, as large as anybody runs it: it fails when its own table or the independent recount disagrees. */
export const clinicDay: Step = {
  id: 'clinic-day',
  title:
    'one whole vaccination day runs on the built packages, its recount agrees, and its pages can be read',
  run: check,
}
