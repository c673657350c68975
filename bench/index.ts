/**
 * `npm run bench [name…] [-- --json]`: medians and ratios of interleaved rounds, ours and others' in one
 * process. Ratios are to the first line, the floor. A peer that cannot be measured is named.
 */
import { parseArgs } from 'node:util'
import { base45 } from './base45.js'
import type { Bench } from './bench.js'
import { type Absentee, contest, muster, type Score } from './contest.js'
import { list } from './crl.js'
import { signing, verifying } from './hc1.js'
import { signingMany, verifyingMany } from './many.js'
import { installPeers } from './peers.js'
import { path, warmPath } from './x509.js'

const benches: Readonly<Record<string, () => Bench | Promise<Bench>>> = {
  'hc1-verify': verifying,
  'hc1-sign': signing,
  'hc1-verify-many': verifyingMany,
  'hc1-sign-many': signingMany,
  base45,
  'x509-chain': path,
  'x509-warm': warmPath,
  'x509-crl': list,
}

interface Wish {
  readonly names: readonly string[]
  readonly json: boolean
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}

function row({ name, microseconds, ratio, lowerQuarter, upperQuarter }: Score): string {
  const time = `${microseconds.toFixed(1)} µs`.padStart(12)
  return `  ${name.padEnd(38)} ${time}  ×${ratio.toFixed(2)}  (${lowerQuarter}–${upperQuarter})`
}

/** What was asked for, or why it cannot be. */
function wishOf(args: readonly string[]): Wish | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const unknown = positionals.filter((name) => !Object.hasOwn(benches, name))
    if (unknown.length > 0) {
      return `no bench called ${unknown.join(', ')}; there are: ${Object.keys(benches).join(' ')}`
    }
    const names = positionals.length === 0 ? Object.keys(benches) : positionals
    return { names, json: values.json }
  } catch (error) {
    return (error as Error).message
  }
}

function report(bench: string, scores: readonly Score[], absent: readonly Absentee[]): void {
  const [floor] = scores
  write(`${bench}, floor: ${floor?.name ?? '-'}`)
  for (const score of scores) write(row(score))
  for (const { name, reason } of absent) write(`  ${name.padEnd(38)} not measured: ${reason}`)
}

async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2))
  if (typeof wish === 'string') {
    process.stderr.write(`${wish}\n`)
    return 64
  }
  const lacking = installPeers()
  for (const name of wish.names) {
    const { ours, peers } = (await benches[name]?.()) ?? { ours: [], peers: [] }
    const { runners, absent } =
      lacking === undefined
        ? await muster(peers)
        : { runners: [], absent: peers.map((one) => ({ name: one.name, reason: lacking })) }
    const scores = await contest([...ours, ...runners])
    if (!wish.json) report(name, scores, absent)
    else {
      const floor = scores[0]?.name
      write(JSON.stringify({ bench: name, node: process.version, floor, scores, absent }))
    }
  }
  return 0
}

process.exitCode = await main()
