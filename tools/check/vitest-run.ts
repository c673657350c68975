/** Runs vitest and reads back what it came to. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf, run as runProgram, toolIn } from './command.js'
import { type CheckContext, failedStep, passedStep, type StepResult } from './step.js'
import type { TestRun, Told } from './tally-reporter.js'

/** What vitest said, or undefined with its last lines when it did not get as far as a result. */
export interface Vitest {
  readonly run: TestRun | undefined
  readonly status: number
  readonly tail: readonly string[]
}

/** Runs vitest, on the Node at hand or on another. */
export async function vitest(
  { root }: Pick<CheckContext, 'root'>,
  name: string,
  args: readonly string[],
  node: string = process.execPath,
): Promise<Vitest> {
  const tally = join(root, 'out', `${name}.json`)
  rmSync(tally, { force: true })
  const reporters = ['--reporter=dot', '--reporter=./tools/check/tally-reporter.ts']
  const vitestFile = toolIn(root, 'vitest/vitest.mjs')
  const ran = await runProgram(node, [vitestFile, 'run', ...reporters, ...args], {
    cwd: root,
    env: { TIEMCHUNG_TALLY: tally },
  })
  const run = existsSync(tally) ? (JSON.parse(readFileSync(tally, 'utf8')) as TestRun) : undefined
  return { run, status: ran.status, tail: linesOf(ran).slice(-40) }
}

/** Skips of one file with the same reason, in one line each. */
function skipLines(skips: readonly Told[]): string[] {
  const groups = new Map<string, number>()
  for (const { file, name, says } of skips) {
    const reason = says === 'no note' ? name : says
    const line = `skipped: ${file}: ${reason}`
    groups.set(line, (groups.get(line) ?? 0) + 1)
  }
  return [...groups].map(([line, count]) => (count === 1 ? line : `${line} (${count} tests)`))
}

/** A step's result from a run; `faults` are findings beyond the tests, such as coverage. */
export function resultOf({ run, status, tail }: Vitest, faults: readonly string[]): StepResult {
  if (run === undefined) return failedStep('vitest gave no result', tail)
  const tests = {
    passed: run.passed,
    failed: run.failures.length + run.errors.length,
    skipped: run.skips.length,
  }
  const details = [
    ...run.failures.map(({ file, name, says }) => `${file}: ${name}: ${says}`),
    ...run.errors,
    ...faults,
    ...skipLines(run.skips),
  ]
  const summary = `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`
  if (tests.failed > 0) return { ...failedStep(summary, details), tests }
  if (tests.passed === 0) return failedStep('no test ran', tail)
  if (faults.length > 0) {
    return { ...failedStep(`${summary}; ${faults.length} findings`, details), tests }
  }
  if (status !== 0) return { ...failedStep(`${summary}; vitest ended with ${status}`, tail), tests }
  return { ...passedStep(summary, details), tests }
}
