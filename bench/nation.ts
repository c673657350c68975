/** `cohort-nation`: 11.8 million children, streamed; by hand, by us, by us on two workers; each way alone in a process. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

interface Passage {
  readonly way: string
  readonly seconds: number
  /** Processor time, of all threads. */
  readonly cpu: number
  readonly peakMb: number
}

interface NationLine extends Passage {
  readonly says: string
}

const names: Readonly<Record<string, string>> = {
  bare: 'Node and our code, no child',
  made: 'columns made, nothing evaluated',
  hand: 'by hand, one core',
  one: 'evaluateCohort, one core',
  two: 'evaluateInWorkers, two workers',
}

const rounds = 3
const hundredths = (value: number) => (Math.round(value * 100) / 100).toFixed(2)

/** The quickest of some passages: what is left when nobody else took the processor. */
function best(passages: readonly Passage[]): Passage {
  return passages.reduce((left, right) => (right.seconds < left.seconds ? right : left))
}

function linesOf(passages: ReadonlyMap<string, Passage>): NationLine[] {
  const of = (way: string) => passages.get(way) ?? { way, seconds: NaN, cpu: NaN, peakMb: NaN }
  const [bare, made, hand, one] = [of('bare'), of('made'), of('hand'), of('one')]
  return [...passages.values()].map((passage) => {
    const { way, seconds, cpu, peakMb } = passage
    const net = (cpu - made.cpu) / (hand.cpu - made.cpu)
    const notes = [
      `peak +${(peakMb - bare.peakMb).toFixed(0)} MB`,
      ...(way === 'one' ? [`×${hundredths(net)} by hand, without making the columns`] : []),
      ...(way === 'two' ? [`×${hundredths(seconds / one.seconds)} of one core`] : []),
    ]
    const time = `${hundredths(seconds)} s (processor ${hundredths(cpu)} s)`
    return { ...passage, says: `  ${(names[way] ?? way).padEnd(34)} ${time}  ${notes.join(', ')}` }
  })
}

/** Sends so many children through in every way, in turn, three times; the best of each. */
export function nation(children = 11_800_000): readonly NationLine[] {
  const folder = mkdtempSync(join(tmpdir(), 'nation-'))
  try {
    const outfile = join(folder, 'nation.mjs')
    buildSync({
      entryPoints: [join(import.meta.dirname, 'nation-script.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      conditions: ['@tiemchung/source'],
      logLevel: 'silent',
    })
    const ways = Object.keys(names)
    const send = (way: string) =>
      JSON.parse(
        execFileSync(process.execPath, [outfile, way, String(children)], { encoding: 'utf8' }),
      ) as Passage
    const all = Array.from({ length: rounds }, () => ways.map(send)).flat()
    return linesOf(new Map(ways.map((way) => [way, best(all.filter((one) => one.way === way))])))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
