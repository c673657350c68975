import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { linesOf, type Ran, runNode } from './command.js'
import { absentStep, type CheckContext, failedStep, type Step, type StepResult } from './step.js'

interface Line {
  readonly suite: string
  readonly cases: number
  readonly right: number
  readonly wronglyAccepted: number
}

/** The host's crypto, and the one that is injected in its place: every suite runs with both. */
const providers = ['system', 'peculiar'] as const

const suitesOf = (ran: Ran): readonly Line[] =>
  linesOf(ran)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)

const detailOf = ({ suite, right, cases, wronglyAccepted }: Line, provider: string): string =>
  `${suite}, ${provider}: ${right} of ${cases} right, ${wronglyAccepted} wrongly accepted`

async function check(context: CheckContext): Promise<StepResult> {
  const { root } = context
  const vectors = resolve(process.env['TIEMCHUNG_VECTORS'] ?? join(root, '..', 'shared', 'vectors'))
  if (!existsSync(vectors)) {
    return absentStep(context, 'the vector folder is absent; TIEMCHUNG_VECTORS names it')
  }
  const script = join(root, 'tools', 'conformance', 'index.ts')
  const conditions = ['--conditions=@tiemchung/source', '--import', 'tsx']
  const details: string[] = []
  let counted = { cases: 0, right: 0, skipped: 0 }
  for (const provider of providers) {
    const asked = ['--json', '--crypto', provider, '--vectors', vectors]
    const ran = await runNode([...conditions, script, ...asked], { cwd: root })
    const suites = suitesOf(ran)
    const absent = linesOf(ran).filter((line) => line.includes(': skipped, '))
    const cases = suites.reduce((sum, suite) => sum + suite.cases, 0)
    const right = suites.reduce((sum, suite) => sum + suite.right, 0)
    counted = { cases, right, skipped: absent.length }
    details.push(...suites.map((suite) => detailOf(suite, provider)), ...absent)
    const wrong = `${cases - right} of ${cases} cases are wrong by ${provider} crypto`
    if (ran.status !== 0) return failedStep(wrong, linesOf(ran))
    if (suites.length === 0) return absentStep(context, 'the vector folder is empty')
  }
  const { cases, right, skipped } = counted
  const summary = `${right} of ${cases} cases right, by ${providers.join(' and ')} crypto alike`
  return { status: 'passed', summary, details, tests: { passed: right, failed: 0, skipped } }
}

/** Every conformance suite over the vectors, with the exceptions that are written down. */
export const conformance: Step = {
  id: 'conformance',
  title: 'cases made by others come out right',
  run: check,
}
