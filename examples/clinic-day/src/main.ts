/** One vaccination day of one commune, from the school list to the verified certificate. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { makeTruth } from './generate/make-truth.js'
import { makeWorkbooks } from './generate/make-workbooks.js'
import { runDay } from './day/run-day.js'
import { recount } from './recount/run-recount.js'
import { summary } from './show/summary.js'
import { writeReports } from './show/write-reports.js'
import { progressBar } from './show/progress.js'
import type { Language } from './show/words.js'

const { values } = parseArgs({
  options: {
    lang: { type: 'string', default: 'vi' },
    children: { type: 'string', default: '1200' },
    seed: { type: 'string', default: '1815' },
    out: { type: 'string', default: 'out/clinic-day' },
  },
})

async function main(): Promise<number> {
  const language: Language = values.lang === 'en' ? 'en' : 'vi'
  const out = resolve(values.out)
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const truth = makeTruth(Number(values.children), Number(values.seed))
  await writeFile(join(out, 'truth.json'), JSON.stringify(truth))
  const books = await makeWorkbooks(truth)
  const started = performance.now()
  const say = (step: string, vi: string, en: string) => {
    const text = language === 'vi' ? vi : en
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
    process.stdout.write(`${seconds} s  ${step.padEnd(3)} ${text}\n`)
  }
  const outcome = await runDay({ truth, books, out, language, say, progress: progressBar })
  process.stdout.write(`\n${summary(outcome, language)}\n`)
  await writeReports(outcome, out)
  const counted = await recount(out, outcome)
  process.stdout.write(`\n${counted.lines.join('\n')}\n`)
  return counted.faults === 0 && outcome.faults.length === 0 ? 0 : 1
}

process.exitCode = await main()
