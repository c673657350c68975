import { builtBundle, type Entry, entriesOf, type Host, sourceGraph } from '../bleed/bundle.js'
import { bleeding } from '../bleed/judge.js'
import { build } from '../build.js'
import { rooms } from '../house.js'
import { committedSizes, measuredSizes, sizeFaults } from '../sizes.js'
import { inLanes } from './lanes.js'
import { failedStep, passedStep, type Step } from './step.js'

interface Seen {
  readonly entry: Entry
  readonly faults: readonly string[]
  readonly row: string
  readonly gzip: number | undefined
}

function hostsOf(entry: Entry): readonly Host[] {
  return entry.place.nodeOnly === true ? ['node'] : ['browser', 'node']
}

function isDependency(module: string): boolean {
  return !/\/(?:src|dist)\//.test(module)
}

async function look(root: string, entry: Entry): Promise<Seen> {
  const faults: string[] = []
  const reached = new Set<string>()
  let gzip: number | undefined
  try {
    for (const host of hostsOf(entry)) {
      const source = await sourceGraph(root, entry, host)
      const built = await builtBundle(root, entry, host)
      faults.push(...bleeding(entry, host, new Set([...source, ...built.modules])))
      if (host === 'browser') gzip = built.gzip
      for (const module of built.modules) {
        if (isDependency(module)) reached.add(module.startsWith('node:') ? 'node:*' : module)
      }
    }
  } catch (error) {
    faults.push(`${entry.name}: cannot be bundled: ${(error as Error).message.slice(0, 500)}`)
  }
  const size = gzip === undefined ? '-' : `${(gzip / 1024).toFixed(1)} kB`
  const brought = [...reached].sort().join(' ')
  return { entry, faults, gzip, row: `${entry.name.padEnd(26)} ${size.padStart(9)}  ${brought}` }
}

/** Nobody pays for, or trusts, more than the entry that they import. */
export const bleed: Step = {
  id: 'bleed',
  title: 'no entry reaches what it must not, and none grew (esbuild metafile)',
  async run({ root, say }) {
    const { failures } = await build({ root, declarations: false })
    const entries = rooms.filter(({ folder }) => !failures.has(folder)).flatMap(entriesOf)
    const seen = await inLanes(entries, (entry) => look(root, entry))
    say(`${'entry'.padEnd(26)} ${'browser'.padStart(9)}  brings (gzip with everything it exports)`)
    for (const { row } of seen) say(row)
    const browsers = seen.flatMap(({ entry, gzip }) => (gzip === undefined ? [] : [entry]))
    const measured = await measuredSizes(root, browsers)
    for (const [name, gzip] of Object.entries(measured).filter(([one]) => one.includes(' '))) {
      say(`${name.padEnd(38)} ${(gzip / 1024).toFixed(1).padStart(6)} kB  alone`)
    }
    const faults = [
      ...[...failures.keys()].map((folder) => `${folder}: not built, nothing known`),
      ...new Set(seen.flatMap((one) => one.faults)),
      ...sizeFaults(committedSizes(root), measured),
    ]
    if (faults.length > 0) return failedStep(`${faults.length} faults`, faults)
    return passedStep(`${entries.length} entries`)
  },
}
