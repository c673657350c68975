/** `npm run conformance [suite…] [-- --vectors DIR] [--json]`: every suite over cases made by others. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../tree.js'
import { runSuite, type SuiteResult } from './run-suite.js'
import { isThere, type Suite } from './suite.js'
import { base45 } from './suites/base45.js'
import { boringsslChains, boringsslCrl } from './suites/boringssl.js'
import { cbor } from './suites/cbor.js'
import { dcc, dccQuality } from './suites/dcc.js'
import { jcs } from './suites/jcs.js'
import { limbo } from './suites/limbo.js'
import { merkle } from './suites/merkle.js'
import { pkits } from './suites/pkits.js'

const suites: readonly Suite[] = [
  base45,
  boringsslChains,
  boringsslCrl,
  cbor,
  dcc,
  dccQuality,
  jcs,
  limbo,
  merkle,
  pkits,
]

function row(result: SuiteResult): string {
  const cells = [
    result.suite.padEnd(14),
    ...[
      result.cases,
      result.right,
      result.wronglyAccepted,
      result.wronglyRefused,
      result.crashed,
      result.exceptions,
    ].map((value) => String(value).padStart(8)),
    `${result.slowestMs} ms`.padStart(11),
  ]
  return cells.join(' ')
}

const heading = `${'suite'.padEnd(14)} ${[
  'cases',
  'right',
  'accepted',
  'refused',
  'crashed',
  'excepted',
]
  .map((word) => word.padStart(8))
  .join(' ')} ${'slowest'.padStart(11)}`

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { vectors: { type: 'string' }, json: { type: 'boolean' } },
  })
  const given = values.vectors ?? process.env['TIEMCHUNG_VECTORS']
  const vectors = resolve(given ?? join(projectRoot(), '..', 'shared', 'vectors'))
  const required =
    process.env['CI'] === 'true' ||
    process.env['TIEMCHUNG_REQUIRE'] === 'all' ||
    given !== undefined
  const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name))
  if (unknown.length > 0) {
    process.stderr.write(`no suite called ${unknown.join(', ')}\n`)
    return 64
  }
  if (!existsSync(vectors)) {
    process.stderr.write(
      `skipped: the vector folder is absent${required ? ', and is required' : ''}\n`,
    )
    return required ? 1 : 0
  }
  const wanted = suites.filter(
    (suite) => positionals.length === 0 || positionals.includes(suite.name),
  )
  const faults: string[] = []
  if (values.json !== true) write(heading)
  for (const suite of wanted) {
    if (!isThere(vectors, suite)) {
      process.stderr.write(`${suite.name}: skipped, ${suite.folder} is not in the vector folder\n`)
      if (required) faults.push(`${suite.name}: absent`)
      continue
    }
    const run = await runSuite(suite, vectors)
    write(values.json === true ? JSON.stringify(run.result) : row(run.result))
    faults.push(...run.faults)
  }
  for (const fault of faults.slice(0, 40)) process.stderr.write(`  ${fault}\n`)
  if (faults.length > 40) process.stderr.write(`  and ${faults.length - 40} more\n`)
  return faults.length === 0 ? 0 : 1
}

process.exitCode = await main()
