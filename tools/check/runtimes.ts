import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../build.js'
import { differences } from '../runtimes/differences.js'
import { installEngines } from '../runtimes/engines.js'
import { gather } from '../runtimes/given.js'
import type { Tally } from '../runtimes/portable.js'
import { type Bench, type Runtime, runtimes as all } from '../runtimes/run.js'
import { absentStep, type CheckContext, failedStep, type Step, type StepResult } from './step.js'

/** What a runtime said, or why it said nothing. */
type Answer = { readonly tallies: readonly Tally[] } | { readonly reason: string }

async function ask({ at, run }: Runtime, bench: Bench): Promise<Answer> {
  const executable = at()
  if (executable === undefined) return { reason: 'not on this machine' }
  try {
    return { tallies: await run(executable, bench) }
  } catch (error) {
    return { reason: (error as Error).message.slice(0, 500) }
  }
}

const sum = (tallies: readonly Tally[], of: 'cases' | 'right') =>
  tallies.reduce((total, tally) => total + tally[of], 0)

async function compare(bench: Bench, context: CheckContext): Promise<StepResult> {
  const faults: string[] = []
  const absent: string[] = []
  let reference: readonly Tally[] = []
  let count = 0
  for (const runtime of all) {
    const answer = await ask(runtime, bench)
    if ('reason' in answer) {
      context.say(`${runtime.name.padEnd(9)} ${answer.reason}`)
      absent.push(`${runtime.name}: ${answer.reason}`)
      continue
    }
    const { tallies } = answer
    if (reference.length === 0) reference = tallies
    const [cases, right] = [sum(tallies, 'cases'), sum(tallies, 'right')]
    context.say(`${runtime.name.padEnd(9)} ${right} of ${cases} right, ${tallies.length} suites`)
    faults.push(...differences(reference, tallies).map((one) => `${runtime.name}: ${one}`))
    count += 1
  }
  if (faults.length > 0) return failedStep(`${faults.length} differences`, faults.slice(0, 60))
  if (absent.length > 0) return absentStep(context, absent.join('; '))
  const cases = sum(reference, 'cases')
  return { status: 'passed', summary: `${cases} cases alike on ${count} runtimes` }
}

/** The built packages answer every case alike, whatever runs them. */
export const runtimes: Step = {
  id: 'runtimes',
  title: 'the suites come out alike in Node, Deno, Bun, Chromium and workerd',
  async run(context) {
    const given = process.env['TIEMCHUNG_VECTORS'] ?? join(context.root, '..', 'shared', 'vectors')
    const vectors = resolve(given)
    if (!existsSync(vectors)) {
      return absentStep(context, 'the vector folder is absent; TIEMCHUNG_VECTORS names it')
    }
    const lacking = installEngines()
    if (lacking !== undefined) return absentStep(context, lacking)
    const { failures } = await build({ root: context.root, declarations: false })
    if (failures.size > 0) return failedStep('the packages do not build', [...failures.keys()])
    const folder = mkdtempSync(join(tmpdir(), 'tiemchung-runtimes-'))
    try {
      const file = join(folder, 'given.json')
      writeFileSync(file, JSON.stringify(await gather(vectors)))
      return await compare({ folder, given: file }, context)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
