/** `npm run bench [name…] [-- --json]`: medians and ratios of interleaved rounds, ours and others' in one process. */
import { parseArgs } from 'node:util'
import { base45Runners } from './base45.js'
import { contest, type Runner, type Score } from './contest.js'
import { signRunners, verifyRunners } from './hc1.js'
import { installPeers } from './peers.js'

const benches: Readonly<
  Record<string, (peers: boolean) => Promise<readonly Runner[]> | readonly Runner[]>
> = {
  'hc1-verify': verifyRunners,
  'hc1-sign': signRunners,
  base45: base45Runners,
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}

function row({ name, microseconds, ratio, lowest, highest }: Score): string {
  const time = `${microseconds.toFixed(1)} µs`.padStart(12)
  return `  ${name.padEnd(38)} ${time}  ×${ratio.toFixed(2)}  (${lowest}–${highest})`
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const unknown = positionals.filter((name) => benches[name] === undefined)
  if (unknown.length > 0) {
    process.stderr.write(`no bench called ${unknown.join(', ')}\n`)
    return 64
  }
  const peers = installPeers()
  if (!peers) process.stderr.write('peers could not be installed; only ours and the floor run\n')
  const wanted = positionals.length === 0 ? Object.keys(benches) : positionals
  for (const name of wanted) {
    const scores = await contest((await benches[name]?.(peers)) ?? [])
    if (values.json) write(JSON.stringify({ bench: name, node: process.version, scores }))
    else write([name, ...scores.map(row)].join('\n'))
  }
  return 0
}

process.exitCode = await main()
