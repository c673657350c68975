import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { linesOf, runNode } from './command.js'
import { absentStep, type CheckContext, failedStep, type Step, type StepResult } from './step.js'

interface Line {
  readonly suite: string
  readonly cases: number
  readonly right: number
  readonly wronglyAccepted: number
}

async function check(context: CheckContext): Promise<StepResult> {
  const { root } = context
  const vectors = resolve(process.env['TIEMCHUNG_VECTORS'] ?? join(root, '..', 'shared', 'vectors'))
  if (!existsSync(vectors)) {
    return absentStep(context, 'the vector folder is absent; TIEMCHUNG_VECTORS names it')
  }
  const script = join(root, 'tools', 'conformance', 'index.ts')
  const conditions = ['--conditions=@tiemchung/source', '--import', 'tsx']
  const ran = await runNode([...conditions, script, '--json', '--vectors', vectors], { cwd: root })
  const lines = linesOf(ran)
  const suites = lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
  const cases = suites.reduce((sum, suite) => sum + suite.cases, 0)
  const right = suites.reduce((sum, suite) => sum + suite.right, 0)
  const absent = lines.filter((line) => line.includes(': skipped, '))
  const details = [
    ...suites.map(
      (suite) =>
        `${suite.suite}: ${suite.right} of ${suite.cases} right, ${suite.wronglyAccepted} wrongly accepted`,
    ),
    ...absent,
  ]
  if (ran.status !== 0) return failedStep(`${cases - right} of ${cases} cases are wrong`, lines)
  if (suites.length === 0) return absentStep(context, 'the vector folder is empty')
  const tests = { passed: right, failed: 0, skipped: absent.length }
  return { status: 'passed', summary: `${right} of ${cases} cases right`, details, tests }
}

/** Every conformance suite over the vectors, with the exceptions that are written down. */
export const conformance: Step = {
  id: 'conformance',
  title: 'cases made by others come out right',
  run: check,
}
