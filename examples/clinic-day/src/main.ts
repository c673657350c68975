/** One vaccination day of one commune, from the school list to the verified certificate. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { runDay } from './day/run-day.js'
import type { Say } from './day/stage.js'
import { makeTruth } from './generate/make-truth.js'
import { makeWorkbooks } from './generate/make-workbooks.js'
import { type Options, readOptions, usage, UsageError } from './options.js'
import { recount } from './recount/run-recount.js'
import { fileLines } from './show/file-lines.js'
import { progressBar } from './show/progress.js'
import { summary } from './show/summary.js'
import { writeReports } from './show/write-reports.js'
import { dayTable } from './table/day-table.js'

/** Says a step on a line of its own, with the time since the start. */
function teller({ language }: Options): Say {
  const started = performance.now()
  return (step, vi, en) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
    progressBar('', 1, 1)
    process.stdout.write(
      `${seconds} s  ${String(step).padStart(2)}  ${language === 'vi' ? vi : en}\n`,
    )
  }
}

async function main(options: Options): Promise<number> {
  const { language } = options
  const out = resolve(options.out)
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const say = teller(options)
  const truth = makeTruth(options.children, options.seed)
  await writeFile(join(out, 'truth.json'), JSON.stringify(truth))
  const books = await makeWorkbooks(truth)
  const outcome = await runDay({ truth, books, out, language, say, progress: progressBar })
  const table = dayTable(outcome)
  process.stdout.write(`\n${summary(outcome, table, language)}\n`)
  await writeReports(outcome, table, out, language)
  const counted = await recount(out, outcome, table, language)
  process.stdout.write(`\n${counted.lines.join('\n')}\n\n${fileLines(options.out, language)}\n`)
  return counted.agrees && table.faults.length === 0 ? 0 : 1
}

/** Exit codes: 0 all adds up, 1 it does not, 64 the command line is wrong (sysexits EX_USAGE). */
async function run(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2))
    if (options !== 'help') return await main(options)
    process.stdout.write(usage)
    return 0
  } catch (caught) {
    if (!(caught instanceof UsageError)) throw caught
    process.stderr.write(`${caught.message}\n\n${usage}`)
    return 64
  }
}

process.exitCode = await run()
