/** A vitest reporter that writes what the steps print: totals, failures, and why tests were skipped. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** One test that did not pass, and what it said. */
export interface Told {
  readonly file: string
  readonly name: string
  readonly says: string
}

/** What a run of vitest came to. */
export interface TestRun {
  readonly files: number
  readonly passed: number
  readonly failures: readonly Told[]
  readonly skips: readonly Told[]
  /** Errors outside any test: a file that does not load, a rejection nobody caught. */
  readonly errors: readonly string[]
}

function toldOf(test: TestCase, says: string): Told {
  const file = relative(process.cwd(), test.module.moduleId).split(sep).join('/')
  return { file, name: test.fullName, says }
}

function skipOf(test: TestCase): Told {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return toldOf(test, note ?? 'no note')
}

/** The first line; of a property also the seed and the counterexample, without which it is lost. */
function failureOf(test: TestCase): Told {
  const message = test.result().errors?.[0]?.message ?? 'failed'
  const lines = message.split('\n', message.startsWith('Property failed') ? 3 : 1)
  return toldOf(test, lines.join(' '))
}

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    const broken = modules.flatMap((module) =>
      module.errors().map((error) => `${module.relativeModuleId}: ${error.message}`),
    )
    const suites = modules.flatMap((module) =>
      [...module.children.allSuites()].flatMap((suite) =>
        suite.errors().map((error) => `${suite.fullName}: ${error.message}`),
      ),
    )
    const run: TestRun = {
      files: modules.length,
      passed: inState('passed').length,
      failures: inState('failed').map(failureOf),
      skips: [...inState('skipped'), ...inState('pending')].map(skipOf),
      errors: [...broken, ...suites, ...unhandled.map((error) => error.message)],
    }
    const file = process.env['TIEMCHUNG_TALLY'] ?? 'out/tests.json'
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(run, null, 2))
  }
}
