import { join } from 'node:path'
import { chromiumAt, noChromium } from '../examples/chromium.js'
import { tryBrowser, tryBundle } from '../examples/browser.js'
import { tryFeedbackPages } from '../examples/feedback/run.js'
import { tryExpress } from '../examples/express.js'
import { lengthFaults } from '../examples/length.js'
import { tryNestjs } from '../examples/nestjs.js'
import { tryFirstScreen } from '../examples/newcomer.js'
import { stageExamples } from '../examples/stage.js'
import { tryVerifyScript } from '../examples/verify-script.js'
import { inLanes } from './lanes.js'
import { type CheckContext, failedStep, type Step, type StepResult } from './step.js'

/** One thing that is tried. */
interface Trial {
  readonly name: string
  readonly attempt: () => Promise<readonly string[]>
}
interface Outcome {
  readonly name: string
  readonly faults: readonly string[]
}

function trialsOf(root: string, folder: string, chromium: string | undefined): readonly Trial[] {
  return [
    { name: 'length', attempt: () => Promise.resolve(lengthFaults(root)) },
    { name: 'verify-script', attempt: () => tryVerifyScript(folder) },
    { name: 'express', attempt: () => tryExpress(folder) },
    { name: 'nestjs', attempt: () => tryNestjs(folder) },
    { name: 'browser-verify', attempt: () => inBrowser(root, folder, chromium) },
    { name: 'feedback-pages', attempt: () => withFeedback(root, folder, chromium) },
    { name: 'README', attempt: () => tryFirstScreen(root, folder) },
  ]
}

/** The bundle always, the page where there is a browser. */
async function inBrowser(
  root: string,
  folder: string,
  chromium: string | undefined,
): Promise<readonly string[]> {
  const faults = await tryBundle(root, join(folder, 'browser-verify'), ['main.js'])
  if (faults.length > 0 || chromium === undefined) return faults
  return tryBrowser(folder, chromium)
}

/** The bundles always; the pages against the packed sandbox where there is a browser. */
async function withFeedback(
  root: string,
  folder: string,
  chromium: string | undefined,
): Promise<readonly string[]> {
  const bundles = ['report.js', 'follow.js', 'desk.js']
  const faults = await tryBundle(root, join(folder, 'feedback-pages'), bundles)
  if (faults.length > 0 || chromium === undefined) return faults
  const sandbox = join(folder, 'node_modules', '@tiemchung', 'sandbox', 'bin', 'main.js')
  const pictures = join(root, 'out', 'pictures', 'feedback')
  return tryFeedbackPages(folder, [sandbox], { executable: chromium, pictures })
}

/** Whatever goes wrong in one is its fault, and no other's. */
async function outcomeOf({ name, attempt }: Trial): Promise<Outcome> {
  try {
    return { name, faults: await attempt() }
  } catch (error) {
    return {
      name,
      faults: String((error as Error).message)
        .split('\n')
        .slice(0, 20),
    }
  }
}

function resultOf(
  outcomes: readonly Outcome[],
  { requireAll, say }: CheckContext,
  chromium: string | undefined,
): StepResult {
  for (const { name, faults } of outcomes) {
    say(`${name.padEnd(16)} ${faults.length === 0 ? 'as it should be' : 'FAILED'}`)
  }
  const page = chromium === undefined ? noChromium : `in ${chromium}`
  const absent = chromium === undefined
  say(`${'the pages'.padEnd(16)} ${absent ? 'skipped: ' : ''}${page}`)
  const failed = outcomes.filter(({ faults }) => faults.length > 0)
  const details = failed.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))
  if (absent && requireAll) details.push(`the pages: ${noChromium}`)
  const tests = {
    passed: outcomes.length - failed.length,
    failed: failed.length + (absent && requireAll ? 1 : 0),
    skipped: absent && !requireAll ? 1 : 0,
  }
  const status = details.length === 0 ? 'passed' : 'failed'
  const summary =
    status === 'failed' ? `${details.length} faults` : `5 examples and the READMEs' first screen`
  return { status, summary, details, tests }
}

/** The examples do what their READMEs say, on the tarballs, and so does the first screen. */
export const examples: Step = {
  id: 'examples',
  title: 'the examples and the first screen of the READMEs run from the tarballs',
  async run(context) {
    const { folder, faults } = await stageExamples(context.root)
    if (faults.length > 0) return failedStep('the examples cannot be installed', faults)
    const chromium = chromiumAt()
    const trials = trialsOf(context.root, folder, chromium)
    return resultOf(await inLanes(trials, outcomeOf), context, chromium)
  },
}
