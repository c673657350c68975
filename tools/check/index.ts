/**
 * `npm run check` and `npm test`: every step, cheapest first, to the end even after a failure.
 *
 * `--only id,id` runs some steps, `--list` names them, `--root DIR` (or `TIEMCHUNG_ROOT`) checks
 * another copy of the tree. The last line is `N passed, N failed, N skipped`.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CheckContext, failedStep, type Step, type StepResult, type Tally } from './step.js'
import { steps } from './steps.js'
import { whatFailed } from './what-failed.js'

interface Outcome {
  readonly step: Step
  readonly result: StepResult
  readonly seconds: number
}

const marks = { passed: 'ok', failed: 'FAILED', skipped: 'skipped' } as const

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n')
}

async function runStep(step: Step, context: CheckContext): Promise<Outcome> {
  const started = performance.now()
  let result: StepResult
  try {
    result = await step.run(context)
  } catch (error) {
    result = failedStep('the step itself crashed', [String((error as Error).stack ?? error)])
  }
  return { step, result, seconds: (performance.now() - started) / 1000 }
}

/** What an outcome adds to the count: the tests of a step that runs tests, else the step as one case. */
function tallyOf({ result }: Outcome): Tally {
  const one = (status: StepResult['status']) => (result.status === status ? 1 : 0)
  if (result.tests === undefined) {
    return { passed: one('passed'), failed: one('failed'), skipped: one('skipped') }
  }
  // A failed step whose tests all passed (a coverage floor, say) still counts as a failure.
  const failed = Math.max(result.tests.failed, one('failed'))
  return { ...result.tests, failed }
}

function summaryTable(outcomes: readonly Outcome[]): string[] {
  const width = Math.max(...outcomes.map(({ step }) => step.id.length))
  return outcomes.map(({ step, result, seconds }) => {
    const time = `${seconds.toFixed(1)} s`.padStart(8)
    return `${step.id.padEnd(width)}  ${marks[result.status].padEnd(7)} ${time}  ${result.summary}`
  })
}

function chosenSteps(only: string | undefined): readonly Step[] {
  if (only === undefined) return steps
  const ids = only.split(',')
  const unknown = ids.filter((id) => !steps.some((step) => step.id === id))
  if (unknown.length > 0) {
    process.stderr.write(`no step called ${unknown.join(', ')}; see --list\n`)
    process.exit(64)
  }
  return steps.filter((step) => ids.includes(step.id))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      root: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  })
  if (values.list) return steps.forEach((step) => say(`${step.id.padEnd(20)} ${step.title}`))
  const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
  const context: CheckContext = {
    root: resolve(
      values.root ?? process.env['TIEMCHUNG_ROOT'] ?? join(import.meta.dirname, '..', '..'),
    ),
    requireAll: required,
    say: (line) => say(`    ${line}`),
  }
  const outcomes: Outcome[] = []
  const chosen = chosenSteps(values.only)
  for (const [index, step] of chosen.entries()) {
    say(`[${index + 1}/${chosen.length}] ${step.id}: ${step.title}`)
    const outcome = await runStep(step, context)
    if (outcome.result.details?.length) say(indented(outcome.result.details))
    say(`    ${marks[outcome.result.status]}: ${outcome.result.summary}`)
    outcomes.push(outcome)
  }
  report(outcomes)
}

function report(outcomes: readonly Outcome[]): void {
  const tallies = outcomes.map(tallyOf)
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
  say('')
  for (const line of summaryTable(outcomes)) say(line)
  say('')
  const failed = outcomes.filter(({ result }) => result.status === 'failed')
  const told = failed.map(({ step, result: { summary, details = [] } }) => {
    const says = details.filter((line) => !line.startsWith('skipped: '))
    return { what: `${step.id}: ${summary}`, says }
  })
  for (const line of whatFailed(told)) say(line)
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
  if (sum('failed') > 0) process.exitCode = 1
}

await main()
