/** The conformance command: what it is asked, what it prints, and how it ends. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { peculiarCrypto } from '@tiemchung/x509/peculiar'
import { projectRoot } from '../tree.js'
import { exceptions } from './exceptions.js'
import { hostWorld } from './host-world.js'
import { filesOf } from './read-items.js'
import { runSuite, type SuiteRun } from './run-suite.js'
import { notJudgedGroup, type Suite } from './suite.js'
import { suites } from './suites.js'

/** Where lines go. */
export interface Output {
  readonly line: (text: string) => void
  readonly complaint: (text: string) => void
}

interface Wish {
  readonly names: readonly string[]
  readonly vectors: string
  readonly json: boolean
  /** Absent vectors are failures, not skips. */
  readonly required: boolean
  readonly crypto: () => CryptoProvider | Promise<CryptoProvider>
}

/** With which crypto the suites can run: the host's, or @peculiar/webcrypto in its place. */
const providers: Readonly<Record<string, Wish['crypto']>> = {
  system: () => systemCrypto,
  peculiar: () => peculiarCrypto(),
}

type Environment = Readonly<Record<string, string | undefined>>

const columns = ['cases', 'right', 'accepted', 'refused', 'crashed', 'excepted']
const numbers = (values: readonly (number | string)[]) =>
  values.map((value) => String(value).padStart(8)).join(' ')

const heading = `${'suite'.padEnd(14)} ${numbers(columns)} ${'slowest'.padStart(11)}`

function row({ result, slowest }: SuiteRun): string {
  const counts = numbers([
    result.cases,
    result.right,
    result.wronglyAccepted,
    result.wronglyRefused,
    result.crashed,
    result.exceptions,
  ])
  return `${result.suite.padEnd(14)} ${counts} ${`${result.slowestMs} ms`.padStart(11)}  ${slowest}`
}

/** What a suite leaves out, by name: groups of cases that no profile of ours has. */
function notJudged({ result }: SuiteRun): readonly string[] {
  return Object.entries(result.groups ?? {})
    .filter(([name]) => name.startsWith(notJudgedGroup))
    .map(([name, { cases }]) => `  ${name} (${cases})`)
}

/** The groups of a suite that counts them: how many of their cases, and of each measure, are right. */
function tableOf(suite: Suite, { result }: SuiteRun): readonly string[] {
  const { groups = {} } = result
  return Object.keys(suite.counts ?? {}).map((name) => {
    const of = Object.entries(groups).filter(([one]) => one === name || one.startsWith(`${name} `))
    const cells = of.map(([one, { cases, right }]) => {
      const measure = one === name ? 'all' : one.slice(name.length + 1)
      return `${measure} ${right}/${cases}`
    })
    return `  ${name.padEnd(10)} ${cells.join('  ')}`
  })
}

/** What was asked for, or why it cannot be. */
function wishOf(args: readonly string[], environment: Environment): Wish | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        vectors: { type: 'string' },
        json: { type: 'boolean', default: false },
        crypto: { type: 'string', default: 'system' },
      },
    })
    const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name))
    if (unknown.length > 0) {
      const known = suites.map(({ name }) => name).join(' ')
      return `no suite called ${unknown.join(', ')}; there are: ${known}`
    }
    const crypto = Object.hasOwn(providers, values.crypto) ? providers[values.crypto] : undefined
    if (crypto === undefined) {
      return `no crypto called ${values.crypto}; there are: ${Object.keys(providers).join(' ')}`
    }
    const given = values.vectors ?? environment['TIEMCHUNG_VECTORS']
    return {
      names: positionals,
      vectors: resolve(given ?? join(projectRoot(), '..', 'shared', 'vectors')),
      json: values.json,
      crypto,
      required: environment['CI'] === 'true' || environment['TIEMCHUNG_REQUIRE'] === 'all',
    }
  } catch (error) {
    return (error as Error).message
  }
}

function complain(faults: readonly string[], { complaint }: Output): void {
  for (const fault of faults.slice(0, 40)) complaint(`  ${fault}`)
  if (faults.length > 40) complaint(`  and ${faults.length - 40} more`)
}

/** Runs the suites that are asked for; gives the exit status. */
export async function conformance(
  args: readonly string[],
  environment: Environment,
  output: Output,
): Promise<number> {
  const wish = wishOf(args, environment)
  if (typeof wish === 'string') {
    output.complaint(wish)
    return 64
  }
  const { names, vectors, json, required } = wish
  if (!existsSync(vectors)) {
    const word = required ? 'failed' : 'skipped'
    output.complaint(`${word}: no vectors in ${vectors}; --vectors or TIEMCHUNG_VECTORS names them`)
    return required ? 1 : 0
  }
  const faults: string[] = []
  const world = hostWorld(await wish.crypto())
  if (!json) output.line(heading)
  for (const suite of suites.filter(({ name }) => names.length === 0 || names.includes(name))) {
    if (filesOf(vectors, suite).length === 0) {
      output.complaint(`${suite.name}: skipped, nothing of ${suite.folder} is in the vector folder`)
      if (required) faults.push(`${suite.name}: absent, and required`)
      continue
    }
    const run = await runSuite(suite, vectors, exceptions, world)
    for (const line of json
      ? [JSON.stringify(run.result)]
      : [row(run), ...tableOf(suite, run), ...notJudged(run)]) {
      output.line(line)
    }
    faults.push(...run.faults)
  }
  complain(faults, output)
  return faults.length === 0 ? 0 : 1
}
